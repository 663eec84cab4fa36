import CalqueText

/// The least severity that makes a run fail.
package enum FailLevel: String, CaseIterable, Sendable {
  case error
  case warning
  case suggestion
  /// Findings never make a run fail.
  case never

  /// True when a finding of this severity makes the run fail.
  package func fails(on severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .suggestion: true
    case .never: false
    }
  }
}

/// How an accepted term compares letters.
package enum TermCase: String, CaseIterable, Sendable {
  /// As written.
  case exact
  /// Without regard to case.
  case fold
}

/// A text that the project accepts: findings whose matched text is such a term, or lies inside one, are dropped.
package struct AcceptedTerm: Hashable, Sendable, Comparable {
  /// The term, its words parted by single spaces.
  package let text: String
  /// How letters compare.
  package let letterCase: TermCase
  /// True when inflected forms of its last word are meant too.
  package let inflects: Bool

  /// A term; white space in the text becomes single spaces.
  package init(text: String, letterCase: TermCase = .fold, inflects: Bool = false) {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    self.text = words.map { String($0) }.joined(separator: " ")
    self.letterCase = letterCase
    self.inflects = inflects
  }

  /// Orders by text, then by the rest.
  package static func < (left: AcceptedTerm, right: AcceptedTerm) -> Bool {
    (left.text, left.letterCase.rawValue, left.inflects ? 1 : 0)
      < (right.text, right.letterCase.rawValue, right.inflects ? 1 : 0)
  }
}

/// A level with the name it is for, as written under `rules`, `groups` or `ignore`.
package struct RuleEntry: Hashable, Sendable {
  /// What it is for.
  package let selector: RuleSelector
  /// The level.
  package let level: RuleLevel

  /// An entry from its parts.
  package init(_ selector: RuleSelector, _ level: RuleLevel) {
    self.selector = selector
    self.level = level
  }
}

/// What may differ from file to file: the keys that a configuration and its `overrides` share.
package struct PathValues: Hashable, Sendable {
  /// The only rules that run; nil without the key.
  package var select: [Sourced<RuleSelector>]?
  /// Levels, in the order written; no selector stands twice.
  package var levels: [Sourced<RuleEntry>] = []
  /// Language codes that drafts came from; nil without the key.
  package var sources: [Sourced<String>]?
  /// Accepted terms, in the order written.
  package var terms: [Sourced<AcceptedTerm>] = []
  /// Name of the text encoding; nil without the key.
  package var encoding: Sourced<String>?

  /// No values.
  package init() {}

  /// What the values say about rules, without origins.
  package var ruleLayer: RuleLayer {
    let pairs = levels.map { ($0.value.selector, $0.value.level) }
    return RuleLayer(select: select?.map(\.value), levels: Dictionary(pairs) { _, last in last })
  }
}

/// What holds for a whole run.
package struct RunValues: Hashable, Sendable {
  /// The least severity that fails; nil without the key.
  package var failOn: Sourced<FailLevel>?
  /// The number of warnings that is still no failure; nil without the key.
  package var maxWarnings: Sourced<Int>?
  /// The unit of columns in output; nil without the key.
  package var columnUnit: Sourced<ColumnUnit>?

  /// No values.
  package init() {}

  /// These values, where missing those of a weaker layer.
  package func over(_ weaker: RunValues) -> RunValues {
    var result = weaker
    result.failOn = failOn ?? weaker.failOn
    result.maxWarnings = maxWarnings ?? weaker.maxWarnings
    result.columnUnit = columnUnit ?? weaker.columnUnit
    return result
  }
}
