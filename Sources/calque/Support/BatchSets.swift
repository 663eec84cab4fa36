import ArgumentParser
import CalqueConfiguration
import CalqueFiles
import CalqueLinter
import CalqueRules
import CalqueText
import Synchronization

/// The rule sets of a batch: one for each source language that requests name.
final class BatchSets: Sendable {
  private let values: PathValues
  private let config: String?
  private let state: Mutex<RuleSets>
  private let standard: CompiledSet

  /// Sets from the options of the command.
  init(choice: RuleChoice, config: String?, rulesFrom: String?) throws {
    values = try choice.values()
    self.config = config
    var sets = RuleSets(rulesFrom: rulesFrom)
    var resolver = Self.resolver(values, config)
    let settings = resolver.settings(forFile: Path.joined(Console.currentDirectory, "batch"))
    resolver.checkNames(try sets.library(adding: settings.ruleFiles).knownNames)
    try report(resolver.errors)
    standard = try sets.set(for: settings)
    state = Mutex(sets)
  }

  private static func resolver(_ values: PathValues, _ config: String?) -> ConfigurationResolver {
    let folder = Console.currentDirectory
    let mode = config.map { ConfigurationMode.file(Path.normalized(Path.joined(folder, $0))) } ?? .isolated
    return ConfigurationResolver(
      files: FileSystem(), mode: mode, workingFolder: folder, commandLine: values)
  }

  /// A worker for requests that name a source language, or none.
  func worker(source: String?) -> LintWorker {
    guard let source else { return standard.worker() }
    var values = values
    values.sources = [Sourced(source, .commandLine("source"))]
    var resolver = Self.resolver(values, config)
    let settings = resolver.settings(forFile: Path.joined(Console.currentDirectory, "batch"))
    // The same rules compiled before; only their severities differ, so that this cannot fail.
    let set = state.withLock { try? $0.set(for: settings) }
    return (set ?? standard).worker()
  }
}

/// Ends the run when the configuration is wrong, after one line an error.
func report(_ errors: [ConfigurationError]) throws {
  if errors.isEmpty { return }
  for error in errors { Console.writeError(error.text(relativeTo: Console.currentDirectory) + "\n") }
  throw ExitCode(2)
}
