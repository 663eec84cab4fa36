import CalqueText

/// A form in which a report can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// One line a finding and a source excerpt; for people.
  case text
  /// One line a finding.
  case compact
  /// One JSON object.
  case json
  /// One JSON object a line, one line a finding.
  case ndjson
  /// SARIF 2.1.0, tuned for GitHub code scanning.
  case sarif
  /// Workflow commands that GitHub turns into annotations.
  case github
  /// GitLab Code Quality.
  case gitlab
  /// Checkstyle's XML.
  case checkstyle
  /// JUnit's XML.
  case junit
  /// reviewdog's diagnostic format.
  case rdjson
  /// One page for a browser.
  case html
}

/// Renders a whole report as UTF-8.
///
/// - Complexity: O(*n*) in the bytes of the texts that have findings, and O(*m* log *m*) in findings.
package func render(
  _ report: RunReport, as format: ReportFormat, options: ReportOptions = ReportOptions()
) -> [UInt8] {
  var output: [UInt8] = []
  var reporter = Reporter(format, rules: report.rules, toolVersion: report.toolVersion, options: options)
  for file in report.files { reporter.add(file, into: &output) }
  reporter.finish(into: &output)
  return output
}

/// Writes a report file by file, so that a text can be let go as soon as its file was added.
///
/// Give it the files in the order of their paths, then finish once. Formats that sort by severity keep what they render,
/// never the texts.
package struct Reporter {
  /// What was added so far.
  package private(set) var summary = Summary()
  private let options: ReportOptions
  private var format: any FormatReporter
  private var isBegun = false

  /// A reporter for one run.
  ///
  /// - Parameters:
  ///   - format: the form of the output.
  ///   - rules: every rule that may be named by a finding, ordered by id.
  ///   - toolVersion: the version of the tool.
  ///   - options: the layout.
  package init(
    _ format: ReportFormat, rules: [RuleDescription], toolVersion: String, options: ReportOptions = ReportOptions()
  ) {
    let run = RunContext(rules: rules, toolVersion: toolVersion, options: options)
    self.options = options
    self.format =
      switch format {
      case .text: TextReporter(run)
      case .compact: CompactReporter(run)
      case .json: JSONReporter(run)
      case .ndjson: NDJSONReporter(run)
      case .sarif: SARIFReporter(run)
      case .github: GitHubReporter(run)
      case .gitlab: GitLabReporter(run)
      case .checkstyle: CheckstyleReporter(run)
      case .junit: JUnitReporter(run)
      case .rdjson: RDJSONReporter(run)
      case .html: HTMLReporter(run)
      }
  }

  /// Adds the outcome for one input and writes what can be written already.
  package mutating func add(_ file: FileReport, into output: inout [UInt8]) {
    begin(into: &output)
    summary.add(file)
    var located = LocatedFile(file, width: options.displayWidth)
    format.add(&located, into: &output)
  }

  /// Writes the rest; nothing may be added afterwards.
  package mutating func finish(into output: inout [UInt8]) {
    begin(into: &output)
    format.finish(summary, into: &output)
  }

  private mutating func begin(into output: inout [UInt8]) {
    if isBegun { return }
    isBegun = true
    format.begin(into: &output)
  }
}

/// What holds for a whole run.
struct RunContext: Sendable {
  let rules: [RuleDescription]
  let toolVersion: String
  let options: ReportOptions
}

/// One output format: called once to begin, once a file, once to finish.
protocol FormatReporter {
  mutating func begin(into output: inout [UInt8])
  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8])
  mutating func finish(_ summary: Summary, into output: inout [UInt8])
}

extension FormatReporter {
  mutating func begin(into output: inout [UInt8]) {}
  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {}
}

extension [UInt8] {
  /// Appends the UTF-8 of a text.
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }
}
