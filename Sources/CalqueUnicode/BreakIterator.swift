internal import CICU
import CalqueText

/// Finds the word or sentence boundaries of UTF-8 bytes as ICU sees them.
///
/// One per worker: ICU's iterators are not safe to share between threads.
package struct BreakIterator: ~Copyable {
  /// What lies between two boundaries.
  package enum Unit: Sendable {
    /// Words, and what stands between them, after UAX #29.
    case word
    /// Sentences after UAX #29.
    case sentence
    /// Sentences after UAX #29 with the abbreviations of CLDR's English list held together (`en@ss=standard`).
    case sentenceWithSuppressions

    fileprivate var type: UBreakIteratorType { self == .word ? UBRK_WORD : UBRK_SENTENCE }
    fileprivate var locale: String { self == .sentenceWithSuppressions ? "en@ss=standard" : "en" }
  }

  private let iterator: OpaquePointer
  private var text = UTF8Text()
  private var base: UInt32 = 0

  /// The longest stretch of bytes that one `reset` takes.
  package static let maximumCount = UTF8Text.maximumCount

  /// An iterator for English.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init(_ unit: Unit) throws(UnicodeError) {
    var status = U_ZERO_ERROR
    let opened = calque_ubrk_open(unit.type, unit.locale, &status)
    try status.check()
    guard let opened else { throw UnicodeError(U_MEMORY_ALLOCATION_ERROR) }
    iterator = opened
  }

  deinit { calque_ubrk_close(iterator) }

  /// Points the iterator at the start of a stretch of UTF-8, which it takes for a text of its own.
  ///
  /// The bytes must stay where they are until the last call of `next` on them.
  ///
  /// - Throws: `UnicodeError` when the stretch is longer than `maximumCount`.
  package mutating func reset(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) throws(UnicodeError) {
    let text = try text.open(bytes, range)
    var status = U_ZERO_ERROR
    calque_ubrk_set_text(iterator, text, &status)
    try status.check()
    base = range.lower
    _ = calque_ubrk_first(iterator)
  }

  /// The byte offset of the next boundary after the start; nil after the end.
  package mutating func next() -> UInt32? {
    let boundary = calque_ubrk_next(iterator)
    return boundary < 0 ? nil : base + UInt32(boundary)
  }
}
