import CalqueConfiguration
import CalqueTestSupport
import Testing

/// Git itself is the judge: every pattern is also given to `git check-ignore`.
@Suite struct GitIgnoreTests {
  @Test func agreesWithGitOnPatternsFromPractice() throws {
    let repository = try Repository(
      files: [
        "a.md", "b.txt", "build/x.md", "build/deep/y.md", "docs/a.md", "docs/build/z.md", "docs/x/y/z/a.md",
        "src/foo/bar.md", "src/foo/baz/bar.md", "foo", "foobar", "foo bar", "trailing ", "tab\t", "#hash", "!bang",
        "a\\b", "[x]", "x", "é.md", "漢字.md", "*.star", "debug0.log", "debug1.log", "debug10.log", "debuga.log",
        "logs/debug.log", "logs/keep/me.log", "A.md", "node_modules/p/README.md", "-dash", "]", "a-b", "z", "1",
      ])
    let cases = [
      "*.md", "/*.md", "build", "build/", "/build/", "docs/build", "docs/*", "docs/**", "**/build", "**/build/**",
      "docs/**/a.md", "**/a.md", "a.md/**", "foo*", "foo**", "src/**/bar.md", "src/foo**/bar.md", "src/f**/bar.md",
      "src/foo/**bar.md", "/**/bar.md", "**", "*", "/", "//", "!", "!*", "\\#hash", "#hash", "\\!bang", "!bang",
      "*\n!a.md", "*\n!*/\n!*.md", "build\n!build/x.md", "build/*\n!build/x.md", "foo\\ bar", "foo bar", "trailing ",
      "trailing\\ ", "trailing\\  ", "tab\t", "a\\\\b", "\\[x\\]", "[x]", "[[]x]", "[]]", "[!x]", "[^x]", "[a-c].md",
      "[c-a].md", "[a-]*", "[-a]*", "[[:upper:]].md", "[[:alpha:][:digit:]].md", "[[:bogus:]].md", "[[:alpha:].md",
      "[[:]", "[[:x]*", "[", "[x", "a[", "x\\", "\\x", "?.md", "??.md", "???.md", "[é].md", "debug?.log",
      "debug[0-9].log",
      "debug[!0-9].log", "*.log\n!debug.log\nlogs/", "logs/**\n!logs/keep/", "logs/**\n!logs/**/\n!*.log", "A.MD",
      "docs/x/*/z", "docs/*/z", "*/a.md", "*/*/bar.md", "\u{FEFF}a.md", "a.md\r", "\r", "a.md \r", "  a.md",
      "[\\]]", "[\\a-\\c].md", "[a\\-c].md", "*.m?", "*.[mt]*", "**/**/bar.md", "**/foo/**/bar.md", "***/bar.md",
      "***", "a***", "doc?/a.md", "docs[/]a.md", "docs\\/a.md", "docs/\\a.md", "docs\\", "docs/\\", "**\\/a.md",
      "\\**.star",
      "\\*.star", "-dash", "[+--]", "[--0]dash", "foo/", "foo/\n!foo", "src//foo", "src/foo/", "src/foo/\\",
      "/src/foo/b*", "./a.md", "docs/./a.md", "docs/../a.md", "*a*b*", "*o*b*r", "**foo", "foo/**/", "docs/**/",
      "/*\n!/docs",
      "[[:space:]]*", "*[[:punct:]]*", "[[:graph:]]", "[[:xdigit:]]", "[[:lower:]-z]", "[[:blank:]x]",
    ]
    for patterns in cases { try repository.check(patterns) }
  }

  @Test func agreesWithGitOnRandomPatterns() throws {
    var random = RepeatableRandom(seed: 2026)
    let letters = ["a", "b", "c"]
    var files: Set<String> = []
    while files.count < 150 {
      let depth = Int.random(in: 1...4, using: &random)
      let components = (0..<depth).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(letters) }.joined()
      }
      files.insert(components.joined(separator: "/") + random.pick(["", ".d", ".e"]))
    }
    // A file must not stand where another one needs a folder.
    let kept = files.filter { file in !files.contains { $0.hasPrefix(file + "/") } }
    let repository = try Repository(files: kept.sorted())
    let pieces = [
      "a", "b", "c", "ab", "?", "*", "**", "/", "/", "/", "**/", "/**", ".d", ".*", "[ab]", "[!a]", "[a-c]", "\\a",
      "\\*",
      "[", "]", "!", "[[:alpha:]]", " ", "\\ ", "\\",
    ]
    for _ in 0..<250 {
      let lines = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (random.pick(["", "", "", "!", "/"]))
          + (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(pieces) }.joined()
      }
      try repository.check(lines.joined(separator: "\n"))
    }
  }
}

/// A Git repository with fixed files and changing ignore patterns.
private struct Repository {
  let folder: TemporaryFolder
  let paths: [(path: [UInt8], isFolder: Bool)]

  init(files: [String]) throws {
    folder = try TemporaryFolder()
    _ = try runProgram("git", ["init", "-q", folder.path], environment: Self.environment)
    var folders: Set<[UInt8]> = []
    for file in files {
      try folder.write("", to: file)
      let bytes = Array(file.utf8)
      for index in bytes.indices where bytes[index] == UInt8(ascii: "/") { folders.insert(Array(bytes[..<index])) }
    }
    paths =
      files.map { (Array($0.utf8), false) }
      + folders.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0, true) }
  }

  func check(_ patterns: String, at location: SourceLocation = #_sourceLocation) throws {
    try folder.write(patterns, to: ".gitignore")
    let answer = try runProgram(
      "git", ["-C", folder.path, "check-ignore", "-z", "--no-index", "--stdin"],
      input: Array(paths.map(\.path).joined(separator: [0])) + [0], environment: Self.environment)
    try #require(answer.status <= 1, "git failed", sourceLocation: location)
    let ignored = Set(answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    let rules = IgnoreRules(Array(patterns.utf8))
    let ours = Set(
      paths.filter { rules.ignores($0.path[...], isFolder: $0.isFolder) }.map {
        String(decoding: $0.path, as: UTF8.self)
      })
    #expect(
      ours == ignored,
      """
      patterns \(patterns.debugDescription): \
      only Git ignores \(ignored.subtracting(ours).sorted()), only we ignore \(ours.subtracting(ignored).sorted())
      """,
      sourceLocation: location)
  }

  private static let environment = [
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "XDG_CONFIG_HOME=/dev/null",
  ]
}
