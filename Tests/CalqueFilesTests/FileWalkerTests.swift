import CalqueConfiguration
import CalqueFiles
import CalqueTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct FileWalkerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func findsFilesByExtensionInTheOrderOfBytes() throws {
    try write("b.md", "a/z.TXT", "a.md", "a/é.md", "a/b/c.md", "a/x.swift", "README", "Z.md", ".hidden/a.md", ".a.md")
    #expect(paths([""]) == ["Z.md", "a.md", "a/b/c.md", "a/z.TXT", "a/é.md", "b.md"])
    #expect(paths([""], WalkOptions(extensions: ["md"], includesHidden: true)).prefix(2) == [".a.md", ".hidden/a.md"])
  }

  @Test func takesNamedFilesWhateverTheyAre() throws {
    try write("x.swift", ".hidden.md", "ignored.md", "build/a.md", "build/sub/b.md")
    try folder.write("ignored.md\nbuild/\n", to: ".calqueignore")
    #expect(paths(["x.swift", ".hidden.md", "ignored.md"]) == [".hidden.md", "ignored.md", "x.swift"])
    #expect(paths(["build"]) == ["build/a.md", "build/sub/b.md"])
    #expect(paths(["build/sub"]) == ["build/sub/b.md"])
    #expect(paths([""]) == [])
  }

  @Test func filtersNamedPathsWhenAsked() throws {
    try write("a.md", "ignored.md", "build/a.md", "build/sub/b.md", "gen/c.md")
    try folder.write("ignored.md\nbuild/\n", to: ".calqueignore")
    let options = WalkOptions(extensions: ["md"], filtersNamed: true)
    #expect(paths(["a.md", "ignored.md", "build/a.md", "build/sub", "build"], options) == ["a.md"])
    let result = FileWalker.find([path("gen/c.md"), path("a.md"), path("gen")], options: options) { path, isFolder in
      Path.name(isFolder ? path : Path.parent(path) ?? "") == "gen"
    }
    #expect(result.files.map(\.path) == [path("a.md")])
  }

  @Test func asksTheConfigurationBeforeItSearches() throws {
    try write("a.md", "gen/b.md", "gen/sub/c.md", "d.md")
    var asked: [String] = []
    let result = FileWalker.find([folder.path], options: WalkOptions(extensions: ["md"])) { path, isFolder in
      asked.append(Path.name(path) + (isFolder ? "/" : ""))
      return isFolder || path.hasSuffix("/d.md")
    }
    #expect(result.files.map(\.absolutePath) == [path("a.md")])
    #expect(asked.sorted() == ["a.md", "d.md", "gen/"])
  }

  @Test func showsPathsAsTheyWereGiven() throws {
    try write("d/a.md", "d/sub/b.md")
    let given: [(String, [String])] = [
      ("d", ["d/a.md", "d/sub/b.md"]), ("d/", ["d/a.md", "d/sub/b.md"]), ("./d", ["./d/a.md", "./d/sub/b.md"]),
      (".", ["d/a.md", "d/sub/b.md"]), ("d/../d/sub", ["d/../d/sub/b.md"]),
    ]
    for (argument, expected) in given {
      // The working folder belongs to the whole process, so that another one must have its own.
      let absolute = argument == "." ? folder.path + "/" : folder.path + "/" + argument
      let shown = FileWalker.find([absolute], options: WalkOptions(extensions: ["md"])).files.map(\.path)
      #expect(shown == expected.map { folder.path + "/" + $0 })
    }
    let here = FileWalker.find(["."], options: WalkOptions(extensions: ["swift"])).files
    #expect(here.contains { $0.path == "Package.swift" })
  }

  @Test func reportsEachFileOnce() throws {
    try write("d/a.md", "d/sub/b.md")
    try folder.link("link", to: "d")
    #expect(paths(["d", "d/a.md", "d/../d/sub", "link/a.md", "link"]) == ["d/a.md", "d/sub/b.md"])
  }

  @Test func tellsNormalFormsApart() throws {
    try write("é.md", "e\u{301}.md")
    #expect(paths([""]).count == 2)
  }

  @Test func followsLinksToFilesThatAreNotThereThemselvesOnly() throws {
    try write("d/a.md", "outside/x.md", "outside/sub/y.md")
    try folder.link("d/again.md", to: "a.md")
    try folder.link("d/x.md", to: "../outside/x.md")
    try folder.link("d/x2.md", to: "../outside/x.md")
    try folder.link("d/nowhere.md", to: "nothing")
    try folder.link("d/self.md", to: "self.md")
    try folder.link("d/folder", to: "../outside")
    try folder.link("d/up.md", to: "..")
    #expect(paths(["d"]) == ["d/a.md", "d/x.md"])
    #expect(paths(["d/folder", "d/again.md"]) == ["d/again.md", "d/folder/sub/y.md", "d/folder/x.md"])
  }

  @Test func turnsTroubleIntoProblems() throws {
    try write("a.md", "closed/b.md")
    #expect(mkfifo(path("p.md"), 0o644) == 0)
    #expect(chmod(path("closed"), 0) == 0)
    let result = FileWalker.find(
      [folder.path, path("none.md"), path("none.md"), path("a.md/x"), "", "a\0b"],
      options: WalkOptions(extensions: ["md"]))
    #expect(chmod(path("closed"), 0o755) == 0)
    var expected = [
      FileError("", .notFound), FileError(path("a.md/x"), .notFound), FileError(path("closed"), .system(EACCES)),
      FileError(path("none.md"), .notFound), FileError("a\0b", .invalidPath),
    ]
    // The superuser may read everywhere.
    if geteuid() == 0 { expected.remove(at: 2) }
    #expect(result.problems == expected)
    #expect(result.files.first?.path == path("a.md"))
    #expect(!result.files.contains { $0.path.hasSuffix("p.md") })
  }

  @Test func bringsNamesThatAreNoUTF8() throws {
    try folder.write([1], toBytes: [0x64, 0xFF, 0x2F, 0xE9] + Array(".md".utf8))
    let files = FileWalker.find([folder.path], options: WalkOptions(extensions: ["md"])).files
    #expect(files.map { PathCoding.display($0.path) } == [path("d\\xFF/\\xE9.md")])
    #expect(try FileSystem().read(#require(files.first).path) == [1])
  }

  @Test func reportsFoldersThatCannotBeOpened() throws {
    try write("a.md")
    let name = String(repeating: "d", count: 200)
    // Deeper than any path that the system takes.
    let script = "cd -P '\(folder.path)' && for i in $(seq 25); do mkdir \(name) && cd -P \(name) || exit 1; done"
    try #require(try runProgram("sh", ["-c", script]).status == 0)
    let result = FileWalker.find([folder.path], options: WalkOptions(extensions: ["md"]))
    #expect(result.files.map(\.path) == [path("a.md")])
    #expect(result.problems.map(\.kind) == [.system(ENAMETOOLONG)])
    #expect(result.problems.allSatisfy { $0.path.hasPrefix(path(name)) && !$0.path.hasSuffix("/") })
  }

  @Test func survivesVeryDeepFolders() throws {
    let deep = Array(repeating: "d", count: 1000).joined(separator: "/")
    try write(deep + "/a.md")
    #expect(paths([""]) == [deep + "/a.md"])
  }

  private func write(_ names: String...) throws {
    for name in names { try folder.write("", to: name) }
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// The paths found, without that of the test's folder.
  private func paths(
    _ names: [String], _ options: WalkOptions = WalkOptions(extensions: ["md", "txt"])
  ) -> [String] {
    let result = FileWalker.find(names.map { path($0) }, options: options)
    #expect(result.problems == [])
    return result.files.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }
}
