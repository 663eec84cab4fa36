import CalqueText

/// The names that a configuration may use.
package struct KnownNames: Sendable {
  /// Every rule id, built in or the user's own, old ids that are redirected included.
  package let rules: Set<String>
  /// Every group.
  package let groups: Set<String>
  /// Source language codes; nil to take any.
  package let sources: Set<String>?
  /// Encoding names; nil to take any.
  package let encodings: Set<String>?

  /// The names from their parts; the groups of the rules are added to the groups.
  package init(
    rules: some Sequence<String>, groups: some Sequence<String> = [], sources: Set<String>? = nil,
    encodings: Set<String>? = nil
  ) {
    self.rules = Set(rules)
    self.groups = Set(groups).union(self.rules.map { RuleID($0).group })
    self.sources = sources
    self.encodings = encodings
  }

  /// These names and those rules and groups of another.
  package func union(_ other: KnownNames) -> KnownNames {
    KnownNames(
      rules: rules.union(other.rules), groups: groups.union(other.groups), sources: sources, encodings: encodings)
  }
}

extension Configuration {
  /// The names that are not known, each with the nearest known one.
  package func nameErrors(_ known: KnownNames) -> [ConfigurationError] {
    layers.flatMap { $0.values.nameErrors(known) }
  }
}

extension PathValues {
  /// The names that are not known, each with the nearest known one, in the order of the keys in `PathValues`.
  package func nameErrors(_ known: KnownNames) -> [ConfigurationError] {
    var errors = (select ?? []).compactMap { error($0.value, $0.origin, known) }
    errors += levels.compactMap { error($0.value.selector, $0.origin, known) }
    if let codes = known.sources {
      errors += (sources ?? []).compactMap { error("source language", $0, codes) }
    }
    if let encoding, let encodings = known.encodings, let error = error("encoding", encoding, encodings) {
      errors.append(error)
    }
    return errors
  }

  private func error(_ selector: RuleSelector, _ origin: Origin, _ known: KnownNames) -> ConfigurationError? {
    let name = selector.name
    switch selector {
    case .all: return nil
    case .group where known.groups.contains(name): return nil
    case .rule where known.rules.contains(name): return nil
    case .group, .rule: break
    }
    let isRule = selector.specificity == 2
    // A rule's name without its group is a common slip.
    let sameName = known.rules.filter { $0.utf8.reversed().starts(with: ("." + name).utf8.reversed()) }.min()
    let near = isRule ? nearestName(to: name, in: known.rules) : nearestName(to: name, in: known.groups.union(["all"]))
    let hint = (near ?? sameName).map { " Did you mean “\($0)”?" } ?? ""
    return ConfigurationError("Unknown \(isRule ? "rule" : "group") “\(name)”.\(hint)", origin)
  }

  private func error(_ kind: String, _ name: Sourced<String>, _ known: Set<String>) -> ConfigurationError? {
    if known.contains(name.value) { return nil }
    let hint = nearestName(to: name.value, in: known).map { " Did you mean “\($0)”?" } ?? ""
    return ConfigurationError("Unknown \(kind) “\(name.value)”.\(hint)", name.origin)
  }
}
