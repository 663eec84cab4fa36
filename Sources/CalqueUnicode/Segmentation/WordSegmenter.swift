import CalqueText

/// Cuts UTF-8 at the word boundaries of ICU (UAX #29).
///
/// One per worker.
package struct WordSegmenter: ~Copyable {
  private var iterator: BreakIterator

  /// A segmenter for English.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init() throws(UnicodeError) { iterator = try BreakIterator(.word) }

  /// Appends the segments of a stretch of valid UTF-8 that do not start with white space.
  ///
  /// - Complexity: O(*n*) in bytes.
  package mutating func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, into segments: inout [WordSegment]
  ) {
    var lower = range.lower
    do throws(UnicodeError) {
      try iterator.reset(bytes, range)
    } catch {
      return
    }
    while let upper = iterator.next() {
      var traits: SegmentTraits = []
      var index = Int(lower)
      while index < Int(upper) {
        let (value, next) = UTF8Decoding.scalar(bytes, at: index)
        if let scalar = Unicode.Scalar(value) { traits.formUnion(SegmentTraits(of: scalar)) }
        index = next
      }
      if !traits.contains(.space) { segments.append(WordSegment(lower: lower, upper: upper, traits: traits)) }
      lower = upper
    }
  }
}
