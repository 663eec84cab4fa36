import CalqueTestSupport
import CalqueText
import CalqueUnicode
import Testing

@Suite struct DecodingTests {
  @Test func keepsUTF8AsItIs() throws {
    let plain = try decodeSource(Array("naïve".utf8), encoding: nil)
    #expect(plain.bytes == Array("naïve".utf8) && !plain.isTranscoded)
    let marked = try decodeSource([0xEF, 0xBB, 0xBF, 0x61], encoding: "UTF-8")
    #expect(marked.bytes == [0xEF, 0xBB, 0xBF, 0x61] && marked.byteOrderMarkLength == 3)
    #expect(try decodeSource([], encoding: nil).count == 0)
  }

  static let marked: [[UInt8]] = [
    [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0xDE],
    [0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x42],
    [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0x42, 0xF6, 0x01, 0],
    [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41, 0, 0x01, 0xF6, 0x42],
  ]

  @Test(arguments: marked)
  func transcodesByByteOrderMark(bytes: [UInt8]) throws {
    let text = try decodeSource(bytes, encoding: nil)
    #expect(text.bytes == Array("A🙂".utf8))
    #expect(text.isTranscoded)
  }

  @Test func decodesANamedEncoding() throws {
    let text = try decodeSource([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], encoding: "windows-1251")
    #expect(text.bytes == Array("Привет".utf8) && text.isTranscoded)
    #expect(try decodeSource([0x82, 0xA0, 0x41], encoding: "shift_jis").bytes == Array("あA".utf8))
  }

  @Test func decodesMoreThanOneChunk() throws {
    let text = String(repeating: "Привет 🙂 ", count: 20_000)
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try decodeSource(bytes, encoding: nil).bytes == Array(text.utf8))
  }

  @Test func namesTheMalformedByte() {
    let lone: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x41, 0x00]
    #expect(throws: DecodingError.malformed(encoding: "UTF-16", offset: 4)) { try decodeSource(lone, encoding: nil) }
    #expect(throws: DecodingError.malformed(encoding: "Shift_JIS", offset: 1)) {
      try decodeSource([0x41, 0x81, 0x20, 0x42], encoding: "Shift_JIS")
    }
    #expect(throws: DecodingError.malformed(encoding: "UTF-16", offset: 4)) {
      try decodeSource([0xFF, 0xFE, 0x41, 0x00, 0x42], encoding: nil)
    }
    #expect(throws: DecodingError.unknownEncoding("klingon")) { try decodeSource([0x41], encoding: "klingon") }
    #expect(throws: DecodingError.unknownEncoding("")) { try decodeSource([0x41], encoding: "") }
  }

  @Test func guessesTheEncodingOfInvalidUTF8() throws {
    let russian = "Северная Корея объявила о запуске новой ракеты, сообщает агентство из столицы страны в понедельник."
    var legacy: [UInt8] = []
    for scalar in russian.unicodeScalars {
      switch scalar.value {
      case 0x410...0x44F: legacy.append(UInt8(scalar.value - 0x410 + 0xC0))
      default: legacy.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
    let error = #expect(throws: DecodingError.self) { try decodeSource(legacy, encoding: nil) }
    #expect(error?.description == "not valid UTF-8 at byte 0; it looks like windows-1251: try --encoding windows-1251")
    #expect(try decodeSource(legacy, encoding: "windows-1251").bytes == Array(russian.utf8))
  }

  @Test func refusesBinaryFiles() {
    #expect(throws: DecodingError.binary(offset: 3)) { try decodeSource([0x50, 0x4B, 0x03, 0, 0xFF], encoding: nil) }
    let late = Array(repeating: UInt8(ascii: "a"), count: 9_000) + [0]
    #expect(throws: Never.self) { try decodeSource(late, encoding: nil) }
  }

  @Test(arguments: ["UTF-16", "UTF-16LE", "UTF-32", "GB18030", "Shift_JIS", "ISO-2022-JP", "EUC-KR", "Big5", "UTF-7"])
  func survivesAnyBytes(encoding: String) {
    var random = RepeatableRandom(seed: 11)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      do throws(DecodingError) {
        let text = try decodeSource(bytes, encoding: encoding)
        #expect(text.isTranscoded)
      } catch {
        guard case .malformed(_, let offset) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(offset >= 0 && offset <= bytes.count)
      }
    }
  }
}
