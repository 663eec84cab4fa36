import CalqueBuiltinRules
import CalqueChecks
import CalqueLinter
import CalqueRules
import CalqueText

/// The built-in rules, read once.
enum BuiltinPack {
  private static let result = Result { try BuiltinRules.load() }

  /// The pack.
  static func pack() throws -> RulePack { try result.get() }

  /// The ids of all rules, in order; none when the pack is damaged, which `theEmbeddedRulesAreWhole` reports.
  static let ids: [String] = {
    guard case .success(let pack) = result else { return [] }
    return pack.rules.map(\.id.text)
  }()

  /// The rule of an id.
  static func rule(_ id: String) throws -> RuleDefinition {
    let rules = try pack().rules
    let index = rules.partitioningIndex { $0.id.text >= id }
    guard index < rules.count, rules[index].id.text == id else { throw UnknownRule(id: id) }
    return rules[index]
  }

  struct UnknownRule: Error {
    let id: String
  }

  /// A worker that runs these rules and no other.
  static func worker(_ rules: [RuleDefinition], isExhaustive: Bool = false) throws -> LintWorker {
    let pack = try pack()
    let set = try RuleSet(
      rules.map { ActiveRule($0, severity: $0.effectiveSeverity) }, tables: pack.tables,
      checks: StandardChecks.registry)
    return try LintWorker(
      set, names: RuleNames(rules: pack.rules.map(\.id), groups: pack.groups.map(\.name)), isExhaustive: isExhaustive)
  }
}

extension Array {
  /// The first index whose element, and every later one, fulfills a condition.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if holds(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
