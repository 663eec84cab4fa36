import CalqueReporting
import CalqueTestSupport
import CalqueText
import Testing

@Suite struct RobustnessTests {
  /// A report of random texts, with ranges anywhere in them and some beyond them.
  private static func report(seed: UInt64) -> RunReport {
    var random = RepeatableRandom(seed: seed)
    var files: [FileReport] = []
    for number in 0..<3 {
      var text = ""
      for _ in 0..<20 {
        text += JSONWriterTests.randomText(using: &random) + random.pick(["", " ", "\n", "\r\n", "\t"])
      }
      let source = SourceText(text)
      let limit = UInt32(source.count + (number == 2 ? 10 : 0))
      func range() -> ByteRange {
        var ends = [UInt32.random(in: 0...limit, using: &random), UInt32.random(in: 0...limit, using: &random)]
        for index in ends.indices where ends[index] <= source.count {
          while !source.isScalarBoundary(ends[index]) { ends[index] -= 1 }
        }
        return ByteRange(min(ends[0], ends[1]), max(ends[0], ends[1]))
      }
      let diagnostics = (0..<10).map { _ in
        let edits = TextEdits([TextEdit(range(), JSONWriterTests.randomText(using: &random))], in: source)
        return Diagnostic(
          rule: RuleID(JSONWriterTests.randomText(using: &random)), claim: random.pick(Claim.allCases),
          severity: random.pick(Severity.allCases), message: JSONWriterTests.randomText(using: &random), range: range(),
          fixes: edits.map { [Fix(title: JSONWriterTests.randomText(using: &random), safety: .safe, edits: $0)] } ?? [],
          related: [RelatedLocation(range: range(), message: JSONWriterTests.randomText(using: &random))])
      }
      let problem = InputProblem(
        code: JSONWriterTests.randomText(using: &random), message: JSONWriterTests.randomText(using: &random),
        range: range())
      files.append(
        FileReport(
          path: JSONWriterTests.randomText(using: &random), source: source,
          diagnostics: diagnostics.sorted(by: Diagnostic.isOrdered), problems: [problem]))
    }
    return RunReport(files: files, rules: [], toolVersion: JSONWriterTests.randomText(using: &random))
  }

  @Test(arguments: 1...24) func rendersAnyReportTheSameTwice(seed: UInt64) throws {
    let report = Self.report(seed: seed)
    let options = ReportOptions(
      columnUnit: ColumnUnit.allCases[Int(seed % 4)], useColor: seed % 2 == 0, terminalWidth: Int(seed % 7) * 20,
      displayWidth: { CanonicalReport.width($0) }, workingDirectory: seed % 3 == 0 ? "/" : nil)
    for format in ReportFormat.allCases {
      let output = render(report, as: format, options: options)
      #expect(output == render(report, as: format, options: options))
      #expect(throws: Never.self) { try SourceText(validating: output) }
      switch format {
      case .json, .sarif, .gitlab, .rdjson:
        #expect(throws: Never.self, "seed \(seed)") { try JSONValue(parsing: output) }
      case .ndjson:
        for line in output.split(separator: 0x0A) {
          #expect(throws: Never.self, "seed \(seed)") { try JSONValue(parsing: line) }
        }
      case .compact:
        let count = report.files.reduce(0) { $0 + $1.diagnostics.count + $1.problems.count }
        #expect(output.count { $0 == 0x0A } == count)
      case .checkstyle, .junit: #expect(XMLCheck.isWellFormed(output), "seed \(seed)")
      case .text, .github, .html: break
      }
    }
  }

  @Test func writesTheSameFileByFile() throws {
    let report = try CanonicalReport.report()
    for format in ReportFormat.allCases {
      var reporter = Reporter(
        format, rules: report.rules, toolVersion: report.toolVersion, options: CanonicalReport.options)
      var output: [UInt8] = []
      for file in report.files {
        var part: [UInt8] = []
        reporter.add(file, into: &part)
        output += part
      }
      reporter.finish(into: &output)
      #expect(output == render(report, as: format, options: CanonicalReport.options))
      #expect(reporter.summary == Summary(report))
    }
  }

  /// A step that walks the line again for every finding takes hours here.
  @Test(.timeLimit(.minutes(1)), arguments: ReportFormat.allCases)
  func takesManyFindingsOnOneLine(as format: ReportFormat) {
    let part = "Ein schöner Satz über 漢字. "
    let count = 5_000
    let source = SourceText(String(repeating: part, count: count))
    let step = part.utf8.count
    let diagnostics = (0..<count).map { number in
      CanonicalReport.finding(
        "a.b", .warning, "M.", ByteRange(number * step + 4, number * step + 12),
        related: [
          RelatedLocation(range: ByteRange((count - 1 - number) * step, (count - number) * step), message: "R.")
        ])
    }
    let file = FileReport(path: "a", source: source, diagnostics: diagnostics)
    let output = render(RunReport(files: [file], rules: [], toolVersion: "1.0.0"), as: format)
    #expect(output.count { $0 == 0x0A } >= count)
  }
}
