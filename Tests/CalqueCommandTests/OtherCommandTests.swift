import CalqueTestSupport
import Testing

/// `explain`, `rules`, `test`, `init`, and the program by itself.
@Suite struct OtherCommandTests {
  @Test func explainShowsARuleWithExamplesAndHowToSilenceIt() throws {
    let run = try Project().calque("explain", "damaged.doubled-article")
    #expect(run.status == 0)
    for text in [
      "A doubled article", "claim     fault", "✗ ⟦The the⟧ army left.", "→ The army left.", "✓ ", "References:",
    ] {
      #expect(run.out.contains(text), "\(text)")
    }
    #expect(run.out.contains("<!-- calque-disable-next-line damaged.doubled-article -- reason -->"))
  }

  @Test func explainListsAGroupAndKnowsTheRulesAboutComments() throws {
    let project = try Project()
    #expect(try project.calque("explain", "damaged").out.contains("damaged.doubled-article"))
    #expect(try project.calque("explain", "generated").out.contains("opt-in"))
    #expect(try project.calque("explain", "calque.unused-suppression").status == 0)
    let wrong = try project.calque("explain", "damaged.doubled-artikle")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("did you mean “damaged.doubled-article”?"), "\(wrong.error)")
  }

  @Test func rulesListsEveryRuleAndExplainKnowsThemAll() throws {
    let project = try Project()
    let run = try project.calque("rules", "--format", "json")
    #expect(run.status == 0)
    let rules = try JSONText(run.out).list
    let ids = rules.compactMap { $0["id"].string }
    #expect(ids.count == rules.count && ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(ids.contains("damaged.doubled-article"))
    for rule in rules {
      #expect(rule.keys == ["id", "summary", "claim", "severity", "status", "category", "sources", "optIn"])
      #expect(rule["summary"].string?.isEmpty == false)
    }
    let text = try project.calque("rules")
    #expect(text.lines.count == ids.count + 1)
    #expect(text.lines.last?.hasPrefix("\(ids.count) rules in ") ?? false)
  }

  @Test func theExamplesOfTheBuiltinRulesHold() throws {
    let run = try Project().calque("test")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("all hold"))
  }

  @Test func initWritesAConfigurationThatWorksAndKeepsAnOldOne() throws {
    let project = try Project(["draft.txt": "The the end.\n"], configuration: nil)
    #expect(try project.calque("init").status == 0)
    let written = try project.writtenText(of: ".calque.yaml")
    #expect(try project.calque("init", "--print").out == written)
    #expect(try project.calque("draft.txt").status == 1, "it is read without complaint")
    try project.folder.write("root: true\n", to: ".calque.yaml")
    let again = try project.calque("init")
    #expect(again.status == 2 && again.error.contains("--force"))
    #expect(try project.writtenText(of: ".calque.yaml") == "root: true\n")
    #expect(try project.calque("init", "--force").status == 0)
    #expect(try project.writtenText(of: ".calque.yaml") == written)
  }

  @Test func everyLineOfTheTemplateWorksUncommented() throws {
    let project = try Project(["draft.txt": "The the end.\n"], configuration: nil)
    let template = try project.calque("init", "--print").out
    // Comments that are keys: “# key:” and what is indented below.
    let keys = template.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("# ") else { return nil }
      let text = String(line.dropFirst(2))
      let isKey =
        text.prefix { $0.isLowercase || $0 == "-" }.count > 0
        && text.drop { $0.isLowercase || $0 == "-" }.hasPrefix(":")
      return isKey || text.hasPrefix("  ") ? text : nil
    }
    #expect(keys.count > 15)
    try project.folder.write(keys.joined(separator: "\n") + "\n", to: ".calque.yaml")
    let run = try project.calque("draft.txt")
    let errors = run.error.split(separator: "\n").filter { $0.contains("error:") }
    #expect(errors.isEmpty, "\(run.error)")
  }

  @Test func theBinaryNeedsNoFileAndNoEnvironment() throws {
    let folder = try TemporaryFolder()
    let copy = try CommandRun.run("/bin/cp", [try Executable.path(), "calque"], in: folder.path)
    #expect(copy.status == 0)
    let program = folder.path + "/calque"
    let run = try CommandRun.run(
      "/usr/bin/env", ["-i", program, "-", "--format", "compact"], in: folder.path,
      input: Array("The the end.\n".utf8))
    #expect(run.out.hasPrefix("<stdin>:1:1: warning: "), "\(run.error)")
    #expect(run.out.hasSuffix(" [damaged.doubled-article]\n"))
    #expect(run.status == 1)
    let rules = try CommandRun.run("/usr/bin/env", ["-i", program, "test"], in: "/")
    #expect(rules.status == 0, "\(rules.error)")
  }
}
