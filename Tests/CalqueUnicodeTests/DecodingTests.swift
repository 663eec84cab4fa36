import CalqueText
import CalqueUnicode
import Testing

@Suite struct DecodingTests {
  @Test func keepsUTF8AsItIs() throws {
    let plain = try decodeSource(Array("naïve".utf8), encoding: nil)
    #expect(plain.bytes == Array("naïve".utf8) && !plain.isTranscoded)
    let marked = try decodeSource([0xEF, 0xBB, 0xBF, 0x61], encoding: "UTF-8")
    #expect(marked.bytes == [0xEF, 0xBB, 0xBF, 0x61] && marked.byteOrderMarkLength == 3)
  }
}
