import CalqueConfiguration
import CalqueFiles
import CalqueTestSupport
import CalqueText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct FileSystemTests {
  private let files = FileSystem()
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 100_000])
  func readsWholeFiles(count: Int) throws {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    try folder.write(content, toBytes: Array("a".utf8))
    #expect(try files.read(path("a")) == content)
    #expect(try files.read(path("a"), limit: count) == content)
    #expect(throws: FileError(path("a"), .tooLarge(limit: count - 1))) { try files.read(path("a"), limit: count - 1) }
  }

  @Test func readsFilesThatSayTheyAreEmpty() throws {
    #expect(try !files.read("/proc/self/status").isEmpty)
    #expect(throws: FileError("/proc/self/status", .tooLarge(limit: 10))) {
      try files.read("/proc/self/status", limit: 10)
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    #expect(mkfifo(path("pipe"), 0o644) == 0)
    try folder.makeFolder("d")
    #expect(throws: FileError(path("pipe"), .isSpecial)) { try files.read(path("pipe")) }
    #expect(throws: FileError("/dev/null", .isSpecial)) { try files.read("/dev/null") }
    #expect(throws: FileError(path("d"), .isFolder)) { try files.read(path("d")) }
    #expect(throws: FileError(path("none"), .notFound)) { try files.read(path("none")) }
    #expect(throws: FileError("a\0b", .invalidPath)) { try files.read("a\0b") }
    #expect(throws: FileError(path("pipe"), .isSpecial)) { try files.write([], to: path("pipe")) }
    #expect(throws: FileError(path("d"), .isFolder)) { try files.write([], to: path("d")) }
  }

  @Test func saysWhyInWords() throws {
    #expect(FileError("a", .notFound).problem.message == "The file cannot be read: No such file or directory.")
    #expect(FileError("a", .notFound).problem.code == "calque.unreadable")
    #expect(FileError("a", .tooLarge(limit: 5 << 20)).problem.message == "It is larger than 5 MB.")
    #expect(FileError("a", .tooLarge(limit: 5 << 20)).problem.code == "calque.too-large")
    #expect(FileError("a", .system(EACCES)).reason == "Permission denied")
  }

  @Test func readsNamesThatAreNoUTF8() throws {
    let name: [UInt8] = [0x61, 0xE9]
    try folder.write([1], toBytes: name)
    let path = PathCoding.text(Array(folder.path.utf8) + [0x2F] + name)
    #expect(try files.read(path) == [1])
    try files.write([2], to: path)
    #expect(try files.read(path) == [2])
  }

  @Test func writesNewFilesAndReplacesOldOnes() throws {
    try files.write(Array("one".utf8), to: path("a"))
    #expect(try folder.contents(of: "a") == Array("one".utf8))
    let large = [UInt8](repeating: 7, count: 1_000_000)
    try files.write(large, to: path("a"))
    #expect(try folder.contents(of: "a") == large)
    #expect(throws: FileError(path("none/a"), .notFound)) { try files.write([], to: path("none/a")) }
    #expect(try runProgram("ls", ["-A", folder.path]).output == Array("a\n".utf8))
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o664, 0o4755] as [mode_t])
  func keepsPermissions(mode: mode_t) throws {
    try folder.write("old", to: "a")
    #expect(chmod(path("a"), mode) == 0)
    try files.write([1], to: path("a"))
    var status = stat()
    #expect(stat(path("a"), &status) == 0)
    #expect(status.st_mode & 0o7777 == mode)
  }

  @Test func replacesWhatALinkLeadsTo() throws {
    try folder.write("old", to: "real/a")
    try folder.link("link", to: "real/a")
    try files.write(Array("new".utf8), to: path("link"))
    #expect(files.kind(of: path("link"), followsLinks: false) == .link)
    #expect(try folder.contents(of: "real/a") == Array("new".utf8))
    try folder.link("loop", to: "loop")
    #expect(throws: FileError(path("loop"), .system(ELOOP))) { try files.write([], to: path("loop")) }
  }

  @Test func leavesTheOldFileAloneWhenItFails() throws {
    try folder.write("old", to: "d/a")
    #expect(chmod(path("d/a"), 0o444) == 0)
    #expect(chmod(path("d"), 0o555) == 0)
    // The superuser may write everywhere.
    if geteuid() == 0 {
      try files.write([1], to: path("d/a"))
      #expect(try folder.contents(of: "d/a") == [1])
    } else {
      #expect(throws: FileError(path("d/a"), .system(EACCES))) { try files.write([1], to: path("d/a")) }
      #expect(try folder.contents(of: "d/a") == Array("old".utf8))
    }
    #expect(chmod(path("d"), 0o755) == 0)
    #expect(try runProgram("ls", ["-A", path("d")]).output == Array("a\n".utf8))
  }

  @Test func findsAbsolutePaths() throws {
    try folder.write("", to: "real/sub/a")
    try folder.link("link", to: "real/sub")
    try folder.link("real/file", to: "sub/a")
    #expect(try files.realPath(path("link")) == path("real/sub"))
    #expect(try files.absolutePath(ofFile: path("link/../file")) == path("real/file"))
    #expect(try files.absolutePath(ofFile: path("link/new")) == path("real/sub/new"))
    #expect(try files.absolutePath(ofFile: path("link/..")) == path("real"))
    #expect(try files.absolutePath(ofFile: "x") == files.workingFolder() + "/x")
    #expect(throws: FileError.self) { try files.absolutePath(ofFile: path("none/x")) }
  }

  @Test func servesTheConfiguration() throws {
    try folder.write("sources: ru", to: ".calque.yaml")
    try folder.write("sources: ko", to: "d/.calque.yaml/no-file")
    var resolver = ConfigurationResolver(files: files, mode: .discovered, workingFolder: folder.path)
    #expect(resolver.settings(forFile: path("d/a.md")).sources == ["ru"])
    #expect(
      resolver.errors.map { $0.text(relativeTo: folder.path) } == [
        "d/.calque.yaml:1:1: error: The file cannot be read: It is a folder."
      ])
  }
}
