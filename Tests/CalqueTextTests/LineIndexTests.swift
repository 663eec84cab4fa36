import CalqueText
import Testing

@Suite struct LineIndexTests {
  @Test func countsColumnsInFourUnits() {
    let text = SourceText("a\tb\u{6F22}é\u{1F600}x\nsecond")
    let index = LineIndex(text)
    let offset = UInt32("a\tb\u{6F22}é\u{1F600}".utf8.count)
    #expect(index.position(of: offset, unit: .byte) == LinePosition(line: 1, column: 13))
    #expect(index.position(of: offset, unit: .codePoint) == LinePosition(line: 1, column: 7))
    #expect(index.position(of: offset, unit: .utf16) == LinePosition(line: 1, column: 8))
    let width: (Unicode.Scalar) -> Int = { $0.value > 0x1100 ? 2 : 1 }
    #expect(index.position(of: offset, unit: .display, width: width) == LinePosition(line: 1, column: 15))
  }

  @Test(arguments: ColumnUnit.allCases.filter { $0 != .display })
  func findsEveryScalarAgain(unit: ColumnUnit) {
    let text = SourceText("\u{FEFF}eins\r\nzw\u{1F600}ei\rdrei\u{301}\n\nvier")
    let index = LineIndex(text)
    var offset = UInt32(text.byteOrderMarkLength)
    while offset <= text.count {
      let inLineEnd = index.range(ofLine: index.line(at: offset)).upper < offset
      if text.isScalarBoundary(offset), !inLineEnd {
        #expect(index.offset(of: index.position(of: offset, unit: unit), unit: unit) == offset)
      }
      offset += 1
    }
  }

  @Test func endsLinesAtEveryKindOfLineEnd() {
    let index = LineIndex(SourceText("a\r\nb\rc\nd"))
    #expect(index.starts == [0, 3, 5, 7])
    #expect(index.range(ofLine: 1) == ByteRange(0, 1))
  }
}
