import ArgumentParser
import CalqueFiles
import CalqueRuleFiles
import CalqueRules
import CalqueUnicode

/// `calque-dev cues PATH…`: what wakes each pattern and expression, so that a costly rule can be seen.
struct CuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cues", abstract: "Show what wakes the patterns and expressions of rules.",
    discussion: """
      A pattern costs nothing where none of its cues stands; an expression runs over every block that holds one of its \
      literals. Common words and short literals make a rule slow.
      """)

  @Argument(help: "Rule files or folders.") var paths: [String] = ["Rules"]

  func run() throws {
    let tokenizer = try PhraseTokenizer()
    for path in paths {
      let collected = RuleFileCollector.files(at: path)
      let loaded = PackLoader.load(
        collected.files, root: collected.root, standard: .minimal, tokenize: tokenizer)
      for rule in loaded.pack.rules { Console.writeOut(lines(of: rule)) }
    }
  }

  private func lines(of rule: RuleDefinition) -> String {
    var lines: [String] = []
    switch rule.kind {
    case .pattern(let patterns): lines = patterns.map(line)
    case .swap(let swaps): lines = swaps.map { line($0.pattern) }
    case .density(let density): lines = density.patterns.map(line)
    case .consistency(let consistency): lines = consistency.variants.flatMap { $0 }.map(line)
    case .regex(let list):
      lines = list.map { "expression\t" + $0.literals.map { "“\($0)”" }.joined(separator: " ") + "\t\($0.expression)" }
    case .repetition, .metric, .check: break
    }
    return lines.map { "\(rule.id)\t\($0)\n" }.joined()
  }

  private func line(_ pattern: Pattern) -> String {
    let cues = pattern.cues.map { cue in
      switch cue.trigger {
      case .words(let words): words.joined(separator: " ")
      case .number: "{number}"
      case .digit: "{digit…}"
      case .quotationMark: "{quote}"
      case .foreignScript: "{other script}"
      }
    }
    return "pattern\t" + cues.map { "“\($0)”" }.joined(separator: " ") + "\t\(pattern.text)"
  }
}
