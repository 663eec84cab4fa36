import CalqueFiles
import CalqueReporting
import CalqueText
import CalqueUnicode

/// Writes a report in every format that was asked for.
struct ReportWriter {
  private let output: OutputOptions
  private let columnUnit: ColumnUnit
  /// True when a fixed text goes to standard output; reports then go to standard error.
  private let isOutTaken: Bool

  /// A writer; the column unit of the configuration holds where the options name none.
  init(_ output: OutputOptions, columnUnit: ColumnUnit?, isOutTaken: Bool) {
    self.output = output
    self.isOutTaken = isOutTaken
    self.columnUnit = output.columnUnit ?? columnUnit ?? .codePoint
  }

  /// Writes.
  ///
  /// - Throws: `FatalProblem` when a file cannot be written.
  func write(_ outcome: LintOutcome) throws {
    let destinations = try output.destinations()
    let report = outcome.report(describingRules: destinations.contains { $0.format.listsRules })
    for destination in destinations {
      var options = ReportOptions(
        columnUnit: columnUnit, displayWidth: { UnicodeProperties.displayWidth(of: $0) },
        workingDirectory: Console.currentDirectory,
        informationURI: "https://github.com/calque/calque")
      options.useColor = destination.file == nil && !isOutTaken && Console.useColor(output.color)
      let bytes = render(report, as: destination.format, options: options)
      guard let path = destination.file else {
        if isOutTaken { Console.writeError(bytes) } else { Console.writeOut(bytes) }
        continue
      }
      do throws(FileError) {
        try FileSystem().write(bytes, to: path)
      } catch {
        throw FatalProblem("\(path): \(error.reason)")
      }
    }
  }
}

extension ReportFormat {
  /// True for formats that describe the rules, not only name them.
  fileprivate var listsRules: Bool {
    switch self {
    case .sarif, .html: true
    case .text, .compact, .json, .ndjson, .github, .gitlab, .checkstyle, .junit, .rdjson: false
    }
  }
}
