import CalqueTestSupport
import Testing

/// Where reports go and what they look like.
@Suite struct OutputTests {
  private static let draft = "Ünited we utilize it.\nHe emphatically stated teh rest.\n"
  private static let compact = """
    draft.txt:1:11: warning: Write “use”. [house.utilize]
    draft.txt:2:4: note: “emphatically stated” is a translated reporting verb; write “said”. [house.emphatic]
    draft.txt:2:24: error: This is a slip. [house.teh]

    """

  private static func project() throws -> Project { try Project(["draft.txt": draft]) }

  @Test func theCompactFormIsOneLineAFinding() throws {
    let run = try Self.project().calque("--format", "compact", "draft.txt")
    #expect(run.out == Self.compact)
    #expect(run.error == "1 error, 1 warning, 1 suggestion in 1 file (9 words)\n", "the summary")
  }

  @Test func theTextFormShowsTheSourceAndTheFix() throws {
    let project = try Self.project()
    let run = try project.calque("draft.txt")
    #expect(run.lines.first == "draft.txt:1:11: warning: Write “use”. [house.utilize]")
    #expect(run.out.contains("1 | Ünited we utilize it.\n  |           ^^^^^^^\nhelp: replace with “use”\n"))
    #expect(try project.calque("--format", "text", "draft.txt").out == run.out, "it is the default")
  }

  @Test func quietPrintsNoSummaryAndStatsCountRules() throws {
    let project = try Self.project()
    #expect(try project.calque("--quiet", "draft.txt").error.isEmpty)
    let error = try project.calque("--stats", "draft.txt").error
    #expect(error.contains("     1  house.teh\n"), "\(error)")
    #expect(error.contains("1 files, 9 words"), "\(error)")
  }

  @Test(arguments: [
    ("code-point", "1:11", "2:24"), ("byte", "1:12", "2:24"), ("utf16", "1:11", "2:24"), ("display", "1:11", "2:24"),
  ])
  func columnsCountInTheUnitAskedFor(unit: String, first: String, last: String) throws {
    let lines = try Self.project().calque("--format", "compact", "--column-unit", unit, "draft.txt").lines
    #expect(lines.first?.hasPrefix("draft.txt:\(first): ") ?? false, "\(lines)")
    #expect(lines.last?.hasPrefix("draft.txt:\(last): ") ?? false, "\(lines)")
  }

