import CalqueText

/// JUnit's XML: each finding is a test that failed, each input without findings one that passed.
struct JUnitReporter: FormatReporter {
  private var cases: [UInt8] = []
  private var count = 0

  init(_ run: RunContext) {}

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    if report.diagnostics.isEmpty, report.problems.isEmpty {
      count += 1
      XML.open("testcase", [("classname", report.path), ("name", "calque")], isEmpty: true, into: &cases)
      cases.write("\n")
    }
    for problem in report.problems {
      let position = problem.range.flatMap { file.position(of: $0.lower) }
      write(problem.message, path: report.path, name: problem.code, position: position, element: "error", type: "error")
    }
    for diagnostic in report.diagnostics {
      let position = file.position(of: diagnostic.range.lower)
      write(
        diagnostic.message, path: report.path, name: diagnostic.rule.text, position: position, element: "failure",
        type: diagnostic.severity.rawValue)
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    let failures = summary.errors + summary.warnings + summary.suggestions
    let attributes = [
      ("name", "calque"), ("tests", String(count)), ("failures", String(failures)),
      ("errors", String(summary.problems)),
    ]
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")
    XML.open("testsuite", attributes, into: &output)
    output.write("\n")
    output.append(contentsOf: cases)
    output.write("</testsuite>\n</testsuites>\n")
  }

  private mutating func write(
    _ message: String, path: String, name: String, position: LinePosition?, element: String, type: String
  ) {
    count += 1
    let place = position.map { "\($0.line):\($0.column)" }
    let attributes = [("classname", path), ("name", name + (place.map { " (\($0))" } ?? ""))]
    XML.open("testcase", attributes, into: &cases)
    XML.open(element, [("type", type), ("message", message)], into: &cases)
    XML.escape(path + (place.map { ":\($0)" } ?? "") + ": " + message, into: &cases)
    cases.write("</\(element)></testcase>\n")
  }
}
