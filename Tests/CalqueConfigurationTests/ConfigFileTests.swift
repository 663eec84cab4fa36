import CalqueConfiguration
import CalqueTestSupport
import CalqueText
import CalqueYAML
import Testing

@Suite struct ConfigFileTests {
  @Test func readsEveryKey() throws {
    let text = """
      extends: [base.yaml, ../team.yaml]
      root: true
      rules: {all: suggestion, russian: warning, russian.x: off}
      groups: {superlatives: on, register: off}
      select: [russian, korean.y]
      ignore: korean.z
      sources: [ru, "no"]
      fail-on: error
      max-warnings: 12
      column-unit: utf16
      exclude: [build/, "*.gen.md"]
      terms:
        - Rodong   Sinmun
        - {text: Songun, case: exact, inflect: true}
      rule-files: rules
      encoding: windows-1251
      overrides:
        - files: "*.po"
          rules: {russian.x: on}
          sources: uk
      """
    let (file, errors) = parseConfigFile(Array(text.utf8), path: "/p/.calque.yaml")
    #expect(errors.isEmpty)
    #expect(file.extends.map(\.value) == ["/p/base.yaml", "/team.yaml"])
    #expect(file.extends[1].origin == .file("/p/.calque.yaml", YAMLMark(line: 1, column: 22)))
    #expect(file.isRoot)
    let x = RuleSelector.rule(RuleID("russian.x"))
    #expect(
      file.values.levels.map(\.value) == [
        RuleEntry(.all, .suggestion), RuleEntry(.group("russian"), .warning), RuleEntry(x, .off),
        RuleEntry(.group("superlatives"), .on), RuleEntry(.group("register"), .off),
        RuleEntry(.rule(RuleID("korean.z")), .off),
      ])
    #expect(file.values.select?.map(\.value) == [.group("russian"), .rule(RuleID("korean.y"))])
    #expect(file.values.sources?.map(\.value) == ["ru", "no"])
    #expect(file.run.failOn?.value == .error)
    #expect(file.run.maxWarnings == Sourced(12, .file("/p/.calque.yaml", YAMLMark(line: 9, column: 1))))
    #expect(file.run.columnUnit?.value == .utf16)
    #expect(file.exclude.map(\.value) == ["build/", "*.gen.md"])
    #expect(
      file.values.terms.map(\.value) == [
        AcceptedTerm(text: "Rodong Sinmun"), AcceptedTerm(text: "Songun", letterCase: .exact, inflects: true),
      ])
    #expect(file.ruleFiles.map(\.value) == ["/p/rules"])
    #expect(file.values.encoding?.value == "windows-1251")
    #expect(file.overrides.count == 1)
    #expect(file.overrides.first?.files.map(\.value) == ["*.po"])
    #expect(file.overrides.first?.values.levels.map(\.value) == [RuleEntry(x, .on)])
    #expect(file.overrides.first?.values.sources?.map(\.value) == ["uk"])
  }

  @Test(arguments: [
    ("ruels: {}", "1:1 Unknown key “ruels”. Did you mean “rules”?"),
    ("- a", "1:1 A configuration is a map of keys, not a list."),
    ("rules: [a]", "1:8 “rules” must be a map, not a list."),
    ("rules: {a: waring}", "1:12 “waring” is no value of “a”; did you mean “warning”?"),
    ("rules: {a: true}", "1:12 “true” is no value of “a”; use off, on, suggestion, warning or error."),
    ("rules: {a: on}\ngroups: {a: off}", "2:10 “a” has its level already in line 1."),
    ("groups: {a.b: on}", "1:10 “a.b” is no group; name it under “rules”."),
    ("max-warnings: -1", "1:15 “max-warnings” must be at least 0, not -1."),
    ("fail-on: errors", "1:10 “errors” is no value of “fail-on”; did you mean “error”?"),
    ("terms: [{case: exact}]", "1:9 The key “text” is missing."),
    ("terms: [{text: a, inflects: true}]", "1:19 Unknown key “inflects”. Did you mean “inflect”?"),
    ("terms: [' ']", "1:9 A term needs at least one word."),
    ("overrides: {files: a}", "1:12 “overrides” must be a list, each with its “files”."),
    ("overrides: [{rules: {a: on}}]", "1:13 The key “files” is missing."),
    ("overrides: [{files: a, root: true}]", "1:24 “root” holds for every file and cannot stand in “overrides”."),
    ("exclude: ['']", "1:11 “exclude” holds an empty text."),
    ("root: perhaps", "1:7 “root” must be true or false, not “perhaps”."),
    ("a: [", "1:5 Did not find expected node content while parsing a flow node."),
  ])
  func reportsWhatIsWrong(text: String, expected: String) {
    let (_, errors) = parseConfigFile(Array(text.utf8), path: "/p/.calque.yaml")
    let shown = errors.map { error in
      if case .file("/p/.calque.yaml", let mark) = error.origin { "\(mark) \(error.message)" } else { error.message }
    }
    #expect(shown == [expected])
  }

  @Test func keepsWhatIsRightAndReportsInTheOrderOfTheFile() {
    let text = "max-warnings: many\nrules: {a: on, b: loud}\nexlude: x\n"
    let (file, errors) = parseConfigFile(Array(text.utf8), path: "/c")
    #expect(file.values.levels.map(\.value) == [RuleEntry(.group("a"), .on)])
    #expect(
      errors.map { $0.text(relativeTo: "/") } == [
        "c:1:15: error: “max-warnings” must be a whole number, not “many”.",
        "c:2:19: error: “loud” is no value of “b”; use off, on, suggestion, warning or error.",
        "c:3:1: error: Unknown key “exlude”. Did you mean “exclude”?",
      ])
  }

  @Test func takesAnEmptyFile() {
    let (file, errors) = parseConfigFile([], path: "/c")
    #expect(file == ConfigFile(path: "/c"))
    #expect(errors.isEmpty)
  }

  @Test func readsTheCommandLine() {
    let (values, errors) = PathValues.commandLine(
      select: ["russian"], ignore: ["a", "b.c"], levels: ["b.c=error", "x=loud", "y", "z=warnign"], sources: ["ru"])
    #expect(values.select?.map(\.value) == [.group("russian")])
    #expect(
      values.levels.map(\.value) == [
        RuleEntry(.group("a"), .off), RuleEntry(.rule(RuleID("b.c")), .error),
      ])
    #expect(values.sources == [Sourced("ru", .commandLine("--source"))])
    #expect(
      errors.map { $0.text(relativeTo: "/") } == [
        "error: --rule: “x=loud” is no RULE=LEVEL; use off, on, suggestion, warning, error.",
        "error: --rule: “y” is no RULE=LEVEL; use off, on, suggestion, warning, error.",
        "error: --rule: “z=warnign” is no RULE=LEVEL; did you mean “z=warning”?",
      ])
  }
}
