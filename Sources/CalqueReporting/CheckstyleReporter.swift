import CalqueText

/// Checkstyle's XML, which many review tools read: a `file` for each input with findings, an `error` for each of them.
struct CheckstyleReporter: FormatReporter {
  init(_ run: RunContext) {}

  mutating func begin(into output: inout [UInt8]) {
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    if report.diagnostics.isEmpty, report.problems.isEmpty { return }
    XML.open("file", [("name", report.path)], into: &output)
    output.write("\n")
    for problem in report.problems {
      let position = problem.range.flatMap { file.position(of: $0.lower) }
      Self.write(problem.message, position: position, severity: "error", source: problem.code, into: &output)
    }
    for diagnostic in report.diagnostics {
      let severity = diagnostic.severity == .suggestion ? "info" : diagnostic.severity.rawValue
      Self.write(
        diagnostic.message, position: file.position(of: diagnostic.range.lower), severity: severity,
        source: "calque.\(diagnostic.rule)", into: &output)
    }
    output.write("</file>\n")
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    output.write("</checkstyle>\n")
  }

  private static func write(
    _ message: String, position: LinePosition?, severity: String, source: String, into output: inout [UInt8]
  ) {
    var attributes = position.map { [("line", String($0.line)), ("column", String($0.column))] } ?? []
    attributes += [("severity", severity), ("message", message), ("source", source)]
    XML.open("error", attributes, isEmpty: true, into: &output)
    output.write("\n")
  }
}

/// Writes XML 1.0.
enum XML {
  /// Writes the start of an element, or an empty element.
  static func open(
    _ name: String, _ attributes: [(name: String, value: String)], isEmpty: Bool = false, into output: inout [UInt8]
  ) {
    output.write("<\(name)")
    for (name, value) in attributes {
      output.write(" \(name)=\"")
      escape(value, into: &output)
      output.write("\"")
    }
    output.write(isEmpty ? "/>" : ">")
  }

  /// Writes text for an element or an attribute; what XML cannot hold becomes U+FFFD.
  static func escape(_ text: String, into output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: output.write("&amp;")
      case 0x3C: output.write("&lt;")
      case 0x3E: output.write("&gt;")
      case 0x22: output.write("&quot;")
      case 0x09, 0x0A, 0x0D: output.write("&#\(scalar.value);")
      case 0x00..<0x20, 0xFFFE, 0xFFFF: output.write("\u{FFFD}")
      default: if let encoded = UTF8.encode(scalar) { output.append(contentsOf: encoded) }
      }
    }
  }
}
