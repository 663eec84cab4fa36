import ArgumentParser
import CalqueConfiguration
import CalqueFiles
import CalqueFormats
import CalqueText

/// One text to lint.
struct InputFile: Sendable {
  /// The path for output.
  let path: String
  /// Where it is read; nil for standard input.
  let absolutePath: String?
  /// The index of its settings.
  let settings: Int
  /// The format it is read in.
  let format: TextFormat
}

/// Everything that a run is about.
struct CollectedInputs {
  var files: [InputFile]
  /// Paths that cannot be used.
  let problems: [FileError]
  /// The different settings of the files.
  let settings: [Settings]
  /// What the configuration of the working folder says about the whole run.
  let run: RunValues
  /// The rules that were loaded to check names, for compiling.
  let sets: RuleSets
}

/// Finds the texts to lint and their settings.
struct InputCollector {
  private let command: LintCommand

  init(_ command: LintCommand) { self.command = command }

  /// Extensions of the files that are taken in folders.
  static let extensions: Set<String> = ["md", "markdown", "mdx", "qmd", "rmd", "txt", "text"]

  func collect(resolver: consuming ConfigurationResolver) throws -> CollectedInputs {
    var resolver = resolver
    let folder = Console.currentDirectory
    let options = WalkOptions(
      extensions: Self.extensions, usesGitIgnore: !command.noIgnore, filtersNamed: command.forceExclude)
    let walked = FileWalker.find(command.paths.filter { $0 != "-" }, options: options) { path, isFolder in
      resolver.configuration(ofFolder: Path.parent(path) ?? "/").excludesItself(path, isFolder: isFolder)
    }
    var files = walked.files.map { file in
      InputFile(
        path: file.path, absolutePath: file.absolutePath, settings: resolver.settingsIndex(forFile: file.absolutePath),
        format: format(of: file.path))
    }
    if command.paths.contains("-") {
      let name = command.stdinFilename ?? "<stdin>"
      let absolute = Path.normalized(Path.joined(folder, command.stdinFilename ?? "stdin"))
      files.append(
        InputFile(
          path: name, absolutePath: nil, settings: resolver.settingsIndex(forFile: absolute),
          format: format(of: command.stdinFilename ?? "")))
    }
    let run = resolver.configuration(ofFolder: folder).run
    var sets = RuleSets(rulesFrom: command.rulesFrom)
    // A configuration may name the rules of its own rule files; a run may meet configurations with different ones, and
    // the options hold for all of them.
    var names = KnownNames(rules: [])
    for ruleFiles in resolver.ruleFileLists { names = names.union(try sets.library(adding: ruleFiles).knownNames) }
    resolver.checkNames(names)
    try report(resolver.errors)
    return CollectedInputs(
      files: files, problems: walked.problems, settings: resolver.settings, run: run, sets: sets)
  }

  private func format(of path: String) -> TextFormat {
    command.inputFormat ?? TextFormat.inferred(fromPath: path) ?? .text
  }
}

/// A resolver over the files on the disk.
func makeResolver(values: PathValues, config: String?, isIsolated: Bool) throws -> ConfigurationResolver {
  let folder = Console.currentDirectory
  let mode: ConfigurationMode =
    if let config { .file(Path.normalized(Path.joined(folder, config))) } else if isIsolated { .isolated } else {
      .discovered
    }
  return ConfigurationResolver(files: FileSystem(), mode: mode, workingFolder: folder, commandLine: values)
}
