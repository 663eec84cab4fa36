import CalqueFiles
import ArgumentParser
import CalqueLinter
import CalqueRules
import CalqueText

/// `calque test`: runs the examples of rule files.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of rule files: yours, or those of the binary.",
    discussion: """
      Each bad example must be reported at exactly the marked words ⟦like this⟧, each good example not at all, and each \
      fix must make the text that “fixed” gives.

        calque test                     the built-in rules
        calque test rules/house/        your own
      """)

  @Argument(help: "Rule files or folders of them; without any, the rules of the binary.") var paths: [String] = []
  @Flag(help: "Also name the branches of patterns that no example exercises.") var coverage = false
  @Flag(help: "Ask of the files what built-in rules must have: examples, explanation, references.") var strict = false

  func run() throws {
    let library = try loadLibrary(rulesFrom: nil)
    var rules = library.pack.rules
    var messages: [String] = []
    if !paths.isEmpty {
      rules = []
      for path in paths {
        let loaded = RuleLibrary.load(path, tables: library.pack.tables, standard: strict ? .complete : .minimal)
        messages += loaded.messages
        rules += loaded.pack.rules
      }
    }
    let tables = library.pack.tables
    let checks = library.checks
    let wantsCoverage = coverage
    let results = OrderedParallel.map(
      rules, jobs: Console.processorCount,
      makeScratch: { RuleExampleRunner(tables: tables, checks: checks) },
      { runner, rule in
        let documentation = rule.documentation.unpacked
        return (
          failures: runner.failures(of: rule).map(\.description),
          branches: wantsCoverage ? runner.unexercised(in: rule) : [],
          exampleCount: documentation.bad.count + documentation.good.count
        )
      })
    messages += results.flatMap(\.failures)
    for message in messages { Console.writeError(message + "\n") }
    for (rule, branches) in zip(rules, results.map(\.branches)) {
      for branch in branches { Console.writeOut("\(rule.path): note: no example exercises “\(branch)” [\(rule.id)]\n") }
    }
    let examples = results.reduce(0) { $0 + $1.exampleCount }
    let outcome = messages.isEmpty ? "all hold" : "\(messages.count) wrong"
    Console.writeError("\(rules.count) rules, \(examples) examples: \(outcome)\n")
    if !messages.isEmpty { throw ExitCode(1) }
  }
}
