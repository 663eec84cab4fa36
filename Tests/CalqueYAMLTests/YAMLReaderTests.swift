import CalqueYAML
import Testing

@Suite struct YAMLReaderTests {
  enum Level: String, CaseIterable { case off, warning, error }

  @Test func readsValuesOfEveryType() throws {
    let map = try mapping("s: no\nb: on\ni: -3\nd: 1.5e2\nl: [a, 2]\none: a\nc: warning\nm: {x: 1}\nn: null\n")
    var reader = YAMLReader()
    #expect(reader.string("s", in: map) == "no")
    #expect(reader.bool("b", in: map) == true)
    #expect(reader.int("i", in: map, range: -5...5) == -3)
    #expect(reader.double("d", in: map) == 150)
    #expect(reader.strings("l", in: map) == ["a", "2"])
    #expect(reader.strings("one", in: map) == ["a"])
    #expect(reader.choice("c", in: map, of: Level.self) == .warning)
    #expect(reader.mapping("m", in: map)?.entries.count == 1)
    #expect(reader.string("n", in: map) == nil)
    #expect(reader.string("missing", in: map) == nil)
    #expect(reader.issues.isEmpty)
  }

  @Test(arguments: [
    ("x: [a]", "“x” must be text, not a list.", 4),
    ("x: ~", "“x” needs a value.", 1),
    ("y: 1", "The key “x” is missing.", 1),
  ])
  func reportsWhatIsNoRequiredText(text: String, message: String, column: Int) throws {
    let map = try mapping(text)
    var reader = YAMLReader()
    #expect(reader.string("x", in: map, required: true) == nil)
    #expect(reader.issues == [YAMLIssue(message, at: YAMLMark(line: 1, column: column))])
  }

  @Test(arguments: [
    ("maybe", "“x” must be true or false, not “maybe”."), ("'true'", "“x” must be true or false, not “true”."),
    ("[true]", "“x” must be true or false, not a list."), ("True", "“x” must be true or false, not “True”."),
  ])
  func reportsWhatIsNoTruthValue(value: String, message: String) throws {
    let map = try mapping("x: \(value)")
    var reader = YAMLReader()
    #expect(reader.bool("x", in: map) == nil)
    #expect(reader.issues.map(\.message) == [message])
  }

  @Test(arguments: ["1.0", "0x10", "1_000", "", "9223372036854775808", "'1'", "-1", "101"])
  func reportsWhatIsNoWholeNumberInRange(value: String) throws {
    let node = try #require(try parseYAML(Array("x: [\"\", \(value.isEmpty ? "null" : value)]".utf8)))
    var reader = YAMLReader()
    guard case .mapping(let map) = node, case .sequence(let list)? = map["x"] else { return }
    #expect(reader.int(list.elements[1], "x", in: 0...100) == nil)
    #expect(reader.issues.count == 1)
  }

  @Test(arguments: ["inf", "nan", "0x1p3", "1e999", "1,5", "'1'"])
  func reportsWhatIsNoFiniteNumber(value: String) throws {
    var reader = YAMLReader()
    #expect(reader.double("x", in: try mapping("x: \(value)")) == nil)
    #expect(reader.issues.count == 1)
  }

  @Test func keepsTheRightElementsOfAListAndReportsTheOthers() throws {
    var reader = YAMLReader()
    #expect(reader.strings("x", in: try mapping("x: [a, [b], null, c]")) == ["a", "c"])
    #expect(
      reader.issues == [
        YAMLIssue("“x” must be a list of single values, not a list.", at: YAMLMark(line: 1, column: 8)),
        YAMLIssue(
          "“x” needs a value. Put “null” in quotation marks if it is meant as text.",
          at: YAMLMark(line: 1, column: 13)),
      ])
  }

  @Test func namesTheNearestChoiceOrAllOfThem() throws {
    var reader = YAMLReader()
    #expect(reader.choice("x", in: try mapping("x: waring"), of: Level.self) == nil)
    #expect(reader.choice("x", in: try mapping("x: loud"), of: Level.self) == nil)
    #expect(
      reader.issues.map(\.message) == [
        "“waring” is no value of “x”; did you mean “warning”?",
        "“loud” is no value of “x”; use off, warning or error.",
      ])
  }

  @Test func reportsUnknownKeysWithTheNearestName() throws {
    var reader = YAMLReader()
    reader.checkKeys(of: try mapping("patern: a\nzzzzzz: b\nmessage: c"), known: ["pattern", "message"])
    #expect(
      reader.issues == [
        YAMLIssue("Unknown key “patern”. Did you mean “pattern”?", at: YAMLMark(line: 1, column: 1)),
        YAMLIssue("Unknown key “zzzzzz”.", at: YAMLMark(line: 2, column: 1)),
      ])
  }

  private func mapping(_ text: String) throws -> YAMLMapping {
    guard case .mapping(let mapping)? = try parseYAML(Array(text.utf8)) else {
      throw YAMLError("not a map", at: .start)
    }
    return mapping
  }
}
