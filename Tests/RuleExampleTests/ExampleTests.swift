import CalqueChecks
import CalqueLinter
import CalqueRules
import Testing

/// The examples that stand in the rule files.
@Suite struct ExampleTests {
  /// Branches of patterns that no example exercises, by rule, and why that is fine.
  private static let knownUnexercised: [String: String] = [:]

  @Test func theEmbeddedRulesAreWhole() throws {
    #expect(try BuiltinPack.pack().rules.count > 500)
    #expect(try !BuiltinPack.pack().groups.isEmpty)
  }

  @Test(arguments: BuiltinPack.ids)
  func examplesHold(id: String) throws {
    let rule = try BuiltinPack.rule(id)
    let runner = RuleExampleRunner(tables: try BuiltinPack.pack().tables, checks: StandardChecks.registry)
    let failures = runner.failures(of: rule)
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
    #expect(rule.documentation.unpacked.bad.count >= 2 && rule.documentation.unpacked.good.count >= 2)
  }

  @Test(arguments: BuiltinPack.ids)
  func everyBranchHasAnExample(id: String) throws {
    let rule = try BuiltinPack.rule(id)
    let runner = RuleExampleRunner(tables: try BuiltinPack.pack().tables, checks: StandardChecks.registry)
    let unexercised = runner.unexercised(in: rule)
    #expect(unexercised.isEmpty == (Self.knownUnexercised[id] == nil), "\(unexercised)")
  }
}
