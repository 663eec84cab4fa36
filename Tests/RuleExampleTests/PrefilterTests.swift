import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

/// Cues and literals wake everything that can match, and rules do not disturb each other.
@Suite struct PrefilterTests {
  /// The examples of all rules, without marks.
  private static func texts() throws -> [String] {
    try BuiltinPack.pack().rules.flatMap { rule in
      let documentation = rule.documentation.unpacked
      return documentation.bad.map(\.text) + documentation.good.map(\.text)
    }
  }

  /// Examples in any order, some in one paragraph.
  private static func mixture(of texts: [String], count: Int, _ random: inout RepeatableRandom) -> SourceText {
    var text = ""
    for _ in 0..<count { text += random.pick(texts) + random.pick([" ", " ", "\n", "\n\n", "\r\n\r\n"]) }
    return SourceText(text)
  }

  @Test(arguments: BuiltinPack.ids)
  func tryingEverythingFindsNoMore(id: String) throws {
    let rule = try BuiltinPack.rule(id)
    var worker = try BuiltinPack.worker([rule])
    var exhaustive = try BuiltinPack.worker([rule], isExhaustive: true)
    let documentation = rule.documentation.unpacked
    let source = SourceText((documentation.bad + documentation.good).map(\.text).joined(separator: "\n\n"))
    #expect(
      worker.lint(source, format: .text).diagnostics == exhaustive.lint(source, format: .text).diagnostics)
  }

  @Test(arguments: [1, 2, 3])
  func tryingEverythingFindsNoMoreInMixtures(seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    let rules = try BuiltinPack.pack().rules
    var worker = try BuiltinPack.worker(rules)
    var exhaustive = try BuiltinPack.worker(rules, isExhaustive: true)
    let source = Self.mixture(of: try Self.texts(), count: 40, &random)
    let found = worker.lint(source, format: .text).diagnostics
    #expect(found.count > 20)
    #expect(found == exhaustive.lint(source, format: .text).diagnostics)
  }

  @Test func allRulesTogetherFindWhatEachFindsAlone() throws {
    var random = RepeatableRandom(seed: 4)
    let rules = try BuiltinPack.pack().rules
    var all = try BuiltinPack.worker(rules)
    let source = Self.mixture(of: try Self.texts(), count: 300, &random)
    let together = Dictionary(grouping: all.lint(source, format: .text).diagnostics, by: \.rule)
    for rule in rules {
      var alone = try BuiltinPack.worker([rule])
      #expect(alone.lint(source, format: .text).diagnostics == together[rule.id] ?? [], "\(rule.id)")
    }
  }
}
