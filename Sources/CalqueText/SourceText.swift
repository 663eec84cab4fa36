/// The text of one input: valid UTF-8, immutable, at most 4 GiB.
///
/// Every byte of the input is kept, byte order mark and carriage returns included, so that offsets are offsets into the
/// file. Text that was transcoded (UTF-16, a legacy encoding) is the UTF-8 form; offsets then count in that form and
/// `isTranscoded` is true.
package final class SourceText: Sendable {
  /// The bytes, valid UTF-8.
  package let bytes: [UInt8]
  /// True when the file held another encoding; fixes cannot be written back then.
  package let isTranscoded: Bool
  /// Length of the byte order mark at the start: 3 or 0.
  package let byteOrderMarkLength: Int

  /// Checks and keeps the bytes of a text.
  ///
  /// - Throws: `SourceTextError` when the bytes are too many or no valid UTF-8.
  /// - Complexity: O(*n*) in bytes.
  package init(validating bytes: consuming [UInt8], isTranscoded: Bool = false) throws(SourceTextError) {
    let text = bytes
    guard text.count < Int(UInt32.max) else { throw .tooLarge(byteCount: text.count) }
    if let offset = SourceText.firstInvalidOffset(in: text) { throw .invalidUTF8(offset: offset) }
    self.byteOrderMarkLength = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.bytes = text
    self.isTranscoded = isTranscoded
  }

  /// The text of a Swift string, which is valid by its type.
  package init(_ string: String) {
    let text = Array(string.utf8)
    self.byteOrderMarkLength = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.bytes = text
    self.isTranscoded = false
  }

  /// Length in bytes.
  package var count: Int { bytes.count }

  /// The bytes of a range as a string.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  package func string(in range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// True when `offset` is the start of a scalar or the end of the text.
  package func isScalarBoundary(_ offset: UInt32) -> Bool {
    let index = Int(offset)
    if index == bytes.count { return true }
    return index < bytes.count && bytes[index] & 0xC0 != 0x80
  }

  /// The offset of the first byte that is not part of valid UTF-8.
  private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

/// Why bytes are not a text.
package enum SourceTextError: Error, Hashable {
  /// The text is 4 GiB or longer.
  case tooLarge(byteCount: Int)
  /// The byte at this 0-based offset begins no valid UTF-8 sequence.
  case invalidUTF8(offset: Int)
}
