import CalqueFiles
import ArgumentParser
import CalqueConfiguration
import CalqueFormats
import CalqueReporting
import CalqueText

/// `calque lint`, which may be left out: lints files, folders or standard input.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Lint files, folders, or standard input. The default command.",
    discussion: """
      Folders are searched for Markdown and plain text; .gitignore and .calqueignore are honored. A file that is named is \
      linted whatever it is called.

        calque draft.md docs/
        calque --format sarif=calque.sarif --format text docs/
        calque --fix draft.md              apply the fixes that cannot change the meaning
        calque --unsafe-fixes --diff .     show all fixes as a patch
        git show HEAD:draft.md | calque - --stdin-filename draft.md
      """)

  @Argument(help: "Files, folders, or - for standard input.", completion: .file()) var paths: [String] = []

  @OptionGroup var choice: RuleChoice
  @OptionGroup var output: OutputOptions
  @OptionGroup var fixing: FixOptions

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The least severity that makes the exit code 1: error, warning, suggestion or never (default: warning).",
      valueName: "severity"))
  var failOn: FailLevel?

  @Option(
    name: .customLong("max-warnings"),
    help: ArgumentHelp("Fail when there are more warnings than this, whatever --fail-on says.", valueName: "n"))
  var maxWarnings: Int?

  @Option(help: ArgumentHelp("Use this configuration file and look for no other.", valueName: "file"))
  var config: String?
  @Flag(help: "Look for no configuration file.") var isolated = false
  @Option(
    name: .customLong("print-config"),
    help: ArgumentHelp("Print the configuration of a file, with the origin of every key, and end.", valueName: "file"))
  var printConfig: String?

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The path that standard input stands for: tells its format and configuration.", valueName: "path"))
  var stdinFilename: String?
  @Option(name: .customLong("input-format"), help: "Read every input in this format: text or markdown.")
  var inputFormat: TextFormat?
  @Option(help: ArgumentHelp("The encoding of inputs that are not UTF-8, by its name in ICU.", valueName: "name"))
  var encoding: String?

  @Option(name: [.short, .long], help: "Threads at most; default: as many as the machine has cores.") var jobs: Int?
  @Flag(name: .customLong("force-exclude"), help: "Honor ignore files and “exclude” for named files too, as in hooks.")
  var forceExclude = false
  @Flag(name: .customLong("no-ignore"), help: "Do not read .gitignore files.") var noIgnore = false
  @Option(name: .customLong("rules-from"), help: .hidden) var rulesFrom: String?

  func run() throws {
    if let printConfig { return try ConfigurationPrinter.print(printConfig, resolver: try resolver()) }
    if paths.isEmpty {
      throw ValidationError("name a file, a folder, or - for standard input; “calque --help” shows more")
    }
    if maxWarnings.map({ $0 < 0 }) ?? false { throw ValidationError("--max-warnings must be 0 or more") }
    let start = Console.seconds
    let inputs = try InputCollector(self).collect(resolver: try resolver())
    let runner = LintRunner(command: self, inputs: inputs)
    let outcome = try runner.run()
    if fixing.showsDiff {
      Console.writeOut(outcome.patch)
    } else {
      let isOutTaken = fixing.applies && paths.contains("-")
      try ReportWriter(output, columnUnit: inputs.run.columnUnit?.value, isOutTaken: isOutTaken).write(outcome)
    }
    if output.showsStatistics { Console.writeError(outcome.statistics(seconds: Console.seconds - start)) }
    // The process ends here: taking the rule set apart piece by piece would cost more than linting a short draft.
    exitProcess(exitCode(outcome, run: inputs.run))
  }

  /// Prints the summary and gives the exit code.
  private func exitCode(_ outcome: LintOutcome, run: RunValues) -> Int32 {
    if !output.quiet { Console.writeError(outcome.summaryLine + "\n") }
    if outcome.hasProblems { return 2 }
    let level = failOn ?? run.failOn?.value ?? .warning
    if outcome.severities.contains(where: level.fails) { return 1 }
    let limit = maxWarnings ?? run.maxWarnings?.value
    let warnings = outcome.severities.filter { $0 == .warning }.count
    guard let limit, warnings > limit else { return 0 }
    Console.writeError("\(warnings) warnings are more than --max-warnings \(limit)\n")
    return 1
  }

  /// A resolver for the configuration of every input.
  func resolver() throws -> ConfigurationResolver {
    if isolated, config != nil { throw ValidationError("--config and --isolated exclude each other") }
    return try makeResolver(values: try choice.values(encoding: encoding), config: config, isIsolated: isolated)
  }
}

extension FailLevel: ExpressibleByArgument {}
extension TextFormat: ExpressibleByArgument {}
