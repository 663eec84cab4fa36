import CalqueChecks
import CalqueDocument
import CalqueRules
import CalqueText

/// Runs one check over texts, with tables of its own.
struct CheckBench {
  enum BenchError: Error { case badRule(String) }

  private let rules: RuleSet

  /// A bench for a check.
  ///
  /// - Parameters:
  ///   - check: its name.
  ///   - parameters: its parameters as YAML flow text.
  ///   - tables: tables by path.
  init(_ check: String, parameters: String = "", tables: [String: String] = [:]) throws {
    var yaml = """
      summary: 'A test.'
      claim: fault
      severity: warning
      status: stable
      category: romanization
      check: \(check)
      message: "Look at “{match}”."
      fix: {safety: suggested}

      """
    if !parameters.isEmpty { yaml += "parameters: \(parameters)\n" }
    let loaded = PackLoader.load(
      [PackFile(path: "en/test/rule.yaml", bytes: Array(yaml.utf8))], root: "Rules",
      baseTables: DataTables(files: tables), standard: .minimal, tokenize: try PhraseTokenizer())
    guard let rule = loaded.pack.rules.first else {
      throw BenchError.badRule(loaded.issues.map(\.description).joined())
    }
    rules = try RuleSet(
      [ActiveRule(rule, severity: .warning)], tables: loaded.pack.tables, checks: StandardChecks.registry)
  }

  /// A document with one paragraph a line.
  func document(_ text: String, scope: Scope = .paragraph) throws -> Document {
    let source = SourceText(text)
    var builder = DocumentBuilder(source: source)
    let lines = LineIndex(source)
    for line in 1...lines.count {
      let range = lines.range(ofLine: line)
      if range.isEmpty { continue }
      builder.beginBlock(scope)
      builder.appendVerbatim(range)
      builder.endBlock()
    }
    return try TextAnalyzer(vocabulary: rules.vocabulary).analyze(builder.finish())
  }

  /// What the check finds, with its facts.
  func run(_ text: String, scope: Scope = .paragraph) throws -> (findings: [Finding], facts: [ProjectFact]) {
    var matcher = RuleMatcher(rules)
    let result = matcher.findings(in: try document(text, scope: scope))
    return (result.findings, result.facts)
  }

  /// The texts that the check reports, each with what it offers instead after an arrow.
  func reports(_ text: String, scope: Scope = .paragraph) throws -> [String] {
    let source = SourceText(text)
    return try run(text, scope: scope).findings.map { finding in
      let match = source.string(in: finding.range)
      return finding.replacement.map { $0.isEmpty ? match : "\(match) → \($0)" } ?? match
    }
  }
}
