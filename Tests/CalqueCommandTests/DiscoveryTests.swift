import CalqueTestSupport
import Testing

/// Which files are linted, in which order, and that the order of work does not show.
@Suite struct DiscoveryTests {
  private static let draft = "They utilize it.\n"

  private func paths(_ run: CommandRun) -> [String] {
    run.lines.map { line in String(line.prefix { $0 != ":" }) }
  }

  private func project(_ names: [String]) throws -> Project {
    try Project(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.draft) }))
  }

  @Test func foldersAreSearchedForTextInOrder() throws {
    let names = ["b.md", "a.txt", "ä/c d.markdown", "z/y/x.TEXT", "B.md", "скан.md"]
    let project = try project(names)
    try project.folder.write(Self.draft, to: "picture.png")
    try project.folder.write(Self.draft, to: ".hidden/d.md")
    try project.folder.write(Self.draft, to: "noextension")
    let run = try project.calque("--format", "compact", ".")
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    #expect(paths(run) == sorted)
    #expect(
      paths(try project.calque("--format", "compact", "noextension", "picture.png")) == ["noextension", "picture.png"])
  }

  @Test func ignoreFilesAreHonored() throws {
    let project = try project(["a.md", "b.md", "old/c.md", "old/keep.md", "sub/d.md", "sub/e.md", "out/f.md"])
    try project.folder.makeFolder(".git")
    try project.folder.write("b.md\n/out/\n", to: ".gitignore")
    try project.folder.write("old/*\n!old/keep.md\n", to: ".calqueignore")
    try project.folder.write("e.md\n", to: "sub/.gitignore")
    let all = ["a.md", "old/keep.md", "sub/d.md"]
    #expect(paths(try project.calque("--format", "compact", ".")) == all)
    #expect(
      paths(try project.calque("--format", "compact", "--no-ignore", "."))
        == ["a.md", "b.md", "old/keep.md", "out/f.md", "sub/d.md", "sub/e.md"])
    #expect(paths(try project.calque("--format", "compact", "b.md", "old/c.md")) == ["b.md", "old/c.md"])
    #expect(try project.calque("--format", "compact", "--force-exclude", "b.md", "old/c.md", "out/f.md").out.isEmpty)
  }

  @Test func aFileGivenTwiceIsLintedOnce() throws {
    let project = try project(["a.md", "sub/b.md"])
    #expect(paths(try project.calque("--format", "compact", "a.md", "./a.md", ".", "sub")).count == 2)
  }

  @Test func pathsAreShownAsGiven() throws {
    let project = try project(["sub/b.md"])
    #expect(paths(try project.calque("--format", "compact", "./sub/b.md")) == ["./sub/b.md"])
    #expect(paths(try project.calque("--format", "compact", "sub/")) == ["sub/b.md"])
    let absolute = project.folder.path + "/sub/b.md"
    #expect(paths(try project.calque("--format", "compact", absolute)) == [absolute])
  }

  @Test func anEmptyFolderIsClean() throws {
    let project = try Project()
    try project.folder.makeFolder("empty")
    let run = try project.calque("empty")
    #expect(run.status == 0 && run.out.isEmpty)
    #expect(run.error == "no findings in 0 files (0 words)\n")
  }

  @Test(arguments: ["compact", "json", "sarif"])
  func theNumberOfThreadsAndTheOrderOfPathsDoNotShow(format: String) throws {
    var random = RepeatableRandom(seed: 7)
    let sentences = [
      "They utilize it. ", "He emphatically stated teh rest. ", "The the losses came to 1,5 milliard dollars. ",
      "Kiev and Kyiv. ", "\n\n", "She uses it. ", "— An interesting fact is that nobody came. ", "E-mail, email. ",
    ]
    var files: [String: String] = [:]
    for number in 0..<40 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in random.pick(sentences) }.joined()
      files["f\(number).\(number % 2 == 0 ? "md" : "txt")"] = text
    }
    let project = try Project(files, configuration: "root: true\nrule-files: [rules/]\n")
    let names = files.keys.sorted()
    let options = ["--format", format]
    let first = try project.calque(options + ["--jobs", "1"] + names)
    #expect(!first.out.isEmpty)
    #expect(try project.calque(options + ["--jobs", "4"] + names).out == first.out)
    #expect(try project.calque(options + ["--jobs", "4"] + names.reversed()).out == first.out)
    #expect(try project.calque(options + names).out == first.out)
  }

  #if os(Linux)
    @Test func namesThatAreNotUTF8AreLinted() throws {
      let project = try Project()
      try project.folder.write(Array(Self.draft.utf8), toBytes: [0x61, 0xFF, 0x2E, 0x6D, 0x64])
      let run = try project.calque("--format", "compact", ".")
      #expect(run.status == 1)
      #expect(run.lines.count == 1)
    }
  #endif
}
