import CalqueConfiguration
import CalqueText
import Testing

@Suite struct RuleLevelsTests {
  private let x = RuleActivation(id: RuleID("russian.x"), severity: .warning, isOnByDefault: true)
  private let optIn = RuleActivation(id: RuleID("style.y"), severity: .suggestion, isOnByDefault: false)
  private let deprecated = RuleActivation(
    id: RuleID("russian.old"), severity: .warning, isOnByDefault: false, needsOwnName: true)
  private let renamed = RuleActivation(
    id: RuleID("russian.new"), severity: .warning, isOnByDefault: true, formerIDs: [RuleID("calque.first")])

  private func layer(select: [String]? = nil, _ levels: [String: RuleLevel] = [:]) -> RuleLayer {
    let pairs = levels.map { (RuleSelector($0.key), $0.value) }
    return RuleLayer(select: select?.map { RuleSelector($0) }, levels: Dictionary(uniqueKeysWithValues: pairs))
  }

  @Test func leavesRulesAsTheyAreWithoutLayers() {
    #expect([RuleLayer]().decision(for: x).severity == .warning)
    #expect([RuleLayer]().decision(for: optIn).severity == nil)
  }

  @Test func prefersTheMostSpecificNameInALayer() {
    let layers = [layer(["all": .error, "russian": .off, "russian.x": .suggestion])]
    #expect(layers.decision(for: x).severity == .suggestion)
    #expect(layers.decision(for: renamed).severity == nil)
  }

  @Test func prefersLaterLayersEvenWithBroaderNames() {
    #expect([layer(["russian.x": .error]), layer(["all": .off])].decision(for: x).severity == nil)
    #expect([layer(["russian.x": .off]), layer(["russian": .on])].decision(for: x).severity == .warning)
  }

  @Test func aSeverityForAllTurnsNothingOn() {
    #expect([layer(["all": .error])].decision(for: x).severity == .error)
    #expect([layer(["all": .error])].decision(for: optIn).severity == nil)
    #expect([layer(["all": .on])].decision(for: optIn).severity == .suggestion)
    #expect([layer(["style": .warning])].decision(for: optIn).severity == .warning)
  }

  @Test func onMeansTheRulesOwnSeverity() {
    #expect([layer(["all": .error]), layer(["russian.x": .on])].decision(for: x).severity == .warning)
  }

  @Test func selectRunsNothingElse() {
    let layers = [layer(["style.y": .error]), layer(select: ["style"])]
    #expect(layers.decision(for: x).severity == nil)
    #expect(layers.decision(for: optIn).severity == .error)
    #expect([layer(select: [])].decision(for: x).severity == nil)
    #expect([layer(["russian.x": .off]), layer(select: ["russian.x"])].decision(for: x).severity == .warning)
  }

  @Test func offIsStrongerThanAnEquallySpecificChoice() {
    #expect([layer(select: ["russian"], ["russian.x": .off])].decision(for: x).severity == nil)
    #expect([layer(select: ["russian"], ["russian": .off])].decision(for: x).severity == nil)
    #expect([layer(select: ["russian.x"], ["russian": .off])].decision(for: x).severity == .warning)
    #expect([layer(select: ["russian"], ["style.y": .error])].decision(for: optIn).severity == nil)
  }

  @Test func deprecatedRulesNeedTheirOwnName() {
    #expect([layer(["all": .on, "russian": .error])].decision(for: deprecated).severity == nil)
    #expect([layer(select: ["russian"])].decision(for: deprecated).severity == nil)
    #expect([layer(select: ["russian.old"])].decision(for: deprecated).severity == .warning)
    #expect([layer(["russian.old": .error])].decision(for: deprecated).severity == .error)
  }

  @Test func formerNamesMeanTheRuleStill() {
    #expect([layer(["calque.first": .off])].decision(for: renamed).severity == nil)
    #expect([layer(select: ["calque.first"])].decision(for: renamed).severity == .warning)
  }

  @Test func namesWhatDecided() {
    let layers = [layer(["russian": .error]), layer(["style": .on])]
    #expect(layers.decision(for: x).layer == 0)
    #expect(layers.decision(for: x).selector == .group("russian"))
    #expect([layer(["style": .on])].decision(for: x).layer == nil)
  }

  @Test(arguments: [
    (FailLevel.error, [Severity.error]), (.warning, [.warning, .error]),
    (.suggestion, [.suggestion, .warning, .error]), (.never, []),
  ])
  func failsFromALevelOn(level: FailLevel, severities: [Severity]) {
    #expect(Severity.allCases.filter { level.fails(on: $0) } == severities)
  }
}
