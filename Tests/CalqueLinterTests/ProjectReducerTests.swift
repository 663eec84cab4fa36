import CalqueLinter
import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

/// The comparison of files: a sum that does not depend on who adds first.
@Suite struct ProjectReducerTests {
  private static func rules() throws -> [ActiveRule] {
    try TestRules([
      "names.one":
        "message: \"“{match}” is “{other}” elsewhere.\"\nconsistency: {variants: [[\"x\"], [\"y\"]], within: project}\n"
    ]).active
  }

  private static func file(_ path: String, _ forms: [(variant: String, count: Int)], key: String = "kim") -> FileFacts {
    FileFacts(
      path: path,
      facts: forms.enumerated().map { index, form in
        (
          ProjectFact(
            rule: RuleID("names.one"), key: key, variant: form.variant, count: form.count,
            range: ByteRange(index * 10, index * 10 + 5)),
          LinePosition(line: index + 1, column: 1)
        )
      })
  }

  private static func messages(_ files: [FileFacts]) throws -> [String: [String]] {
    var reducer = ProjectReducer(try rules())
    for file in files { reducer.add(file) }
    return reducer.diagnostics().mapValues { $0.map(\.message) }
  }

  @Test func theRarerFormIsReportedWithTheOther() throws {
    let files = [
      Self.file("a.md", [("Kim Chol", 3)]), Self.file("b.md", [("Kim Chol", 1)]), Self.file("c.md", [("Kim Chul", 2)]),
    ]
    var reducer = ProjectReducer(try Self.rules())
    for file in files { reducer.add(file) }
    let found = reducer.diagnostics()
    #expect(found.mapValues { $0.map(\.message) } == ["c.md": ["“Kim Chul” is “Kim Chol” elsewhere."]])
    #expect(found["c.md"]?.first?.related.map(\.path) == ["a.md", "b.md"])
  }

  @Test func oneFormAloneIsNoFinding() throws {
    #expect(try Self.messages([Self.file("a.md", [("Kim Chol", 3)]), Self.file("b.md", [("Kim Chol", 9)])]).isEmpty)
    #expect(try Self.messages([]).isEmpty)
  }

  @Test func aFileThatUsesBothIsLeftToItsOwnCheck() throws {
    let files = [Self.file("a.md", [("Kim Chol", 3)]), Self.file("b.md", [("Kim Chol", 1), ("Kim Chul", 1)])]
    #expect(try Self.messages(files).isEmpty)
  }

  @Test func differentKeysAndUnknownRulesDoNotMix() throws {
    let files = [Self.file("a.md", [("Kim", 3)]), Self.file("b.md", [("Lee", 1)], key: "lee")]
    #expect(try Self.messages(files).isEmpty)
    var reducer = ProjectReducer([])
    reducer.add(Self.file("a.md", [("Kim", 3)]))
    reducer.add(Self.file("b.md", [("Gim", 1)]))
    #expect(reducer.diagnostics().isEmpty)
  }

  @Test(arguments: 1...60)
  func theOrderOfFilesDoesNotMatter(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    var files = (0..<8).map { index in
      Self.file(
        "f\(index).md",
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (random.pick(["Kim", "Gim", "Ghim"]), Int.random(in: 1...3, using: &random))
        }, key: random.pick(["k", "l"]))
    }
    var first = ProjectReducer(try Self.rules())
    for file in files { first.add(file) }
    for _ in 0..<4 {
      files.shuffle(using: &random)
      var other = ProjectReducer(try Self.rules())
      for file in files { other.add(file) }
      #expect(other.diagnostics() == first.diagnostics(), "seed \(seed)")
    }
  }
}
