import CalqueText

/// reviewdog's diagnostic format (`rdjson`): lines and UTF-8 byte columns from 1, the end exclusive.
///
/// Fields: reviewdog, `proto/rdf/reviewdog.proto`.
struct RDJSONReporter: FormatReporter {
  private let run: RunContext
  private let paths: ReportPaths
  private var json = JSONWriter()

  init(_ run: RunContext) {
    self.run = run
    paths = ReportPaths(workingDirectory: run.options.workingDirectory)
  }

  mutating func begin(into output: inout [UInt8]) {
    json.beginObject()
    json.object("source") { json in
      json.member("name", "calque")
      if let uri = run.options.informationURI, !uri.isEmpty { json.member("url", uri) }
    }
    json.key("diagnostics")
    json.beginArray(linewise: true)
    json.flush(into: &output)
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    let path = paths.place(of: report.path).path
    for problem in report.problems {
      json.beginObject()
      let location = problem.range.flatMap { file.location(of: $0, unit: .byte) }
      writeHead(problem.message, path: path, location: location, severity: "ERROR", code: problem.code)
      json.endContainer()
    }
    for diagnostic in report.diagnostics { write(diagnostic, path: path, of: &file) }
    json.flush(into: &output)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    json.endContainer()
    json.endContainer()
    json.endLine()
    json.flush(into: &output)
  }

  private mutating func write(_ diagnostic: Diagnostic, path: String, of file: inout LocatedFile) {
    json.beginObject()
    let location = file.location(of: diagnostic.range, unit: .byte)
    writeHead(
      diagnostic.message, path: path, location: location, severity: Self.level(of: diagnostic.severity),
      code: diagnostic.rule.text)
    json.key("suggestions")
    json.beginArray()
    for fix in diagnostic.fixes { write(fix, of: &file) }
    json.endContainer()
    json.key("related_locations")
    json.beginArray()
    for related in diagnostic.related { write(related, path: path, of: &file) }
    json.endContainer()
    json.endContainer()
  }

  private mutating func writeHead(_ message: String, path: String, location: Location?, severity: String, code: String)
  {
    json.member("message", message)
    writeLocation(path: path, location: location)
    json.member("severity", severity)
    json.object("code") { $0.member("value", code) }
  }

  /// Writes a fix as one replacement from its first to its last edit: a suggestion is a whole way to mend a finding.
  private mutating func write(_ fix: Fix, of file: inout LocatedFile) {
    guard let extent = fix.edits.extent, let source = file.report.source,
      let location = file.location(of: extent, unit: .byte)
    else { return }
    var text: [UInt8] = []
    var next = extent.lower
    for edit in fix.edits.edits {
      text.append(contentsOf: source.bytes[Int(next)..<Int(edit.range.lower)])
      text.write(edit.text)
      next = edit.range.upper
    }
    json.object { json in
      Self.writeRange(location, into: &json)
      json.member("text", String(decoding: text, as: UTF8.self))
    }
  }

  private mutating func write(_ related: RelatedLocation, path: String, of file: inout LocatedFile) {
    // The column of a place in another file is in code points, so that only its line can be given.
    let line = related.position.map { LinePosition(line: $0.line, column: 0) }
    let elsewhere = line.map { Location(start: $0, end: $0) }
    let location = related.path == nil ? file.location(of: related.range, unit: .byte) : elsewhere
    json.beginObject()
    json.member("message", related.message)
    writeLocation(path: related.path.map { paths.place(of: $0).path } ?? path, location: location)
    json.endContainer()
  }

  private mutating func writeLocation(path: String, location: Location?) {
    json.object("location") { json in
      json.member("path", path)
      if let location { Self.writeRange(location, into: &json) }
    }
  }

  private static func writeRange(_ location: Location, into json: inout JSONWriter) {
    json.object("range") { json in
      for (name, position) in [("start", location.start), ("end", location.end)] {
        json.object(name) { json in
          json.member("line", position.line)
          if position.column > 0 { json.member("column", position.column) }
        }
      }
    }
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .suggestion: "INFO"
    }
  }
}
