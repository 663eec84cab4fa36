import CalqueDocument
import CalqueText

/// A rule that is on, with the severity it speaks at.
package struct ActiveRule: Sendable {
  package let definition: RuleDefinition
  package let severity: Severity

  /// An active rule from its parts.
  package init(_ definition: RuleDefinition, severity: Severity) {
    self.definition = definition
    self.severity = severity
  }
}

/// Rules compiled once: immutable and shared by all workers.
package struct RuleSet: Sendable {
  /// What a pattern is there for.
  enum Role: Hashable, Sendable {
    /// Its matches are findings; for `swap` with the number of the replacement.
    case finding(swap: Int)
    /// Its matches are counted.
    case density
    /// Its matches are uses of a variant.
    case variant(Int)
    /// Its matches take findings away.
    case unless
    /// Its matches are terms that the project accepts: findings inside them are dropped.
    case accepted
  }

  /// One pattern of a rule.
  struct CompiledPattern: Sendable {
    let rule: Int
    let role: Role
    let entry: Int
    let captureNames: [String]
    /// The greatest number of tokens of a match.
    let maximumTokens: Int
    let text: String
  }

  /// One expression of a rule.
  struct CompiledExpression: Sendable {
    let rule: Int
    let expression: String
  }

  /// The rules ordered by id.
  package let rules: [ActiveRule]
  /// The folded forms that the rules name.
  package let vocabulary: Vocabulary
  let patterns: [CompiledPattern]
  /// For each rule the numbers of its `unless` patterns.
  let unless: [[Int]]
  let code: PatternCode
  let words: CueAutomaton
  let numberWakes: [Wake]
  let digitWakes: [Wake]
  let quotationMarkWakes: [Wake]
  let foreignScriptWakes: [Wake]
  let expressions: [CompiledExpression]
  let literals: LiteralAutomaton
  /// Rules about the same word again.
  let repetitions: [(rule: Int, repetition: RuleKind.Repetition)]
  let functionWords: Set<Symbol>
  let metrics: [(rule: Int, metric: RuleKind.Metric)]
  /// The rules whose check is code, and the checks.
  package let checks: [(rule: Int, check: any Check)]

  /// The rule with an index.
  package func definition(_ rule: Int) -> RuleDefinition { rules[rule].definition }
}

/// Why a rule set cannot be compiled.
package struct RuleSetError: Error, Hashable {
  /// The rule.
  package let rule: RuleID
  /// What is wrong.
  package let message: String
}

extension RuleSet {
  /// Compiles rules.
  ///
  /// - Parameters:
  ///   - active: the rules that are on.
  ///   - tables: the data that checks and repetition rules read.
  ///   - checks: the checks that rules may name.
  ///   - terms: patterns of terms that the project accepts.
  /// - Throws: `RuleSetError` when a rule names an unknown check or gives it wrong parameters.
  /// - Complexity: O(*n*) in the size of all patterns.
  package init(
    _ active: [ActiveRule], tables: DataTables, checks registry: CheckRegistry, accepting terms: [Pattern] = []
  ) throws(RuleSetError) {
    let rules = active.sorted { $0.definition.id < $1.definition.id }
    var compiler = RuleSetCompiler(tables: tables, registry: registry)
    for (index, rule) in rules.enumerated() { try compiler.add(rule.definition, index) }
    for term in terms { compiler.add(term, rules.count, .accepted) }
    self.rules = rules
    let functionWords = tables.firstColumn("lexicon/function-words.tsv")
    self.functionWords = Set(functionWords.map { compiler.vocabulary.intern($0) })
    TextAnalyzer.addWords(to: &compiler.vocabulary)
    vocabulary = compiler.vocabulary
    patterns = compiler.patterns
    unless = compiler.unless
    code = compiler.code
    words = CueAutomaton(compiler.wordCues, symbolCount: compiler.vocabulary.count)
    numberWakes = compiler.numberWakes
    digitWakes = compiler.digitWakes
    quotationMarkWakes = compiler.quotationMarkWakes
    foreignScriptWakes = compiler.foreignScriptWakes
    expressions = compiler.expressions
    literals = LiteralAutomaton(compiler.literals)
    repetitions = compiler.repetitions
    metrics = compiler.metrics
    checks = compiler.checks
  }
}

