import CalqueText

/// Finds the sentence boundaries of ICU (UAX #29), without suppressions.
///
/// One per worker.
package struct SentenceSegmenter: ~Copyable {
  private var iterator: BreakIterator

  /// A segmenter for English.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init() throws(UnicodeError) { iterator = try BreakIterator(.sentence) }

  /// Appends the byte offsets at which a sentence ends; the last is the end of the stretch unless that is empty.
  ///
  /// - Complexity: O(*n*) in bytes.
  package mutating func boundaries(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, into boundaries: inout [UInt32]
  ) {
    do throws(UnicodeError) {
      try iterator.reset(bytes, range)
    } catch {
      boundaries.append(range.upper)
      return
    }
    while let boundary = iterator.next() { boundaries.append(boundary) }
  }
}
