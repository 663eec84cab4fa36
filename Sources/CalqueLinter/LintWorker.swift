import CalqueDocument
import CalqueFormats
import CalqueRules
import CalqueText
import CalqueUnicode

/// What linting one text gives.
package struct LintResult: Sendable {
  /// The findings in their total order.
  package var diagnostics: [Diagnostic]
  /// What went wrong with the text.
  package let problems: [InputProblem]
  /// Mentions to compare across files, with ranges in the source.
  package let facts: [ProjectFact]
  /// Number of words outside code.
  package let wordCount: Int
  /// Number of sentences.
  package let sentenceCount: Int

  /// A result from its parts.
  package init(
    diagnostics: [Diagnostic], problems: [InputProblem], facts: [ProjectFact], wordCount: Int, sentenceCount: Int
  ) {
    self.diagnostics = diagnostics
    self.problems = problems
    self.facts = facts
    self.wordCount = wordCount
    self.sentenceCount = sentenceCount
  }
}

/// Lints texts, one after another.
///
/// One per thread: it owns ICU's objects and scratch memory.
package struct LintWorker {
  /// The rules it runs.
  package var rules: RuleSet { matcher.rules }
  private let names: RuleNames
  private let analyzer: TextAnalyzer
  private var matcher: RuleMatcher

  /// A worker over a rule set.
  ///
  /// - Parameters:
  ///   - rules: the rules.
  ///   - names: every rule and group that a comment in a text may name.
  ///   - isExhaustive: tries every pattern everywhere, for the test that the cues lose nothing.
  /// - Throws: `UnicodeError` when ICU has no data for English.
  package init(_ rules: RuleSet, names: RuleNames, isExhaustive: Bool = false) throws(UnicodeError) {
    self.names = names
    analyzer = try TextAnalyzer(vocabulary: rules.vocabulary)
    matcher = RuleMatcher(rules, isExhaustive: isExhaustive)
  }

  /// Lints a text.
  ///
  /// - Complexity: O(*n*) in bytes, plus the findings.
  package mutating func lint(_ source: SourceText, format: TextFormat, options: FormatOptions = FormatOptions())
    -> LintResult
  {
    let document = analyzer.analyze(parse(source, as: format, options: options))
    var suppression = SuppressionMap(document.parsed.directives, source: source, names: names)
    let found = matcher.findings(in: document)
    let builder = DiagnosticBuilder(document: document, rules: matcher.rules)
    var diagnostics: [Diagnostic] = []
    for finding in found.findings {
      let diagnostic = builder.diagnostic(for: finding)
      if suppression.silences(diagnostic) { continue }
      if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
    }
    diagnostics += suppression.unusedDiagnostics(activeRules: matcher.rules.rules.map(\.definition.id))
    diagnostics.sort(by: Diagnostic.isOrdered)
    let facts = found.facts.compactMap { fact -> ProjectFact? in
      let range = document.parsed.map.source(of: fact.range).range
      if suppression.silences(rule: fact.rule, at: range.lower) { return nil }
      return ProjectFact(rule: fact.rule, key: fact.key, variant: fact.variant, count: fact.count, range: range)
    }
    return LintResult(
      diagnostics: diagnostics, problems: document.parsed.problems + found.problems, facts: facts,
      wordCount: document.wordCount, sentenceCount: document.sentences.count)
  }
}
