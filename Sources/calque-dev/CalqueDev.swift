import ArgumentParser
import CalqueFiles

/// Tools for contributors.
@main
struct CalqueDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calque-dev", abstract: "Tools for people who work on Calque.",
    subcommands: [NewRuleCommand.self, CuesCommand.self])
}
