import CalqueReporting
import CalqueText
import Testing

@Suite struct OtherFormatTests {
  private func fingerprints(_ text: String, path: String = "a.md") throws -> [String] {
    let text = try MarkedText(text)
    let file = FileReport(
      path: path, source: text.source,
      diagnostics: text.ranges.map { CanonicalReport.finding("a.b", .warning, "M.", $0) })
    let output = render(RunReport(files: [file], rules: [], toolVersion: "1.0.0"), as: .gitlab)
    return try JSONValue(parsing: output).elements.compactMap(\.["fingerprint"].text)
  }

  @Test func gitLabFingerprintsAreUniqueAndOutliveOtherEdits() throws {
    let first = try fingerprints("⟦one⟧ ⟦two⟧ ⟦one⟧")
    #expect(Set(first).count == 3)
    #expect(try fingerprints("A new line.\n\n⟦one⟧ and ⟦two⟧\n⟦one⟧") == first)
    #expect(Set(try fingerprints("⟦one⟧ ⟦two⟧ ⟦one⟧", path: "b.md")).isDisjoint(with: first))
  }

  @Test func gitLabLevelsAndLines() throws {
    let text = try MarkedText("x\n⟦y⟧")
    let diagnostics = Severity.allCases.map { CanonicalReport.finding("a.b", $0, "M.", text.ranges[0]) }
    let file = FileReport(path: "./a.md", source: text.source, diagnostics: diagnostics)
    let json = try JSONValue(parsing: render(RunReport(files: [file], rules: [], toolVersion: ""), as: .gitlab))
    #expect(json.elements.map(\.["severity"].text) == ["info", "minor", "major"])
    #expect(json[0]["location"]["path"].text == "a.md")
    #expect(json[0]["location"]["lines"]["begin"].number == 2)
  }

  @Test func reviewdogColumnsAreBytesAndAFixIsOneReplacement() throws {
    let text = try MarkedText("漢 ⟦one two⟧ three")
    let lower = text.ranges[0].lower
    let edits = [TextEdit(ByteRange(lower, lower + 3), "1"), TextEdit(ByteRange(lower + 4, lower + 7), "2")]
    let fix = try CanonicalReport.fix("Digits", edits, in: text.source)
    let finding = CanonicalReport.finding("a.b", .suggestion, "M.", text.ranges[0], fixes: [fix])
    let file = FileReport(path: "a.md", source: text.source, diagnostics: [finding])
    let json = try JSONValue(parsing: render(RunReport(files: [file], rules: [], toolVersion: ""), as: .rdjson))
    let diagnostic = json["diagnostics"][0]
    #expect(diagnostic["severity"].text == "INFO")
    #expect(diagnostic["location"]["range"]["start"]["column"].number == 5)
    #expect(diagnostic["location"]["range"]["end"]["column"].number == 12)
    #expect(diagnostic["suggestions"][0]["text"].text == "1 2")
    #expect(diagnostic["suggestions"][0]["range"] == diagnostic["location"]["range"])
  }

  @Test func xmlIsWellFormed() throws {
    for format in [ReportFormat.checkstyle, .junit] {
      #expect(XMLCheck.isWellFormed(render(try CanonicalReport.report(), as: format, options: CanonicalReport.options)))
    }
    for wrong in ["<a>", "<a b=\"<\"/>", "<a>&x;</a>", "<a/><b/>", "<a></b>", "<a b=\"\" b=\"\"/>"] {
      #expect(!XMLCheck.isWellFormed(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(wrong)".utf8)), "\(wrong)")
    }
  }

  @Test func junitCountsItsCases() throws {
    let report = try CanonicalReport.report()
    let output = String(decoding: render(report, as: .junit), as: UTF8.self)
    let clean = report.files.count { $0.diagnostics.isEmpty && $0.problems.isEmpty }
    let summary = Summary(report)
    let failures = summary.errors + summary.warnings + summary.suggestions
    #expect(
      output.contains(
        "tests=\"\(failures + summary.problems + clean)\" failures=\"\(failures)\" errors=\"\(summary.problems)\""))
    #expect(output.split(separator: "\n").count { $0.hasPrefix("<testcase ") } == failures + summary.problems + clean)
  }

  @Test func htmlMarksTheWordsAndEscapesTheRest() throws {
    let text = try MarkedText("a <b> & ⟦<script>⟧ c")
    let finding = CanonicalReport.finding("a.b", .error, "No <script>.", text.ranges[0])
    let file = FileReport(path: "a&b.md", source: text.source, diagnostics: [finding])
    let output = String(
      decoding: render(RunReport(files: [file], rules: [], toolVersion: ""), as: .html), as: UTF8.self)
    #expect(output.contains("<pre>a &lt;b&gt; &amp; <mark>&lt;script&gt;</mark> c</pre>"))
    #expect(output.contains("<h2>a&amp;b.md</h2>"))
    #expect(!output.contains("<script"))
  }
}
