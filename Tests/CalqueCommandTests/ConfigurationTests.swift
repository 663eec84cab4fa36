import CalqueTestSupport
import Testing

/// Configuration files and the options that choose rules.
@Suite struct ConfigurationTests {
  private static let draft = "They utilize it. He emphatically stated teh rest.\n"

  private func rules(_ run: CommandRun) throws -> [String] {
    try JSONText.objects(inLines: run.out).map { ($0["rule"].string ?? "") + "=" + ($0["severity"].string ?? "") }
  }

  @Test(
    arguments: [
      ([], ["house.utilize=warning", "house.emphatic=suggestion", "house.teh=error"]),
      (["--select", "house.teh"], ["house.teh=error"]),
      (["--select", "house.teh,house.utilize"], ["house.utilize=warning", "house.teh=error"]),
      (["--select", "house", "--ignore", "house.teh"], ["house.utilize=warning", "house.emphatic=suggestion"]),
      (["--ignore", "house"], []),
      (["--ignore", "all"], []),
      (
        ["--rule", "house.emphatic=error", "--rule", "house.teh=off"],
        ["house.utilize=warning", "house.emphatic=error"]
      ),
      (
        ["--rule", "house=suggestion"],
        ["house.utilize=suggestion", "house.emphatic=suggestion", "house.teh=suggestion"]
      ),
      (
        ["--rule", "all=warning,house.teh=suggestion"],
        [
          "house.utilize=warning", "house.emphatic=warning", "house.teh=suggestion",
        ]
      ),
    ] as [([String], [String])])
  func optionsChooseRules(options: [String], found: [String]) throws {
    let project = try Project(["draft.txt": Self.draft])
    #expect(try rules(project.calque(options + ["--format", "ndjson", "draft.txt"])) == found)
  }

