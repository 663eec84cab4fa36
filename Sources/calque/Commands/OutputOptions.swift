import ArgumentParser
import CalqueFiles
import CalqueReporting
import CalqueText
import CalqueUnicode

/// Options about what is printed, and where.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: text). May be repeated; “sarif=FILE” \
      writes to a file.
      """, valueName: "format[=file]"))
  var format: [String] = []

  @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Color the output: auto, always or never. NO_COLOR and FORCE_COLOR are honored.")
  var color = ColorChoice.auto

  @Option(
    name: .customLong("column-unit"),
    help: ArgumentHelp("Count columns as code-point, byte, utf16 or display (default: code-point).", valueName: "unit"))
  var columnUnit: ColumnUnit?

  @Flag(name: [.short, .long], help: "Print no summary.") var quiet = false
  @Flag(name: .customLong("stats"), help: "Print what each rule found, and how long the run took.")
  var showsStatistics = false

  /// One format and where it goes; nil for standard output.
  struct Destination {
    let format: ReportFormat
    let file: String?
  }

  func validate() throws {
    let destinations = try destinations()
    if destinations.filter({ $0.file == nil }).count > 1 {
      throw ValidationError(
        "only one format can go to standard output; write “--format \(destinations[0].format)=FILE”")
    }
  }

  /// What to write and where.
  func destinations() throws -> [Destination] {
    if format.isEmpty { return [Destination(format: .text, file: output)] }
    return try format.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let format = ReportFormat(rawValue: name) else {
        let names = ReportFormat.allCases.map(\.rawValue)
        let near = nearestName(to: parts.first ?? text, in: names).map { "did you mean “\($0)”?" }
        throw ValidationError("there is no format “\(text)”; \(near ?? "there are \(names.joined(separator: ", "))")")
      }
      return Destination(format: format, file: parts.count == 2 ? parts[1] : output)
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension ColumnUnit: ExpressibleByArgument {}
