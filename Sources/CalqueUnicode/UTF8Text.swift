internal import CICU
import CalqueText

/// ICU's view of UTF-8 bytes in place: no copy, and indices are bytes.
///
/// The bytes must stay where they are as long as anything reads through the view.
struct UTF8Text: ~Copyable {
  private var text: UnsafeMutablePointer<UText>?

  /// The longest text that ICU reads in one piece.
  static let maximumCount = Int(Int32.max) - 1

  /// A view of nothing.
  init() {}

  deinit {
    if let text { calque_utext_close(text) }
  }

  /// Points the view at other bytes.
  ///
  /// - Throws: `UnicodeError` when the bytes are more than `maximumCount` or memory is short.
  mutating func open(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) throws(UnicodeError)
    -> UnsafeMutablePointer<UText>?
  {
    var status = U_ZERO_ERROR
    let slice = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range.indices]))
    let start = slice.baseAddress?.assumingMemoryBound(to: CChar.self)
    text = calque_utext_open_utf8(text, start, Int64(slice.count), &status)
    try status.check()
    return text
  }
}
