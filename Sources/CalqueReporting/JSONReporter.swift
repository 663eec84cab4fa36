import CalqueText

/// One JSON object: the version of the tool, the files with their findings and problems, and the summary.
struct JSONReporter: FormatReporter {
  private let run: RunContext
  private var json = JSONWriter()

  init(_ run: RunContext) { self.run = run }

  mutating func begin(into output: inout [UInt8]) {
    json.beginObject()
    json.member("version", run.toolVersion)
    json.key("files")
    json.beginArray(linewise: true)
    json.flush(into: &output)
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    var writer = DiagnosticJSON(file, detail: .full)
    json.object { json in
      json.member("path", report.path)
      json.member("words", report.wordCount)
      json.array("diagnostics", linewise: true) { json in
        for diagnostic in report.diagnostics { writer.write(diagnostic, into: &json) }
      }
      json.array("problems", linewise: true) { json in
        for problem in report.problems { writer.write(problem, into: &json) }
      }
    }
    json.flush(into: &output)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    json.endContainer()
    json.object("summary") { json in
      json.member("files", summary.files)
      json.member("words", summary.words)
      json.member("errors", summary.errors)
      json.member("warnings", summary.warnings)
      json.member("suggestions", summary.suggestions)
      json.member("problems", summary.problems)
    }
    json.endContainer()
    json.endLine()
    json.flush(into: &output)
  }
}
