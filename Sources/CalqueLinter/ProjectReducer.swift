import CalqueRules
import CalqueText

/// The facts of one file.
package struct FileFacts: Sendable {
  /// The file's path as given.
  package let path: String
  /// What it mentions, with the line and column of the first mention.
  package let facts: [(fact: ProjectFact, position: LinePosition)]

  /// Facts from their parts.
  package init(path: String, facts: [(fact: ProjectFact, position: LinePosition)]) {
    self.path = path
    self.facts = facts
  }
}

/// Compares mentions across the files of a run: the second step of map and reduce.
package struct ProjectReducer {
  private struct Mention {
    let path: String
    let fact: ProjectFact
    let position: LinePosition
  }

  private let rules: [RuleID: ActiveRule]
  private var mentions: [String: [Mention]] = [:]

  /// A reducer for the rules that are on.
  package init(_ rules: [ActiveRule]) {
    self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.definition.id, $0) })
  }

  /// Adds the facts of a file; the order of files does not matter.
  package mutating func add(_ file: FileFacts) {
    for (fact, position) in file.facts where rules[fact.rule] != nil {
      mentions["\(fact.rule)\u{0}\(fact.key)", default: []].append(
        Mention(path: file.path, fact: fact, position: position))
    }
  }

  /// The findings by path: files that use another form than most mentions of the run, and not that form as well.
  ///
  /// - Complexity: O(*n* log *n*) in mentions.
  package func diagnostics() -> [String: [Diagnostic]] {
    var result: [String: [Diagnostic]] = [:]
    for key in mentions.keys.sorted() {
      let all = (mentions[key] ?? []).sorted {
        ($0.path, $0.fact.range, $0.fact.variant) < ($1.path, $1.fact.range, $1.fact.variant)
      }
      guard Set(all.map(\.fact.variant)).count > 1, let best = Self.commonest(all), let first = best.first,
        let rule = rules[first.fact.rule]
      else { continue }
      let paths = Set(best.map(\.path))
      for mention in all where mention.fact.variant != first.fact.variant && !paths.contains(mention.path) {
        result[mention.path, default: []].append(diagnostic(mention, other: best, rule))
      }
    }
    return result
  }

  /// The mentions of the commonest form; of equals the one that comes first.
  private static func commonest(_ mentions: [Mention]) -> [Mention]? {
    var counts: [String: Int] = [:]
    for mention in mentions { counts[mention.fact.variant, default: 0] += mention.fact.count }
    guard let most = counts.values.max(),
      let variant = mentions.first(where: { counts[$0.fact.variant] == most })?.fact.variant
    else { return nil }
    return mentions.filter { $0.fact.variant == variant }
  }

  private func diagnostic(_ mention: Mention, other: [Mention], _ rule: ActiveRule) -> Diagnostic {
    let form = other.first?.fact.variant ?? ""
    let message = rule.definition.message.filled { name in
      name == "match" ? mention.fact.variant : name == "other" ? form : nil
    }
    return Diagnostic(
      rule: rule.definition.id, claim: rule.definition.claim, severity: rule.severity, message: message,
      range: mention.fact.range,
      related: other.prefix(5).map {
        RelatedLocation(
          path: $0.path, range: $0.fact.range, position: $0.position, message: "here it is “\(form)”")
      })
  }
}
