import CalqueTestSupport
import Testing

/// A user's own rule files.
@Suite struct RuleFileTests {
  @Test(arguments: [
    ("message: \"Bad.\"\npattern: [\"(a|b\"]\n", "rules/house/own.yaml:2:"),
    ("message: \"Bad.\"\npattern: [\"* {word}\"]\n", "rules/house/own.yaml:2:"),
    ("message: \"Bad.\"\npatern: [\"a\"]\n", "Did you mean “pattern”?"),
    ("message: \"Bad.\"\nregex: [\"(abc\"]\n", "rules/house/own.yaml:2:"),
    ("message: \"Bad.\"\nregex: [\"[a-z]+\"]\n", "rules/house/own.yaml:2:"),
    ("message: \"Bad.\"\n", "rules/house/own.yaml:1:1"),
    ("message: [\n", "rules/house/own.yaml:2:1"),
    ("", "rules/house/own.yaml:1:1: error: The file is empty."),
    ("message: \"Bad.\"\npattern: [\"abc\"]\nseverity: loud\n", "rules/house/own.yaml:3:11"),
    ("message: \"Bad.\"\ncheck: superlativ\n", "superlativ"),
  ])
  func aBrokenRuleFileIsCode2AndSaysWhere(text: String, message: String) throws {
    let project = try Project(["draft.txt": "They utilize it.\n", "rules/house/own.yaml": text])
    let run = try project.calque("draft.txt")
    #expect(run.status == 2)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(!run.error.contains("Fatal"), "\(run.error)")
    #expect(run.out.isEmpty)
  }

  @Test func aMissingRuleFolderIsCode2() throws {
    let project = try Project(
      ["draft.txt": "They use it.\n"], configuration: "root: true\nrule-files: [absent/]\n")
    let run = try project.calque("draft.txt")
    #expect(run.status == 2)
    #expect(run.error.contains("absent"), "\(run.error)")
  }

  @Test func anOwnRuleReplacesABuiltinOneOfTheSameID() throws {
    let project = try Project(configuration: "root: true\nrule-files: [own/]\nselect: [damaged.doubled-article]\n")
    try project.folder.write("message: \"Mine.\"\npattern: [\"the the\"]\n", to: "own/damaged/doubled-article.yaml")
    let run = try project.calque(["-", "--format", "compact"], input: Array("See the the dog.\n".utf8))
    #expect(run.out == "<stdin>:1:5: warning: Mine. [damaged.doubled-article]\n")
  }

  /// Each expression needs time that doubles with every letter.
  @Test(arguments: ["(xx*)*y#", "(x|x)*y#", "(x+x+)+y#"])
  func aCatastrophicExpressionGivesUpAndTheRestGoesOn(expression: String) throws {
    let rule = "message: \"Slow.\"\nregex: [\"\(expression)\"]\nliterals: [\"y#\"]\n"
    let project = try Project([
      "rules/house/slow.yaml": rule, "a.txt": "They utilize it. y# " + String(repeating: "x", count: 4000) + ".\n",
      "b.txt": "They utilize it.\n",
    ])
    let run = try project.calque("--format", "compact", "a.txt", "b.txt", limit: 60)
    #expect(run.status == 2, "a rule that gave up is a problem of the input")
    #expect(run.seconds < 50)
    #expect(run.out.contains("Rule house.slow gave up on this text"), "\(run.out)")
    #expect(run.out.contains("a.txt:1:6: warning: Write “use”. [house.utilize]"))
    #expect(run.out.contains("b.txt:1:6: warning: Write “use”. [house.utilize]"))
  }

  @Test func examplesOfOwnRulesAreTested() throws {
    let project = try Project()
    let run = try project.calque("test", "rules/")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("3 rules, 4 examples: all hold"), "\(run.error)")
    try project.folder.write(
      "message: \"Bad.\"\npattern: [\"foo bar\", \"baz (one|two)\"]\n"
        + "examples:\n  bad: [{text: \"A foo ⟦bar⟧.\"}, {text: \"A ⟦baz one⟧.\"}]\n  good: [\"No baz one here.\"]\n",
      to: "rules/house/wrong.yaml")
    let wrong = try project.calque("test", "rules/house/wrong.yaml")
    #expect(wrong.status == 1)
    #expect(wrong.error.contains("rules/house/wrong.yaml:4:"), "\(wrong.error)")
    #expect(wrong.error.contains("the rule reports “foo bar” and not “bar”"), "\(wrong.error)")
    #expect(wrong.error.contains("a good example is reported at “baz one”"), "\(wrong.error)")
    let coverage = try project.calque("test", "--coverage", "rules/house/wrong.yaml")
    #expect(coverage.out.contains("two"), "\(coverage.out)")
    #expect(try project.calque("test", "absent/").status == 1)
  }

  @Test func strictAsksForWhatBuiltinRulesHave() throws {
    let project = try Project()
    let run = try project.calque("test", "--strict", "rules/")
    #expect(run.status == 1)
    #expect(run.error.contains("rules/house/teh.yaml:1:1: error: "), "\(run.error)")
  }
}
