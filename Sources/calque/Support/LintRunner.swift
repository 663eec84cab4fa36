import CalqueConfiguration
import CalqueFiles
import CalqueFormats
import CalqueLinter
import CalqueReporting
import CalqueRules
import CalqueText
import CalqueUnicode
import Synchronization

/// What linting one input gave, before files are compared.
private struct FileOutcome: Sendable {
  let path: String
  let source: SourceText?
  var result: LintResult
  /// The text before fixes, when a patch is wanted and something changed.
  let before: SourceText?
  let fixCount: Int
  let facts: FileFacts
}

/// Lints all inputs of a run and compares them.
struct LintRunner {
  private let command: LintCommand
  private let inputs: CollectedInputs

  init(command: LintCommand, inputs: CollectedInputs) {
    self.command = command
    self.inputs = inputs
  }

  /// Runs.
  ///
  /// - Throws: `ExitCode` after messages, when a rule file cannot be used.
  func run() throws -> LintOutcome {
    var sets = inputs.sets
    let compiled = try inputs.settings.map { try sets.set(for: $0) }
    let encodings = inputs.settings.map(\.encoding)
    let level = command.fixing.level
    let writesFixes = command.fixing.applies
    let progress = Progress(total: inputs.files.count)
    let jobs = try positive(command.jobs, "--jobs") ?? Console.processorCount
    var outcomes = OrderedParallel.map(
      inputs.files, jobs: jobs, makeScratch: { WorkerPool(compiled) }, progress: { progress.show($0) },
      { pool, file in
        pool.lint(file, encoding: encodings[file.settings], fixing: level, writes: writesFixes)
      })
    progress.end()
    let rules = compiled.flatMap(\.rules.rules)
    compare(&outcomes, rules: rules)
    return LintOutcome(
      files: outcomes.map {
        FileReport(
          path: $0.path, source: $0.source, diagnostics: $0.result.diagnostics, problems: $0.result.problems,
          wordCount: $0.result.wordCount)
      } + inputs.problems.map { FileReport(path: $0.path, source: nil, diagnostics: [], problems: [$0.problem]) },
      patches: outcomes.compactMap { outcome in
        outcome.before.flatMap { before in
          outcome.source.map { UnifiedDiff.patch(path: outcome.path, before: before, after: $0) }
        }
      },
      fixCount: outcomes.reduce(0) { $0 + $1.fixCount }, rules: rules)
  }

  /// Adds the findings of comparing files.
  private func compare(_ outcomes: inout [FileOutcome], rules: [ActiveRule]) {
    guard outcomes.count > 1 else { return }
    var distinct: [RuleID: ActiveRule] = [:]
    for rule in rules { distinct[rule.definition.id] = rule }
    var reducer = ProjectReducer(Array(distinct.values))
    for outcome in outcomes { reducer.add(outcome.facts) }
    let found = reducer.diagnostics()
    for index in outcomes.indices {
      guard let more = found[outcomes[index].path] else { continue }
      outcomes[index].result.diagnostics += more
      outcomes[index].result.diagnostics.sort(by: Diagnostic.isOrdered)
    }
  }
}

/// The workers of one thread, one for each rule set.
private struct WorkerPool {
  private let sets: [CompiledSet]
  private var workers: [Int: LintWorker] = [:]
  private let files = FileSystem()

  init(_ sets: [CompiledSet]) { self.sets = sets }

  mutating func lint(_ file: InputFile, encoding: String?, fixing level: FixLevel?, writes: Bool) -> FileOutcome {
    let source: SourceText
    var unchanged: [UInt8] = []
    do {
      unchanged = try bytes(of: file)
      source = try decodeSource(unchanged, encoding: encoding)
    } catch let error as FileError {
      return failed(file, error.problem)
    } catch let error as DecodingError {
      if writes, file.absolutePath == nil { Console.writeOut(unchanged) }
      return failed(file, InputProblem(code: error.code, message: "The file cannot be read: \(error)."))
    } catch {
      return failed(file, InputProblem(code: "calque.unreadable", message: "The file cannot be read: \(error)."))
    }
    var worker = workers.removeValue(forKey: file.settings) ?? sets[file.settings].worker()
    defer { workers[file.settings] = worker }
    guard let level else {
      return outcome(file, source, worker.lint(source, format: file.format, options: FormatOptions(path: file.path)))
    }
    let fixed = worker.fix(source, format: file.format, options: FormatOptions(path: file.path), level: level)
    guard fixed.fixCount > 0 else {
      // A filter hands on what it does not change.
      if writes, file.absolutePath == nil { Console.writeOut(unchanged) }
      return outcome(file, source, fixed.result)
    }
    if !writes {
      return outcome(file, fixed.source, fixed.result, before: source, fixCount: fixed.fixCount)
    }
    guard let path = file.absolutePath else {
      Console.writeOut(fixed.source.bytes)
      return outcome(file, fixed.source, fixed.result, fixCount: fixed.fixCount)
    }
    do throws(FileError) {
      try files.write(fixed.source.bytes, to: path)
    } catch {
      return failed(
        file, InputProblem(code: "calque.unwritable", message: "The fixed text cannot be written: \(error.reason)."))
    }
    return outcome(file, fixed.source, fixed.result, fixCount: fixed.fixCount)
  }

  private func bytes(of file: InputFile) throws(FileError) -> [UInt8] {
    guard let path = file.absolutePath else { return try files.readStandardInput() }
    return try files.read(path)
  }

  private func failed(_ file: InputFile, _ problem: InputProblem) -> FileOutcome {
    FileOutcome(
      path: file.path, source: nil,
      result: LintResult(diagnostics: [], problems: [problem], facts: [], wordCount: 0, sentenceCount: 0),
      before: nil, fixCount: 0, facts: FileFacts(path: file.path, facts: []))
  }

  private func outcome(
    _ file: InputFile, _ source: SourceText, _ result: LintResult, before: SourceText? = nil, fixCount: Int = 0
  ) -> FileOutcome {
    var facts: [(fact: ProjectFact, position: LinePosition)] = []
    if !result.facts.isEmpty {
      let lines = LineIndex(source)
      facts = result.facts.map { ($0, lines.position(of: $0.range.lower)) }
    }
    return FileOutcome(
      path: file.path, source: source, result: result, before: before, fixCount: fixCount,
      facts: FileFacts(path: file.path, facts: facts))
  }
}
