import CalqueReporting
import CalqueText
import Testing

@Suite struct SnapshotTests {
  @Test(arguments: ReportFormat.allCases) func rendersTheCanonicalReport(as format: ReportFormat) throws {
    let output = render(try CanonicalReport.report(), as: format, options: CanonicalReport.options)
    try expectSnapshot(output, named: "canonical.\(format.rawValue)")
  }

  @Test func rendersTextInColor() throws {
    var options = CanonicalReport.options
    options.useColor = true
    try expectSnapshot(render(CanonicalReport.report(), as: .text, options: options), named: "color.text")
    try expectSnapshot(render(CanonicalReport.report(), as: .compact, options: options), named: "color.compact")
  }

  @Test func rendersTextForANarrowTerminal() throws {
    var options = CanonicalReport.options
    options.terminalWidth = 30
    try expectSnapshot(render(CanonicalReport.report(), as: .text, options: options), named: "narrow.text")
  }

  @Test func rendersTextWithoutSource() throws {
    var options = CanonicalReport.options
    options.showSource = false
    try expectSnapshot(render(CanonicalReport.report(), as: .text, options: options), named: "sourceless.text")
  }

  @Test(arguments: ColumnUnit.allCases) func countsColumnsInTheUnitAskedFor(unit: ColumnUnit) throws {
    var options = CanonicalReport.options
    options.columnUnit = unit
    try expectSnapshot(
      render(CanonicalReport.report(), as: .compact, options: options), named: "columns-\(unit.rawValue).compact")
  }

  @Test(arguments: ReportFormat.allCases) func rendersARunWithoutFiles(as format: ReportFormat) throws {
    let report = RunReport(files: [], rules: [], toolVersion: "")
    try expectSnapshot(render(report, as: format), named: "empty.\(format.rawValue)")
  }
}
