import CalqueText

/// One JSON object a line: a finding with its path, or a path with a `problem`.
struct NDJSONReporter: FormatReporter {
  init(_ run: RunContext) {}

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    var json = JSONWriter()
    var writer = DiagnosticJSON(file, detail: .full)
    for problem in report.problems {
      json.beginObject()
      json.member("path", report.path)
      json.key("problem")
      writer.write(problem, into: &json)
      json.endContainer()
      json.endLine()
    }
    for diagnostic in report.diagnostics {
      writer.write(diagnostic, path: report.path, into: &json)
      json.endLine()
    }
    json.flush(into: &output)
  }
}
