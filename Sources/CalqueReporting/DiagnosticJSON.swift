import CalqueText

/// Writes findings and problems of one text as JSON objects; `json`, `ndjson` and `calque batch` share it.
///
/// Offsets are UTF-8 bytes, lines and columns count from 1, columns are code points unless their name says UTF-16. Lines
/// and columns are `null` where there is no text to count in.
package struct DiagnosticJSON {
  /// How much an object says.
  package enum Detail: Sendable {
    /// What the protocol of `calque batch` names: offsets, and the line and column of the start.
    case protocolFields
    /// The end and the UTF-16 columns as well, and lines and columns of related places.
    case full
  }

  private var file: LocatedFile
  private let detail: Detail

  /// A writer for the findings of one input.
  package init(_ file: FileReport, detail: Detail) {
    self.init(LocatedFile(file, width: { _ in 1 }), detail: detail)
  }

  init(_ file: LocatedFile, detail: Detail) {
    self.file = file
    self.detail = detail
  }

  /// Writes a finding; with a path, that comes first.
  package mutating func write(_ diagnostic: Diagnostic, path: String? = nil, into json: inout JSONWriter) {
    json.beginObject()
    if let path { json.member("path", path) }
    json.member("rule", diagnostic.rule.text)
    json.member("claim", diagnostic.claim.rawValue)
    json.member("severity", diagnostic.severity.rawValue)
    json.member("message", diagnostic.message)
    writeRange(diagnostic.range, into: &json)
    writePlace(diagnostic.range, into: &json)
    json.array("fixes") { json in
      for fix in diagnostic.fixes { Self.write(fix, into: &json) }
    }
    json.key("related")
    json.beginArray()
    for related in diagnostic.related { write(related, into: &json) }
    json.endContainer()
    json.endContainer()
  }

  /// Writes a problem of the input.
  package mutating func write(_ problem: InputProblem, into json: inout JSONWriter) {
    json.beginObject()
    json.member("code", problem.code)
    json.member("message", problem.message)
    if let range = problem.range {
      writeRange(range, into: &json)
      writePosition(file.position(of: range.lower), into: &json)
    }
    json.endContainer()
  }

  private mutating func write(_ related: RelatedLocation, into json: inout JSONWriter) {
    json.beginObject()
    if let path = related.path { json.member("path", path) }
    writeRange(related.range, into: &json)
    if detail == .full { writePosition(file.position(of: related), into: &json) }
    json.member("message", related.message)
    json.endContainer()
  }

  private static func write(_ fix: Fix, into json: inout JSONWriter) {
    json.object { json in
      json.member("title", fix.title)
      json.member("safety", fix.safety.rawValue)
      json.array("edits") { json in
        for edit in fix.edits.edits {
          json.object { json in
            json.member("start", edit.range.lower)
            json.member("end", edit.range.upper)
            json.member("text", edit.text)
          }
        }
      }
    }
  }

  private func writeRange(_ range: ByteRange, into json: inout JSONWriter) {
    json.member("start", range.lower)
    json.member("end", range.upper)
  }

  private mutating func writePlace(_ range: ByteRange, into json: inout JSONWriter) {
    let start = file.position(of: range.lower)
    writePosition(start, into: &json)
    guard detail == .full else { return }
    let wideStart = file.position(of: range.lower, unit: .utf16)
    let end = file.position(of: range.upper)
    let wideEnd = file.position(of: range.upper, unit: .utf16)
    write("endLine", end?.line, into: &json)
    write("endColumn", end?.column, into: &json)
    write("utf16Column", wideStart?.column, into: &json)
    write("utf16EndColumn", wideEnd?.column, into: &json)
  }

  private func writePosition(_ position: LinePosition?, into json: inout JSONWriter) {
    write("line", position?.line, into: &json)
    write("column", position?.column, into: &json)
  }

  private func write(_ name: String, _ number: Int?, into json: inout JSONWriter) {
    json.key(name)
    if let number { json.value(number) } else { json.null() }
  }
}
