import CalqueText

/// The configuration of one path: closed, without origins, so that paths with equal settings share one rule set.
package struct Settings: Hashable, Sendable {
  /// What is said about rules, the weakest layer first.
  package let ruleLayers: [RuleLayer]
  /// Language codes the draft came from, sorted; nil when they are to be inferred.
  package let sources: [String]?
  /// Accepted terms, sorted.
  package let terms: [AcceptedTerm]
  /// Name of the text encoding; nil when it is to be found out.
  package let encoding: String?
  /// Absolute paths of files and folders with the user's own rules, without duplicates.
  package let ruleFiles: [String]

  /// Folds values, the weakest first.
  package init(_ values: [PathValues], ruleFiles: [String]) {
    ruleLayers = values.map(\.ruleLayer).filter { !$0.isEmpty }
    sources = values.last { $0.sources != nil }?.sources.map { Set($0.map(\.value)).sorted() }
    let terms = values.flatMap(\.terms).map { (PathKey($0.value.text), $0.value) }
    self.terms = Dictionary(terms) { _, last in last }.values.sorted()
    encoding = values.last { $0.encoding != nil }?.encoding?.value
    var seen: Set<PathKey> = []
    self.ruleFiles = ruleFiles.filter { seen.insert(PathKey($0)).inserted }
  }

  /// The severity that a rule's findings get; nil when the rule does not run.
  ///
  /// - Complexity: O(*n*) in layers.
  package func severity(of rule: RuleActivation) -> Severity? { ruleLayers.decision(for: rule).severity }
}
