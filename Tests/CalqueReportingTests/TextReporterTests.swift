import CalqueReporting
import CalqueTestSupport
import CalqueText
import Testing

@Suite struct TextReporterTests {
  private func lines(_ file: FileReport, as format: ReportFormat = .text, options: ReportOptions = ReportOptions())
    -> [String]
  {
    let report = RunReport(files: [file], rules: [], toolVersion: "1.0.0")
    return String(decoding: render(report, as: format, options: options), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Cells that a shown line takes.
  private func cells(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + CanonicalReport.width($1) }
  }

  @Test func namesEveryFindingOnOneLine() throws {
    let text = try MarkedText("one\n\ttwo ⟦three⟧")
    let file = FileReport(
      path: "a b.md", source: text.source,
      diagnostics: [CanonicalReport.finding("a.b", .suggestion, "A\nmessage.", text.ranges[0])],
      problems: [InputProblem(code: "calque.late", message: "Stopped.", range: ByteRange(at: 4))])
    #expect(
      lines(file, as: .compact) == [
        "a b.md:2:1: error: Stopped. [calque.late]", "a b.md:2:6: note: A message. [a.b]", "",
      ])
    #expect(
      lines(file, as: .compact, options: ReportOptions(columnUnit: .display))[1]
        == "a b.md:2:13: note: A message. [a.b]")
  }

  @Test func limitsRelatedPlaces() {
    let related = (0..<12).map { RelatedLocation(range: ByteRange(at: UInt32($0)), message: "Also \($0).") }
    let finding = CanonicalReport.finding("a.b", .warning, "M.", ByteRange(0, 1), related: related)
    let file = FileReport(path: "a", source: SourceText("x y z and so on"), diagnostics: [finding])
    let found = lines(file)
    #expect(found[3] == "a:1:1: note: Also 0.")
    #expect(found[12] == "a:1:10: note: Also 9.")
    #expect(found[13] == "note: and 2 more places")
  }

  @Test func writesNoEscapeSequencesUnlessAsked() throws {
    let report = try CanonicalReport.report()
    for format in [ReportFormat.text, .compact] {
      #expect(!render(report, as: format, options: CanonicalReport.options).contains(0x1B))
    }
  }

  /// The carets stand under exactly the marked words, as far as they are shown.
  @Test(arguments: 1...300) func putsCaretsUnderTheWords(seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    let pieces = [
      "a", "b ", "漢", "e\u{301}", "\u{5D0}", "\u{1F600}", "\t", "\u{7}", "\u{202E}", "\u{A0}", "x\u{300}\u{301}",
    ]
    var marked = ""
    for part in 0..<3 {
      if part == 1 { marked += "⟦" }
      if part == 2 { marked += "⟧" }
      for _ in 0..<Int.random(in: 0..<70, using: &random) { marked += random.pick(pieces) }
    }
    let text = try MarkedText(marked)
    let range = text.ranges[0]
    let width = Int.random(in: 24..<400, using: &random)
    let options = ReportOptions(terminalWidth: width, displayWidth: { CanonicalReport.width($0) })
    let file = FileReport(
      path: "a", source: text.source, diagnostics: [CanonicalReport.finding("a.b", .warning, "M.", range)])
    let found = lines(file, options: options)
    #expect(found[1].hasPrefix("1 |"))
    #expect(cells(found[1]) <= width, "seed \(seed)")
    let carets = found[2].drop { $0 != "^" }
    let before = found[2].count - carets.count
    #expect(carets.allSatisfy { $0 == "^" })

    // The scalars under the carets, with those that stand on the same cell.
    var column = 0
    var under = ""
    for scalar in found[1].unicodeScalars {
      let cells = CanonicalReport.width(scalar)
      let isUnder = cells == 0 ? column > before : column >= before
      if isUnder && column + cells <= before + carets.count { under.unicodeScalars.append(scalar) }
      column += cells
    }
    let mark = shown(text.source.string(in: range))
    guard cells(mark) > 0 else { return }
    // A mark that does not fit is cut, and the carets go as far as the line does.
    let isCut = found[1].hasSuffix("…") && before + carets.count == cells(found[1]) - 1
    let expected = isCut ? String(mark.unicodeScalars.prefix(under.unicodeScalars.count)) : mark
    // Spaces at the end of a line are not written.
    let padded = under + String(repeating: " ", count: max(0, carets.count - cells(under)))
    #expect(under == expected || padded == expected, "seed \(seed)\n\(found[1])\n\(found[2])\n\(expected)")
  }

  /// A text with its tabs and control characters as they are shown.
  private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "    "
      case "\u{7}": result += "\u{2407}"
      case "\u{202E}": result += "<U+202E>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
