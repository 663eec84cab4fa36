import CalqueTestSupport
import Testing

/// What the exit code says: 0 clean, 1 findings, 2 usage, configuration or reading.
@Suite struct ExitCodeTests {
  private static let drafts = [
    "clean.txt": "They use it.\n",
    "note.txt": "He emphatically stated it.\n",
    "warning.txt": "They utilize it. They commence. She utilizes it.\n",
    "error.txt": "This is teh end.\n",
  ]

  @Test(
    arguments: [
      ("clean.txt", nil, 0), ("note.txt", nil, 0), ("warning.txt", nil, 1), ("error.txt", nil, 1),
      ("note.txt", "suggestion", 1), ("clean.txt", "suggestion", 0), ("warning.txt", "error", 0),
      ("error.txt", "error", 1), ("error.txt", "never", 0), ("warning.txt", "warning", 1),
    ] as [(String, String?, Int32)])
  func findingsFailAtAndAboveTheLevel(file: String, level: String?, status: Int32) throws {
    let project = try Project(Self.drafts)
    let options = level.map { ["--fail-on", $0] } ?? []
    #expect(try project.calque(["lint", file] + options).status == status)
    #expect(try project.calque([file] + options).status == status, "the command may be left out")
  }

  @Test func theConfigurationSetsTheLevelAndTheOptionWins() throws {
    let project = try Project(Self.drafts, configuration: Project.configuration + "fail-on: suggestion\n")
    #expect(try project.calque("note.txt").status == 1)
    #expect(try project.calque("note.txt", "--fail-on", "error").status == 0)
  }

  @Test func tooManyWarningsFailWhateverTheLevel() throws {
    let project = try Project(Self.drafts)
    #expect(try project.calque("warning.txt", "--fail-on", "never", "--max-warnings", "3").status == 0)
    let run = try project.calque("warning.txt", "--fail-on", "never", "--max-warnings", "2")
    #expect(run.status == 1)
    #expect(run.error.contains("3 warnings are more than --max-warnings 2"))
    #expect(try project.calque("error.txt", "--fail-on", "never", "--max-warnings", "0").status == 0)
    try project.folder.write(Project.configuration + "fail-on: error\nmax-warnings: 1\n", to: ".calque.yaml")
    #expect(try project.calque("warning.txt").status == 1)
  }

  @Test(arguments: [
    (["--foo", "clean.txt"], "--foo"),
    (["clean.txt", "--fail-on"], "--fail-on"),
    (["clean.txt", "--fail-on", "sometimes"], "sometimes"),
    (["clean.txt", "--format", "texts"], "did you mean “text”?"),
    (["clean.txt", "--format", "=out"], "format"),
    (["clean.txt", "--format", "json", "--format", "sarif"], "only one format can go to standard output"),
    (["clean.txt", "--color", "blue"], "blue"),
    (["clean.txt", "--column-unit", "inch"], "inch"),
    (["clean.txt", "--max-warnings", "many"], "many"),
    (["clean.txt", "--max-warnings=-1"], "--max-warnings must be 0 or more"),
    (["clean.txt", "--jobs", "0"], "--jobs must be 1 or more"),
    (["clean.txt", "--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"),
    (["clean.txt", "--fix", "--diff"], "choose one"),
    (["clean.txt", "--config", "a.yaml", "--isolated"], "exclude each other"),
    (["clean.txt", "--config", "absent.yaml"], "absent.yaml"),
    (["clean.txt", "--rule", "house.utilize"], "is no RULE=LEVEL"),
    (["clean.txt", "--rule", "house.utilize=warnig"], "did you mean “house.utilize=warning”?"),
    (["clean.txt", "--select", "house.utilise"], "Did you mean “house.utilize”?"),
    (["clean.txt", "--ignore", "huose"], "Did you mean “house”?"),
    (["clean.txt", "--input-format", "docx"], "docx"),
    ([], "name a file"),
    (["explain"], "rule"),
    (["explain", "house.absent"], "there is no rule or group"),
    (["rules", "--format", "yaml"], "yaml"),
    (["batch", "--jobs", "0"], "--jobs must be 1 or more"),
    (["batch", "--config", "absent.yaml"], "absent.yaml"),
  ])
  func wrongArgumentsAreCode2AndSayWhat(arguments: [String], message: String) throws {
    let run = try Project(Self.drafts).calque(arguments)
    #expect(run.status == 2)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.out.isEmpty, "only messages, and those on standard error")
  }

  @Test func helpAndVersionAreCode0() throws {
    let project = try Project()
    for arguments in [["--help"], ["lint", "--help"], ["help", "batch"], ["--version"]] {
      let run = try project.calque(arguments)
      #expect(run.status == 0, "\(arguments)")
      #expect(!run.out.isEmpty && run.error.isEmpty, "\(arguments)")
    }
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let project = try Project(["draft.txt": String(repeating: "They utilize it.\n\n", count: 20_000)])
    let script = "'\(try Executable.path())' draft.txt --format compact; echo \"code $?\" >&2"
    let run = try CommandRun.run("/bin/sh", ["-c", "(\(script)) | head -n 1"], in: project.folder.path)
    #expect(run.out == "draft.txt:1:6: warning: Write “use”. [house.utilize]\n")
    #expect(run.error.contains("code 0"), "\(run.error)")
  }
}
