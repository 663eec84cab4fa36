import CalqueText

/// Every rule and group that a person may name, for comments, options and configurations.
package struct RuleNames: Sendable {
  /// All rule ids.
  package let rules: Set<String>
  /// All groups.
  package let groups: Set<String>
  /// New ids by old ids.
  package let redirects: [String: String]

  /// Names from their lists.
  package init(rules: some Sequence<RuleID>, groups: some Sequence<String> = [], redirects: [String: String] = [:]) {
    let ids = Set(rules.map(\.text))
    self.rules = ids.union(MetaRule.allCases.map(\.id.text))
    self.groups = Set(groups).union(ids.map { RuleID($0).group }).union(["calque"])
    self.redirects = redirects
  }

  /// True when the name is a rule, a group, or the old name of a rule.
  package func contains(_ name: String) -> Bool {
    rules.contains(name) || groups.contains(name) || redirects[name] != nil
  }

  /// True when `name`, a rule, a group or `all`, stands for a rule.
  package func selects(_ name: String, _ rule: RuleID) -> Bool {
    name == "all" || name == rule.text || name == rule.group || redirects[name] == rule.text
  }

  /// The names in order, for messages.
  package var sorted: [String] { (rules.union(groups)).sorted() }
}

/// Findings about the use of Calque itself.
package enum MetaRule: String, CaseIterable, Sendable {
  /// A comment that silences nothing.
  case unusedSuppression = "calque.unused-suppression"
  /// A comment that names no rule.
  case unknownSuppression = "calque.unknown-suppression"

  /// The id.
  package var id: RuleID { RuleID(rawValue) }

  /// What reporters may know of it.
  package var description: RuleDescription {
    switch self {
    case .unusedSuppression:
      RuleDescription(
        id: id, summary: "A calque-disable comment that silences nothing.",
        explanation: "The comment silences no finding, so that it only hides the next one. Delete it.",
        severity: .suggestion, claim: .style, category: "discourse")
    case .unknownSuppression:
      RuleDescription(
        id: id, summary: "A calque-disable comment that names no rule.",
        explanation: "The comment names a rule or group that does not exist, so that it does nothing. Mend the name.",
        severity: .warning, claim: .fault, category: "discourse")
    }
  }
}
