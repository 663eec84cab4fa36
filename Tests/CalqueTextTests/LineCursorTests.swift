import CalqueTestSupport
import CalqueText
import Testing

@Suite struct LineCursorTests {
  /// One cell for ASCII, none for combining marks, two from Hangul on.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370: 0
    case 0x1100...: 2
    default: 1
    }
  }

  /// Random text with long and short lines, tabs, every kind of line end and scalars of every length.
  private static func text(seed: UInt64) -> SourceText {
    var random = RepeatableRandom(seed: seed)
    let pieces = ["a", "word ", "\t", "\u{E9}", "e\u{301}", "\u{6F22}", "\u{1F600}", "\n", "\r\n", "\r", "\u{2028}"]
    let long = ["abc \u{6F22}", "x", "\u{1F600}\t"]
    var string = seed % 2 == 0 ? "\u{FEFF}" : ""
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      if Int.random(in: 0..<15, using: &random) == 0 {
        string += String(repeating: random.pick(long), count: Int.random(in: 300..<1500, using: &random))
      } else {
        string += random.pick(pieces)
      }
    }
    return SourceText(string)
  }

  @Test(arguments: 1...60) func equalsTheIndexInAnyOrder(seed: UInt64) {
    let text = Self.text(seed: seed)
    let index = LineIndex(text)
    var cursor = LineCursor(index, width: Self.width)
    var random = RepeatableRandom(seed: seed &+ 1000)
    var offset: UInt32 = 0
    for _ in 0..<300 {
      let step = UInt32.random(in: 0..<40, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: offset = UInt32.random(in: 0...UInt32(text.count), using: &random)
      case 1: offset -= min(offset, step)
      default: offset = min(offset + step, UInt32(text.count))
      }
      while !text.isScalarBoundary(offset) { offset -= 1 }
      let unit = random.pick(ColumnUnit.allCases)
      let expected = index.position(of: offset, unit: unit, width: Self.width)
      #expect(cursor.position(of: offset, unit: unit) == expected, "\(unit) at \(offset), seed \(seed)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func walksALongLineOnce() {
    let count = 20_000
    let index = LineIndex(SourceText(String(repeating: "漢字 and words ", count: count)))
    var cursor = LineCursor(index)
    for number in (0..<count) {
      let later = cursor.position(of: UInt32(number * 17 + 6))
      let earlier = cursor.position(of: UInt32(number / 2 * 17))
      #expect(later == LinePosition(line: 1, column: number * 13 + 3))
      #expect(earlier == LinePosition(line: 1, column: number / 2 * 13 + 1))
    }
  }

  @Test func decodesScalarsForwardAndBackward() {
    let string = "a\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
    let text = SourceText(string)
    var offset: UInt32 = 0
    for expected in string.unicodeScalars {
      let found = text.scalar(at: offset)
      #expect(found?.scalar == expected)
      offset += found?.length ?? 1
      #expect(text.scalar(before: offset)?.scalar == expected)
    }
    #expect(text.scalar(at: offset) == nil)
    #expect(text.scalar(before: 0) == nil)
  }
}
