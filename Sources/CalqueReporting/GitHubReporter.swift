import CalqueText

/// Workflow commands, which GitHub Actions turns into annotations: the worst first, because it shows only the first ten of
/// each level.
///
/// Escapes and limits: GitHub, “Workflow commands for GitHub Actions”; actions/toolkit `packages/core/src/command.ts`.
struct GitHubReporter: FormatReporter {
  private let paths: ReportPaths
  private var commands: [Severity: [UInt8]] = [:]

  init(_ run: RunContext) { paths = ReportPaths(workingDirectory: run.options.workingDirectory) }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    let path = paths.place(of: report.path).path
    for problem in report.problems {
      let location = problem.range.flatMap { file.location(of: $0) }
      write(.error, path: path, location: location, title: problem.code, message: problem.message)
    }
    for diagnostic in report.diagnostics {
      let location = file.location(of: diagnostic.range)
      write(
        diagnostic.severity, path: path, location: location, title: diagnostic.rule.text, message: diagnostic.message)
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    for severity in Severity.allCases.sorted(by: >) { output.append(contentsOf: commands[severity] ?? []) }
  }

  private mutating func write(
    _ severity: Severity, path: String, location: Location?, title: String, message: String
  ) {
    var command: [UInt8] = []
    command.write("::\(severity == .suggestion ? "notice" : severity.rawValue) file=")
    Self.escape(path, isProperty: true, into: &command)
    if let location {
      command.write(",line=\(location.start.line),endLine=\(location.end.line)")
      // GitHub refuses columns for a range over several lines.
      if !location.isMultiline { command.write(",col=\(location.start.column),endColumn=\(location.end.column)") }
    }
    command.write(",title=")
    Self.escape(title, isProperty: true, into: &command)
    command.write("::")
    Self.escape(message, isProperty: false, into: &command)
    command.write("\n")
    commands[severity, default: []].append(contentsOf: command)
  }

  private static func escape(_ text: String, isProperty: Bool, into output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): output.write("%25")
      case UInt8(ascii: "\r"): output.write("%0D")
      case UInt8(ascii: "\n"): output.write("%0A")
      case UInt8(ascii: ":") where isProperty: output.write("%3A")
      case UInt8(ascii: ",") where isProperty: output.write("%2C")
      default: output.append(byte)
      }
    }
  }
}

extension Summary {
  /// A line for stderr when GitHub will not show every annotation of the `github` format; nil when it will.
  ///
  /// GitHub keeps ten annotations of each level a step (actions/toolkit#734).
  package var hiddenAnnotationsNote: String? {
    let limit = 10
    let counts = [(errors + problems, "error"), (warnings, "warning"), (suggestions, "notice")]
    let hidden = counts.filter { $0.0 > limit }.map { Self.counted($0.0 - limit, $0.1) }
    if hidden.isEmpty { return nil }
    return "GitHub shows the first \(limit) annotations of each level; not shown: \(hidden.joined(separator: ", ")). "
      + "Upload --format sarif to see them all."
  }
}
