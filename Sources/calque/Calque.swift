import CalqueFiles
import ArgumentParser

/// The command line.
@main
struct Calque: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calque",
    abstract: "Finds translation artifacts, inconsistent names and unhedged superlatives in English drafts.",
    usage: "calque [lint] [<options>] <path> ...\n       calque batch | explain | rules | test | init",
    discussion: """
      Lint a draft:            calque draft.md
      Lint standard input:     calque - < draft.md
      Learn about a finding:   calque explain russian.on-the-territory-of
      Choose the rules:        calque init

      A finding says where, why, and what to write instead. It never says that a machine wrote a text: what can be \
      found is translation, not machines.

      Exit codes: 0 nothing to report; 1 findings at or above --fail-on; 2 a wrong option, a broken configuration or \
      an input that cannot be read.
      """,
    version: toolVersion,
    subcommands: [
      LintCommand.self, BatchCommand.self, ExplainCommand.self, RulesCommand.self, TestCommand.self,
      InitCommand.self,
    ],
    defaultSubcommand: LintCommand.self)

  /// Parses the arguments and runs; wrong arguments end with code 2, as the contract says.
  static func main() {
    ignoreBrokenPipe()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exitProcess(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        Console.writeOut(message + "\n")
        exitProcess(0)
      }
      Console.writeError(message + "\n")
      exitProcess(2)
    }
  }
}

/// The version of this build.
let toolVersion = "0.1.0"
