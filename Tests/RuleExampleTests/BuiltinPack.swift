import CalqueBuiltinRules
import CalqueChecks
import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueText

/// The built-in rules, read once.
enum BuiltinPack {
  static let result = Result { try BuiltinRules.load() }

  /// The pack.
  static func pack() throws -> RulePack { try result.get() }

  /// The rules; none when the pack is damaged, which `theEmbeddedRulesAreWhole` reports.
  static let rules: [RuleDefinition] = {
    guard case .success(let pack) = result else { return [] }
    return pack.rules
  }()

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

/// A name for test reports.
extension RuleDefinition: CustomStringConvertible {
  package var description: String { id.text }
}
