import CalqueTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--fix`, `--unsafe-fixes` and `--diff`.
@Suite struct FixTests {
  private static let draft = "They utilize it.\nHe emphatically stated teh rest.\nShe utilizes it, they utilize it.\n"
  private static let safe = "They use it.\nHe emphatically stated teh rest.\nShe uses it, they use it.\n"
  private static let all = "They use it.\nHe said teh rest.\nShe uses it, they use it.\n"

  @Test func fixAppliesOnlySafeFixes() throws {
    let project = try Project(["draft.txt": Self.draft])
    let run = try project.calque("--fix", "--format", "compact", "draft.txt")
    #expect(try project.text(of: "draft.txt") == Self.safe)
    #expect(run.status == 1, "what is left fails")
    #expect(run.lines.map { $0.suffix(16) } == ["[house.emphatic]", "lip. [house.teh]"])
    #expect(run.error.hasPrefix("3 fixes applied; 1 error, 1 suggestion in 1 file"), "\(run.error)")
  }

  @Test func unsafeFixesAppliesAll() throws {
    let project = try Project(["draft.txt": Self.draft])
    #expect(try project.calque("--fix", "--unsafe-fixes", "--ignore", "house.teh", "draft.txt").status == 0)
    #expect(try project.text(of: "draft.txt") == Self.all)
  }

  @Test func fixingTwiceChangesNothingMore() throws {
    let project = try Project(["draft.txt": Self.draft])
    _ = try project.calque("--fix", "draft.txt")
    let once = try project.text(of: "draft.txt")
    let run = try project.calque("--fix", "draft.txt")
    #expect(try project.text(of: "draft.txt") == once)
    #expect(!run.error.contains("applied"))
  }

  @Test func fixKeepsPermissionsLineEndsAndTheByteOrderMark() throws {
    let project = try Project()
    let text = "\u{FEFF}They utilize it.\r\n\r\nNo line feed: utilize"
    try project.folder.write(text, to: "draft.txt")
    let path = project.folder.path + "/draft.txt"
    #expect(chmod(path, 0o640) == 0)
    _ = try project.calque("--fix", "draft.txt")
    let fixed = "\u{FEFF}They use it.\r\n\r\nNo line feed: use"
    #expect(try project.folder.contents(of: "draft.txt") == Array(fixed.utf8))
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func fixLeavesNothingElseInTheFolder() throws {
    let project = try Project(["d/draft.txt": Self.draft])
    _ = try project.calque("--fix", "d/draft.txt")
    let run = try CommandRun.run("/bin/ls", ["-A", "d"], in: project.folder.path)
    #expect(run.out == "draft.txt\n")
  }

  @Test func aFileThatNeedsNoFixIsNotTouched() throws {
    let project = try Project(["draft.txt": "They use it.\n"])
    let path = project.folder.path + "/draft.txt"
    var before = stat()
    #expect(stat(path, &before) == 0)
    _ = try project.calque("--fix", "draft.txt")
    var after = stat()
    #expect(stat(path, &after) == 0)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func fixOfStandardInputPrintsTheFixedText() throws {
    let project = try Project()
    let run = try project.calque(["--fix", "--format", "compact", "-"], input: Array(Self.draft.utf8))
    #expect(run.out == Self.safe)
    #expect(run.error.contains("<stdin>:2:24: error: This is a slip."), "the report makes room")
    let clean = try project.calque(["--fix", "-"], input: Array("They use it.\n".utf8))
    #expect(clean.out == "They use it.\n", "a filter hands on what it does not change")
    let broken: [UInt8] = [0x61, 0xFF, 0x0A]
    #expect(try project.calque(["--fix", "-"], input: broken).outBytes == broken, "nor what it cannot read")
  }

  @Test func aTextInAnotherEncodingIsNotRewritten() throws {
    let project = try Project()
    let bytes = Array("They utilize the caf".utf8) + [0xE9, 0x2E, 0x0A]
    try project.folder.write(bytes, toBytes: Array("draft.txt".utf8))
    let run = try project.calque("--fix", "--encoding", "windows-1252", "--format", "compact", "draft.txt")
    #expect(run.status == 1)
    #expect(run.out.contains("draft.txt:1:6: warning: Write “use”."))
    #expect(try project.folder.contents(of: "draft.txt") == bytes)
  }

  @Test(arguments: [
    Self.draft, "They utilize it.", "\n\n\nThey utilize it.\n\n\n", "a\nb\nc\nd\ne\nf\ng\nh\nutilize\ni\nutilize",
    "utilize\n" + String(repeating: "line\n", count: 30) + "utilize\n", "They utilize it.\r\nb\r\n",
  ])
  func theDiffAppliesWithGit(text: String) throws {
    let project = try Project(["sub/the draft.txt": text, "other.txt": "utilize\n", "clean.txt": "use\n"])
    let run = try project.calque("--diff", "sub/the draft.txt", "other.txt", "clean.txt")
    #expect(try project.text(of: "sub/the draft.txt") == text, "nothing is written")
    try project.folder.write(run.out, to: "fixes.patch")
    let git = try CommandRun.run(
      "/usr/bin/env", ["git", "apply", "--verbose", "fixes.patch"], in: project.folder.path,
      environment: ["PATH=/usr/bin:/bin:/usr/local/bin", "GIT_CEILING_DIRECTORIES=/tmp"])
    #expect(git.status == 0, "\(git.error)\n\(run.out)")
    let patched = try project.text(of: "sub/the draft.txt")
    try project.folder.write(text, to: "sub/the draft.txt")
    _ = try project.calque("--fix", "sub/the draft.txt")
    #expect(try project.text(of: "sub/the draft.txt") == patched, "the patch does what --fix does")
    #expect(try project.text(of: "other.txt") == "use\n")
  }

  @Test func theDiffIsAPatchAndNothingElse() throws {
    let project = try Project(["draft.txt": "They utilize it.\n"])
    let run = try project.calque("--diff", "draft.txt")
    #expect(
      run.out == """
        --- a/draft.txt
        +++ b/draft.txt
        @@ -1,1 +1,1 @@
        -They utilize it.
        +They use it.

        """)
    #expect(try project.calque("--diff", "--unsafe-fixes", "--ignore", "house.utilize", "draft.txt").out.isEmpty)
  }
}
