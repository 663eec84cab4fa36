import CalqueText

/// One line a finding: `path:line:col: severity: message [rule-id]`.
struct CompactReporter: FormatReporter {
  private let headline: Headline

  init(_ run: RunContext) { headline = Headline(options: run.options) }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    for problem in report.problems { headline.write(problem, in: &file, into: &output) }
    for diagnostic in report.diagnostics { headline.write(diagnostic, in: &file, into: &output) }
  }
}

/// The line that names a finding, a problem or a related place; the form of the GNU Coding Standards, §4.4, with severity.
struct Headline {
  private let unit: ColumnUnit
  private let painter: Painter

  init(options: ReportOptions) {
    unit = options.columnUnit
    painter = Painter(useColor: options.useColor)
  }

  func write(_ diagnostic: Diagnostic, in file: inout LocatedFile, into output: inout [UInt8]) {
    write(
      path: file.report.path, position: file.position(of: diagnostic.range.lower, unit: unit),
      label: diagnostic.severity.label, ink: Ink(diagnostic.severity), message: diagnostic.message,
      code: diagnostic.rule.text, into: &output)
  }

  func write(_ problem: InputProblem, in file: inout LocatedFile, into output: inout [UInt8]) {
    write(
      path: file.report.path, position: problem.range.flatMap { file.position(of: $0.lower, unit: unit) },
      label: "error", ink: .error, message: problem.message, code: problem.code, into: &output)
  }

  func write(_ related: RelatedLocation, in file: inout LocatedFile, into output: inout [UInt8]) {
    write(
      path: related.path ?? file.report.path, position: file.position(of: related, unit: unit), label: "note",
      ink: .note, message: related.message, code: nil, into: &output)
  }

  private func write(
    path: String, position: LinePosition?, label: String, ink: Ink, message: String, code: String?,
    into output: inout [UInt8]
  ) {
    painter.paint(.strong, into: &output) { output in
      output.writeVisible(path, isName: true)
      if let position { output.write(":\(position.line):\(position.column)") }
      output.write(":")
    }
    output.write(" ")
    painter.paint("\(label):", ink, into: &output)
    output.write(" ")
    painter.paint(.strong, into: &output) { $0.writeVisible(message) }
    if let code {
      output.write(" ")
      painter.paint(.faint, into: &output) { $0.writeVisible("[\(code)]") }
    }
    output.write("\n")
  }
}
