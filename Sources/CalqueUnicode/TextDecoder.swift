internal import CICU

/// Why bytes are not a text in some encoding.
package enum TextDecodingError: Error, Hashable {
  /// ICU knows no encoding of this name.
  case unknownEncoding(String)
  /// The byte at this 0-based offset begins a sequence that the encoding does not have.
  case malformed(offset: Int)
  /// The bytes are more than `TextDecoder.maximumCount`.
  case tooLarge(byteCount: Int)
  /// ICU gave up for another reason.
  case failed(UnicodeError)
}

/// Turns bytes in other encodings into UTF-8, strictly.
package enum TextDecoder {
  /// The most bytes that are transcoded: 512 MiB.
  package static let maximumCount = 512 << 20

  /// The UTF-8 form of bytes in a named encoding; a byte order mark is dropped where the encoding has one.
  ///
  /// - Parameter encoding: any name or alias that ICU knows: `windows-1251`, `Shift_JIS`, `UTF-16`.
  /// - Throws: `TextDecodingError`.
  package static func decode(_ bytes: [UInt8], encoding: String) throws(TextDecodingError) -> [UInt8] {
    guard bytes.count <= maximumCount else { throw .tooLarge(byteCount: bytes.count) }
    var status = U_ZERO_ERROR
    // An empty name would mean the machine's default encoding.
    let opened = encoding.isEmpty ? nil : calque_ucnv_open(encoding, &status)
    guard status.isSuccess, let converter = opened else { throw .unknownEncoding(encoding) }
    defer { calque_ucnv_close(converter) }
    calque_ucnv_make_strict(converter, &status)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    let offset = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { convert($0, with: converter, into: &units, &status) }
    }
    if status.isMalformedInput { throw .malformed(offset: offset) }
    if !status.isSuccess { throw .failed(UnicodeError(status)) }
    if units.first == 0xFEFF { units.removeFirst() }
    return try utf8(units)
  }

  /// Appends UTF-16 to `units`; returns the offset of the malformed sequence when the status says so.
  private static func convert(
    _ bytes: UnsafeBufferPointer<CChar>, with converter: OpaquePointer, into units: inout [UInt16],
    _ status: inout UErrorCode
  ) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var source: UnsafePointer<CChar>? = start
    let limit = start + bytes.count
    var chunk = [UInt16](repeating: 0, count: 16 * 1024)
    repeat {
      status = U_ZERO_ERROR
      let written = chunk.withUnsafeMutableBufferPointer { chunk -> Int in
        guard let base = chunk.baseAddress else { return 0 }
        var target: UnsafeMutablePointer<UInt16>? = base
        calque_ucnv_to_unicode(converter, &target, base + chunk.count, &source, limit, true, &status)
        return target.map { $0 - base } ?? 0
      }
      units.append(contentsOf: chunk[..<written])
    } while status == U_BUFFER_OVERFLOW_ERROR
    let consumed = source.map { $0 - start } ?? 0
    return max(0, consumed - Int(calque_ucnv_invalid_count(converter)))
  }

  private static func utf8(_ units: [UInt16]) throws(TextDecodingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count + units.count / 2)
    // ICU's converters hand over no lone surrogates.
    let hasError = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { bytes.append($0) })
    if hasError { throw .malformed(offset: 0) }
    return bytes
  }
}

extension UErrorCode {
  /// True when the bytes, not ICU, are at fault.
  fileprivate var isMalformedInput: Bool {
    self == U_ILLEGAL_CHAR_FOUND || self == U_INVALID_CHAR_FOUND || self == U_TRUNCATED_CHAR_FOUND
      || self == U_ILLEGAL_ESCAPE_SEQUENCE || self == U_UNSUPPORTED_ESCAPE_SEQUENCE
  }
}
