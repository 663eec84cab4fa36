import CalqueFiles
import CalqueTestSupport
import Testing

/// Ignore files in a walk; for `.gitignore`, Git is the judge.
@Suite struct WalkerIgnoreTests {
  private static let environment = [
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "XDG_CONFIG_HOME=/dev/null",
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func agreesWithGitOnRandomRepositories() throws {
    var random = RepeatableRandom(seed: 99)
    let letters = ["a", "b", "c"]
    for round in 0..<25 {
      let root = "r\(round)"
      try git(["init", "-q", "\(folder.path)/\(root)"])
      var folders = [root]
      for _ in 0..<12 {
        let name = random.pick(folders) + "/" + random.pick(letters) + random.pick(letters)
        if !folders.contains(name) { folders.append(name) }
      }
      for name in folders {
        for _ in 0..<3 {
          try folder.write("", to: "\(name)/\(random.pick(letters)).\(random.pick(["md", "txt", "c"]))")
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
          try folder.write(patterns(&random), to: "\(name)/.gitignore")
        }
      }
      try folder.write(patterns(&random), to: "\(root)/.git/info/exclude")
      for start in [root, random.pick(folders)] { try compare(start, root: root) }
    }
  }

  @Test func stopsAtRepositories() throws {
    try git(["init", "-q", "\(folder.path)/outer"])
    try git(["init", "-q", "\(folder.path)/outer/inner"])
    try write("outer/a.md", "outer/inner/a.md", "outer/inner/b.md", "outer/.git/c.md")
    try folder.write("a.md\n", to: "outer/.gitignore")
    try folder.write("b.md\n", to: "outer/inner/.git/info/exclude")
    #expect(paths("outer") == ["outer/inner/a.md"])
    #expect(paths("outer/inner") == ["outer/inner/a.md"])
  }

  @Test func readsTheExcludeFileOfALinkedWorktree() throws {
    try git(["init", "-q", "\(folder.path)/main"])
    let name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    try git(["-C", "\(folder.path)/main"] + name + ["commit", "-q", "--allow-empty", "-m", "x"])
    try git(["-C", "\(folder.path)/main", "worktree", "add", "-q", "\(folder.path)/linked"])
    try folder.write("b.md\n", to: "main/.git/info/exclude")
    try write("linked/a.md", "linked/b.md")
    #expect(paths("linked") == ["linked/a.md"])
  }

  @Test func leavesGitFilesAloneOutsideOfRepositoriesAndWhenAsked() throws {
    try write("a.md", "b.md")
    try folder.write("a.md\n", to: ".gitignore")
    #expect(paths("") == ["a.md", "b.md"])
    try git(["init", "-q", folder.path])
    #expect(paths("") == ["b.md"])
    #expect(paths("", WalkOptions(extensions: ["md"], usesGitIgnore: false)) == ["a.md", "b.md"])
  }

  @Test func prefersOurOwnIgnoreFile() throws {
    try git(["init", "-q", folder.path])
    try write("gen/a.md", "gen/b.md", "x/c.md", "x/d.md", "y/c.md")
    try folder.write("gen/\n", to: ".gitignore")
    try folder.write("!gen/\nb.md\n/x/c.md\n", to: ".calqueignore")
    try folder.write("d.md\n!c.md\n", to: "x/.calqueignore")
    #expect(paths("") == ["gen/a.md", "x/c.md", "y/c.md"])
    #expect(paths("x") == ["x/c.md"])
  }

  private func patterns(_ random: inout RepeatableRandom) -> String {
    let pieces = ["a", "b", "c", "*", "?", "**/", "/", "ab", "[ab]", "*.md", "*.txt", "a/", "/b"]
    let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      random.pick(["", "", "!"]) + (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(pieces) }.joined()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func compare(_ start: String, root: String) throws {
    let listed = try git(["-C", "\(folder.path)/\(start)", "ls-files", "-o", "--exclude-standard", "-z"])
    let expected = listed.split(separator: 0).map { "\(start)/" + String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted()
    // A folder that Git itself ignores was named on purpose; Git lists nothing there.
    let isIgnored = try runProgram(
      "git", ["-C", "\(folder.path)/\(root)", "check-ignore", "-q", "\(folder.path)/\(start)"],
      environment: Self.environment)
    if start == root || isIgnored.status == 1 { #expect(paths(start) == expected) }
  }

  @discardableResult private func git(_ arguments: [String]) throws -> [UInt8] {
    let result = try runProgram("git", arguments, environment: Self.environment)
    try #require(result.status == 0)
    return result.output
  }

  private func write(_ names: String...) throws {
    for name in names { try folder.write("", to: name) }
  }

  private func paths(_ name: String, _ options: WalkOptions = WalkOptions(extensions: ["md", "txt"])) -> [String] {
    let start = name.isEmpty ? folder.path : "\(folder.path)/\(name)"
    let result = FileWalker.find([start], options: options)
    #expect(result.problems == [])
    return result.files.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }
}