/// Gathers the parts of a rule set.
private struct RuleSetCompiler {
  let tables: DataTables
  let registry: CheckRegistry
  /// The built-in rules name some 8,000 forms.
  var vocabulary = Vocabulary(minimumCapacity: 8_000)
  var code = PatternCode()
  var patterns: [RuleSet.CompiledPattern] = []
  var unless: [[Int]] = []
  var wordCues: [(symbols: [UInt32], wake: Wake)] = []
  var numberWakes: [Wake] = []
  var digitWakes: [Wake] = []
  var quotationMarkWakes: [Wake] = []
  var foreignScriptWakes: [Wake] = []
  var expressions: [RuleSet.CompiledExpression] = []
  var literals: [(text: String, owner: UInt32)] = []
  var repetitions: [(rule: Int, repetition: RuleKind.Repetition)] = []
  var metrics: [(rule: Int, metric: RuleKind.Metric)] = []
  var checks: [(rule: Int, check: any Check)] = []
  var memo = CheckMemo()

  init(tables: DataTables, registry: CheckRegistry) {
    self.tables = tables
    self.registry = registry
  }

  mutating func add(_ rule: RuleDefinition, _ index: Int) throws(RuleSetError) {
    switch rule.kind {
    case .pattern(let list):
      for pattern in list { add(pattern, index, .finding(swap: 0)) }
    case .swap(let swaps):
      for (number, swap) in swaps.enumerated() { add(swap.pattern, index, .finding(swap: number)) }
    case .density(let density):
      for pattern in density.patterns { add(pattern, index, .density) }
    case .consistency(let consistency):
      for (number, variant) in consistency.variants.enumerated() {
        for pattern in variant { add(pattern, index, .variant(number)) }
      }
    case .regex(let list):
      for pattern in list {
        let owner = UInt32(expressions.count)
        expressions.append(RuleSet.CompiledExpression(rule: index, expression: pattern.expression))
        for literal in pattern.literals { literals.append((literal, owner)) }
      }
    case .repetition(let repetition): repetitions.append((index, repetition))
    case .metric(let metric): metrics.append((index, metric))
    case .check(let name, let parameters):
      guard let make = registry.checks[name] else {
        let names = registry.checks.keys.sorted()
        throw RuleSetError(rule: rule.id, message: "there is no check “\(name)”; \(didYouMean(name, among: names))")
      }
      // The vocabulary moves to the check and back: with two holders the first new word would copy all of it.
      var moved = Vocabulary()
      swap(&vocabulary, &moved)
      var context = CheckCompiler(
        rule: index, parameters: parameters, tables: tables, vocabulary: consume moved, memo: memo)
      do throws(CheckError) {
        checks.append((index, try make(&context)))
      } catch {
        throw RuleSetError(rule: rule.id, message: error.message)
      }
      vocabulary = context.vocabulary
      memo = context.memo
    }
    unless.append([])
    for pattern in rule.unless {
      unless[index].append(patterns.count)
      add(pattern, index, .unless)
    }
  }

  mutating func add(_ pattern: Pattern, _ rule: Int, _ role: RuleSet.Role) {
    let number = UInt32(patterns.count)
    let names = pattern.root.captureNames
    let entry = code.add(pattern.root, captures: names, vocabulary: &vocabulary)
    patterns.append(
      RuleSet.CompiledPattern(
        rule: rule, role: role, entry: entry, captureNames: names,
        maximumTokens: pattern.root.tokenCounts.max, text: pattern.text))
    if role == .unless { return }
    for cue in pattern.cues {
      let length = cue.trigger.tokenCount
      let wake = Wake(
        pattern: number, minimumBack: UInt16(cue.minimumOffset + length - 1),
        maximumBack: UInt16(cue.maximumOffset + length - 1))
      switch cue.trigger {
      case .words(let words): wordCues.append((words.map { vocabulary.intern($0).value }, wake))
      case .number: numberWakes.append(wake)
      case .digit: digitWakes.append(wake)
      case .quotationMark: quotationMarkWakes.append(wake)
      case .foreignScript: foreignScriptWakes.append(wake)
      }
    }
  }
}

extension Cue.Trigger {
  fileprivate var tokenCount: Int {
    if case .words(let words) = self { words.count } else { 1 }
  }
}