  @Test func theConfigurationMaySetTheColumnUnit() throws {
    let project = try Project(["draft.txt": Self.draft], configuration: Project.configuration + "column-unit: byte\n")
    #expect(try project.calque("--format", "compact", "draft.txt").out.hasPrefix("draft.txt:1:12: "))
    #expect(
      try project.calque("--format", "compact", "--column-unit", "code-point", "draft.txt").out
        .hasPrefix("draft.txt:1:11: "))
  }

  @Test(
    arguments: [
      ([], [], false), (["--color", "always"], [], true), (["--color", "never"], ["FORCE_COLOR=1"], false),
      ([], ["FORCE_COLOR=1"], true), ([], ["CLICOLOR_FORCE=1"], true), ([], ["NO_COLOR=1", "FORCE_COLOR=1"], false),
      ([], ["NO_COLOR=", "FORCE_COLOR=1"], true), (["--color", "always"], ["NO_COLOR=1"], true),
      ([], ["FORCE_COLOR="], false),
    ] as [([String], [String], Bool)])
  func colorsComeOnlyWhenAskedFor(options: [String], environment: [String], isColored: Bool) throws {
    let project = try Self.project()
    let run = try project.calque(options + ["--format", "compact", "draft.txt"], environment: environment)
    #expect(run.outBytes.contains(0x1B) == isColored)
    #expect(run.status == 1)
  }

  @Test func oneRunWritesSeveralReports() throws {
    let project = try Self.project()
    let run = try project.calque(
      "--format", "compact", "--format", "sarif=out.sarif", "--format", "ndjson=out.ndjson", "--format",
      "json=out.json", "--color", "always", "draft.txt")
    #expect(run.status == 1)
    #expect(run.outBytes.contains(0x1B))
    #expect(try project.writtenText(of: "out.sarif").contains("\"version\":\"2.1.0\""))
    #expect(try JSONText.objects(inLines: project.writtenText(of: "out.ndjson")).count == 3)
    let json = try JSONText(project.writtenText(of: "out.json"))
    #expect(json["summary"]["errors"].int == 1)
    for name in ["out.sarif", "out.json", "out.ndjson"] {
      #expect(try !project.writtenText(of: name).contains("\u{1B}"), "\(name): no colors in files")
    }
  }

  @Test func outputNamesTheFileOfTheOnlyFormat() throws {
    let project = try Self.project()
    let run = try project.calque("--format", "compact", "--output", "report.txt", "draft.txt")
    #expect(run.out.isEmpty)
    #expect(try project.text(of: "report.txt") == Self.compact)
  }

  @Test func aReportThatCannotBeWrittenIsCode2() throws {
    let run = try Self.project().calque("--format", "sarif=absent/out.sarif", "draft.txt")
    #expect(run.status == 2)
    #expect(run.error.contains("absent/out.sarif: No such file or directory"), "\(run.error)")
  }

  @Test(arguments: [
    "text", "compact", "json", "ndjson", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjson", "html",
  ])
  func everyFormatShowsEveryFinding(format: String) throws {
    let run = try Self.project().calque("--format", format, "draft.txt")
    #expect(run.status == 1)
    #expect(run.out.contains("This is a slip."))
    #expect(run.out.contains("house.utilize"))
  }

  @Test(arguments: ["json", "sarif", "gitlab", "rdjson", "ndjson"])
  func jsonFormatsAreJSONAlsoWithoutFindings(format: String) throws {
    let project = try Project(["draft.txt": "They use it.\n"])
    let run = try project.calque("--format", format, "draft.txt")
    #expect(run.status == 0)
    if format == "ndjson" {
      #expect(run.out.isEmpty)
    } else {
      _ = try JSONText(run.out)
    }
  }

  @Test func standardInputHasANameAndAFormat() throws {
    let project = try Project(configuration: nil)
    let rule = ["--config", "c.yaml"]
    try project.folder.write("rule-files: [rules/]\nselect: [house]\n", to: "c.yaml")
    let text = Array("They utilize it.\n".utf8)
    #expect(
      try project.calque(rule + ["-", "--format", "compact"], input: text).out
        == "<stdin>:1:6: warning: Write “use”. [house.utilize]\n")
    #expect(
      try project.calque(rule + ["-", "--stdin-filename", "a/b.md", "--format", "compact"], input: text).out
        == "a/b.md:1:6: warning: Write “use”. [house.utilize]\n")
    let code = Array("    They utilize it.\n".utf8)
    #expect(try project.calque(rule + ["-", "--stdin-filename", "b.md"], input: code).status == 0, "code in Markdown")
    #expect(try project.calque(rule + ["-", "--stdin-filename", "b.txt"], input: code).status == 1, "prose in text")
    #expect(try project.calque(rule + ["-", "--input-format", "markdown"], input: code).status == 0)
    #expect(
      try project.calque(rule + ["-", "--input-format", "text", "--stdin-filename", "b.md"], input: code).status == 1)
  }

  @Test func theConfigurationOfTheNamedFolderCountsForStandardInput() throws {
    let project = try Project(["sub/.calque.yaml": "rules: {house.utilize: error}\n"])
    let text = Array("They utilize it.\n".utf8)
    #expect(try project.calque(["-", "--stdin-filename", "sub/x.md"], input: text).out.contains(" error: "))
    #expect(try project.calque(["-", "--stdin-filename", "x.md"], input: text).out.contains(" warning: "))
  }
}
