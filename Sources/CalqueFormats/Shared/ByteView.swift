#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A borrowed look at the bytes of a source text, with the searches that the formats need.
///
/// Valid only inside the closure that made it. Offsets are byte offsets into the source.
struct ByteView {
  /// The first byte.
  let base: UnsafePointer<UInt8>
  /// Number of bytes.
  let count: Int

  /// The byte at an offset; 0 beyond either end, so that looking around needs no test.
  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? base[offset] : 0
  }

  /// The first offset of a byte in a range; nil when it is not there.
  func find(_ byte: UInt8, from lower: Int, to upper: Int) -> Int? {
    guard lower < upper, let found = memchr(base + lower, Int32(byte), upper - lower) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first offset of a few bytes in a range; nil when they are not there.
  func find(_ needle: StaticString, from lower: Int, to upper: Int) -> Int? {
    let length = needle.utf8CodeUnitCount
    var index = lower
    while index + length <= upper, let found = find(needle.utf8Start[0], from: index, to: upper - length + 1) {
      if memcmp(base + found, needle.utf8Start, length) == 0 { return found }
      index = found + 1
    }
    return nil
  }

  /// True when these bytes stand at an offset.
  func has(_ needle: StaticString, at offset: Int) -> Bool {
    let length = needle.utf8CodeUnitCount
    return offset >= 0 && offset + length <= count && memcmp(base + offset, needle.utf8Start, length) == 0
  }

  /// The end of the line at an offset: the offset of the next LF or CR, or the end of the text.
  func lineEnd(from offset: Int) -> Int {
    findAny(.lineFeed, .carriageReturn, .carriageReturn, from: offset, to: count)
  }

  /// The first offset of one of three bytes in a range; the end of the range when none is there.
  ///
  /// Looks at eight bytes at a time: a byte that is sought becomes 0 by exclusive or, and subtracting one from each byte
  /// carries into the highest bit where it was 0 (Mycroft's test).
  func findAny(_ first: UInt8, _ second: UInt8, _ third: UInt8, from lower: Int, to upper: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let (a, b, c) = (ones &* UInt64(first), ones &* UInt64(second), ones &* UInt64(third))
    let start = UnsafeRawPointer(base)
    var index = lower
    while index + 8 <= upper {
      let bytes = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let (x, y, z) = (bytes ^ a, bytes ^ b, bytes ^ c)
      let found = ((x &- ones) & ~x) | ((y &- ones) & ~y) | ((z &- ones) & ~z)
      if found & highs != 0 { break }
      index += 8
    }
    while index < upper, base[index] != first, base[index] != second, base[index] != third { index += 1 }
    return index
  }

  /// The offset after the line end at an offset; the offset itself when no line ends there.
  func afterLineEnd(_ offset: Int) -> Int {
    switch self[offset] {
    case .lineFeed: offset + 1
    case .carriageReturn: self[offset + 1] == .lineFeed ? offset + 2 : offset + 1
    default: offset
    }
  }

  /// The first offset that holds no space or tab.
  func skipBlanks(from lower: Int, to upper: Int) -> Int {
    var index = lower
    while index < upper, base[index].isBlank { index += 1 }
    return index
  }

  /// The offset after the last byte that is no space or tab.
  func trimBlanks(from lower: Int, to upper: Int) -> Int {
    var index = upper
    while index > lower, base[index - 1].isBlank { index -= 1 }
    return index
  }

  /// True when only spaces and tabs stand between an offset and the end of its line.
  func isBlankToLineEnd(from offset: Int) -> Bool {
    let next = skipBlanks(from: offset, to: count)
    return next == count || base[next].isLineEnd
  }

  /// True when only spaces and tabs stand between the start of the line and an offset.
  func isBlankToLineStart(from offset: Int) -> Bool {
    var index = offset
    while index > 0, base[index - 1].isBlank { index -= 1 }
    return index == 0 || base[index - 1].isLineEnd
  }

  /// The text of a range.
  func string(_ lower: Int, _ upper: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: base + lower, count: upper - lower), as: UTF8.self)
  }

  /// The scalar that starts at an offset, and its length in bytes.
  ///
  /// - Precondition: the text is valid UTF-8 and a scalar starts at `offset`.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = UInt32(self[offset])
    let second = UInt32(self[offset + 1]) & 0x3F
    let third = UInt32(self[offset + 2]) & 0x3F
    let fourth = UInt32(self[offset + 3]) & 0x3F
    let (value, length): (UInt32, Int) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0x80..<0xE0: ((first & 0x1F) << 6 | second, 2)
      case 0xE0..<0xF0: ((first & 0x0F) << 12 | second << 6 | third, 3)
      default: ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends before an offset, and its length in bytes.
  ///
  /// - Precondition: the text is valid UTF-8 and a scalar ends at `offset`.
  func scalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}

/// Finds the next occurrence of a few bytes, asked for ever larger offsets.
///
/// Looks at each byte of the text once, however often it is asked.
struct ForwardSearch {
  private let needle: StaticString
  private var found = -1

  /// A search for some bytes.
  init(_ needle: StaticString) { self.needle = needle }

  /// The next occurrence at or after an offset; the length of the text when there is none.
  ///
  /// - Precondition: `offset` is not smaller than in the call before.
  mutating func next(from offset: Int, in view: ByteView) -> Int {
    if found < offset { found = view.find(needle, from: offset, to: view.count) ?? view.count }
    return found
  }
}

/// Finds the next blank line, asked for ever larger offsets.
struct BlankLineSearch {
  private var found = -1

  /// The offset of the line end before the next blank line; the length of the text when there is none.
  ///
  /// - Precondition: `offset` is not smaller than in the call before.
  mutating func next(from offset: Int, in view: ByteView) -> Int {
    if found >= offset { return found }
    var end = view.lineEnd(from: offset)
    while end < view.count, !view.isBlankToLineEnd(from: view.afterLineEnd(end)) {
      end = view.lineEnd(from: view.afterLineEnd(end))
    }
    found = end
    return end
  }
}
