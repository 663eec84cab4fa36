internal import CICU

/// An ICU transliterator.
///
/// One per worker.
package final class Transliterator {
  /// The id it was opened by.
  package let id: String
  private let transliterator: UnsafeMutableRawPointer

  /// Opens a transliterator by its ICU id, for example `Any-Latin; Latin-ASCII`.
  ///
  /// - Throws: `UnicodeError` when ICU knows no such id.
  package init(id: String) throws(UnicodeError) {
    let units = Array(id.utf16)
    var status = U_ZERO_ERROR
    let opened = calque_utrans_open(units, Int32(clamping: units.count), &status)
    try status.check()
    guard let opened else { throw UnicodeError(U_INVALID_ID) }
    self.id = id
    transliterator = opened
  }

  deinit { calque_utrans_close(transliterator) }

  /// The transliterated text.
  ///
  /// - Throws: `UnicodeError` when the text is longer than ICU takes.
  package func apply(to text: String) throws(UnicodeError) -> String {
    let source = Array(text.utf16)
    let transliterator = transliterator
    let units: [UInt16] = try ICUBuffer.units(capacity: source.count * 4 + 64) { target, capacity, status in
      // The text is changed in place, so each attempt starts from a fresh copy.
      var count = Int32(clamping: source.count)
      guard let target, source.count <= Int(capacity) else { return count }
      target.update(from: source, count: source.count)
      calque_utrans_apply(transliterator, target, &count, capacity, &status)
      return count
    }
    return String(decoding: units, as: UTF16.self)
  }
}
