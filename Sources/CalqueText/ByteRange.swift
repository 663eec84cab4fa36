/// A half-open range of UTF-8 byte offsets, 0-based.
///
/// In a source text, both ends stand on scalar boundaries. Texts are at most 4 GiB, so 32 bits are enough.
package struct ByteRange: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  package let lower: UInt32
  /// The offset after the last byte; never below `lower`.
  package let upper: UInt32

  /// A range from two offsets.
  ///
  /// - Precondition: `lower <= upper`.
  package init(_ lower: UInt32, _ upper: UInt32) {
    precondition(lower <= upper, "a byte range may not end before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// A range from two offsets given as `Int`.
  ///
  /// - Precondition: `0 <= lower <= upper <= UInt32.max`.
  package init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(lower), UInt32(upper))
  }

  /// An empty range at an offset.
  package init(at offset: UInt32) {
    self.init(offset, offset)
  }

  /// Length in bytes.
  package var count: Int { Int(upper &- lower) }
  /// True when the range holds no byte.
  package var isEmpty: Bool { lower == upper }
  /// The same range for indexing arrays of bytes.
  package var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// True when the two ranges share at least one byte.
  package func overlaps(_ other: ByteRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// True when `other` lies wholly inside this range.
  package func contains(_ other: ByteRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// True when the byte at `offset` is in the range.
  package func contains(_ offset: UInt32) -> Bool {
    lower <= offset && offset < upper
  }

  /// The smallest range that holds both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lower, other.lower), max(upper, other.upper))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  package static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}

extension ByteRange: CustomStringConvertible {
  package var description: String { "\(lower)..<\(upper)" }
}