  @Test func theNearestFileCountsMost() throws {
    let project = try Project([
      "draft.txt": Self.draft, "sub/draft.txt": Self.draft, "sub/.calque.yaml": "rules: {house.teh: warning}\n",
      "alone/draft.txt": Self.draft, "alone/.calque.yaml": "root: true\nselect: [damaged.doubled-article]\n",
    ])
    let run = try project.calque("--format", "compact", ".")
    #expect(
      run.lines.filter { $0.contains("teh") }.map { $0.prefix { $0 != "\u{20}" } } == [
        "draft.txt:1:41:", "sub/draft.txt:1:41:",
      ])
    #expect(run.out.contains("sub/draft.txt:1:41: warning"))
    #expect(!run.out.contains("alone/"))
  }

  @Test func configNamesTheOnlyFileAndIsolatedNone() throws {
    let project = try Project(["draft.txt": "They utilize the the thing.\n"])
    try project.folder.write("rule-files: [rules]\nselect: [house.teh]\n", to: "other/c.yaml")
    try project.folder.write(Project.teh, to: "other/rules/house/teh.yaml")
    #expect(try project.calque("--config", "other/c.yaml", "draft.txt").out.isEmpty)
    let run = try project.calque("--isolated", "--format", "compact", "draft.txt")
    #expect(run.out.contains("[damaged.doubled-article]"), "the built-in rules")
    #expect(!run.out.contains("house."), "no configuration file, so no rule file")
  }

  @Test func overridesHoldForTheirFilesOnly() throws {
    let overrides =
      "overrides:\n  - files: [\"old/**\"]\n    rules: {house.teh: suggestion}\n    ignore: [house.utilize]\n"
    let project = try Project(
      ["new/draft.txt": Self.draft, "old/draft.txt": Self.draft], configuration: Project.configuration + overrides)
    let lines = try project.calque("--format", "compact", ".").lines
    #expect(lines.filter { $0.hasPrefix("new/") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("old/") }.count == 2)
    #expect(lines.contains { $0.hasPrefix("old/draft.txt:1:41: note:") })
  }

  @Test func termsAreAccepted() throws {
    let terms = "terms:\n  - Utilize Games\n  - {text: TEH, case: exact}\n"
    let project = try Project(configuration: Project.configuration + terms)
    let text = "The Utilize Games utilize it. TEH and teh.\n"
    let run = try project.calque(["-", "--format", "compact"], input: Array(text.utf8))
    #expect(
      run.lines == [
        "<stdin>:1:19: warning: Write “use”. [house.utilize]", "<stdin>:1:39: error: This is a slip. [house.teh]",
      ])
  }

  @Test func excludeLeavesFilesOut() throws {
    let project = try Project(
      ["a.txt": Self.draft, "old/b.txt": Self.draft], configuration: Project.configuration + "exclude: [old/]\n")
    #expect(try !project.calque("--format", "compact", ".").out.contains("old/"))
    #expect(try project.calque("--format", "compact", "old/b.txt").status == 1, "a file that is named is linted")
    #expect(try project.calque("--format", "compact", "--force-exclude", "old/b.txt").status == 0)
  }

  @Test func aSourceTurnsRulesAboutOthersDown() throws {
    let project = try Project()
    try project.folder.write("sources: [ru]\n" + Project.utilize, to: "rules/house/utilize.yaml")
    let text = Array("They utilize it.\n".utf8)
    #expect(try project.calque(["-"], input: text).out.contains(" warning: "))
    #expect(try project.calque(["-", "--source", "ru"], input: text).out.contains(" warning: "))
    #expect(try project.calque(["-", "--source", "ko,ja"], input: text).out.contains(" note: "))
    try project.folder.write(Project.configuration + "sources: [ko]\n", to: ".calque.yaml")
    #expect(try project.calque(["-"], input: text).out.contains(" note: "))
  }

  @Test func printConfigShowsWhereEachValueComesFrom() throws {
    let project = try Project(["sub/.calque.yaml": "rules: {house.teh: warning}\n"])
    let run = try project.calque("--print-config", "sub/draft.md", "--ignore", "house.utilize")
    #expect(run.status == 0)
    #expect(run.out.contains("house.teh: warning  # sub/.calque.yaml:1"), "\(run.out)")
    #expect(run.out.contains("--ignore"), "\(run.out)")
    #expect(run.out.contains("- rules  # .calque.yaml:2"), "\(run.out)")
    let again = try project.calque("--print-config", "sub/draft.md", "--isolated")
    #expect(again.status == 0)
    #expect(!again.out.contains("house"))
  }

  @Test(arguments: [
    ("rules:\n  house.utilise: off\n", ".calque.yaml:4:3: ", "Did you mean “house.utilize”?"),
    ("rulez: {}\n", ".calque.yaml:3:1: ", "Did you mean “rules”?"),
    ("rules:\n  house.teh: wraning\n", ".calque.yaml:4:14: ", "did you mean “warning”?"),
    ("fail-on: errors\n", ".calque.yaml:3:10: ", "did you mean “error”?"),
    ("groups: {huose: on}\n", ".calque.yaml:3:10: ", "Did you mean “house”?"),
    ("max-warnings: lots\n", ".calque.yaml:3:15: ", "max-warnings"),
    ("rules: {house.teh: off\n", ".calque.yaml:4:1: ", "error: "),
    ("overrides:\n  - rules: {house.teh: off}\n", ".calque.yaml:4:5: ", "files"),
    ("terms: [\"\"]\n", ".calque.yaml:3:9: ", "word"),
  ])
  func errorsSayWhereAndWhatWasMeant(text: String, place: String, hint: String) throws {
    let project = try Project(["draft.txt": Self.draft], configuration: "root: true\nrule-files: [rules/]\n" + text)
    let run = try project.calque("draft.txt")
    #expect(run.status == 2)
    #expect(run.error.contains(place), "\(run.error)")
    #expect(run.error.contains(hint), "\(run.error)")
    #expect(run.out.isEmpty)
  }

  @Test func allErrorsAreToldAtOnce() throws {
    let project = try Project(
      ["draft.txt": Self.draft], configuration: "root: true\nrulez: {}\nfail-on: errors\nmax-warnings: lots\n")
    let run = try project.calque("draft.txt")
    #expect(run.status == 2)
    #expect(run.error.split(separator: "\n").count == 3, "\(run.error)")
  }
}
