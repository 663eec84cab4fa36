import CalqueTestSupport
import Testing

/// The texts in `Fixtures/cases` and `Fixtures/golden`; `RECORD_SNAPSHOTS=1` writes what is found into them.
@Suite struct CaseTests {
  private static let names: [String] = {
    let run = try? CommandRun.run("/usr/bin/find", ["Fixtures/cases", "-name", "*.md"], in: Executable.projectFolder)
    return (run?.lines ?? []).filter { !$0.hasSuffix("/README.md") }.sorted()
  }()

  @Test func thereAreCases() {
    #expect(Self.names.count >= 15)
  }

  @Test(arguments: names)
  func caseHolds(name: String) throws {
    let file = try CaseFile(ProjectFile.read(name))
    let found = try file.run()
    if Executable.isRecording, found != file.expected {
      try ProjectFile.write(file.rewritten(expecting: found), to: name)
      return
    }
    #expect(found == file.expected, "\(name): \(file.title); RECORD_SNAPSHOTS=1 rewrites it")
    #expect(!found.contains { $0.hasPrefix("?") }, "mark the place with ⟦1:…⟧")
    let used = Set(found.compactMap { Int($0.prefix(while: \.isNumber)) })
    #expect(used == Set(file.marks.values), "every mark is expected")
  }

  /// All rules that are on, over texts of our own: a change of any rule shows here as a difference.
  @Test func theGoldenReportHolds() throws {
    let run = try CommandRun.run(
      Executable.path(), ["lint", "--isolated", "--format", "compact", "Fixtures/sample", "Fixtures/golden/texts"],
      in: Executable.projectFolder)
    let name = "Fixtures/golden/report.txt"
    if Executable.isRecording { return try ProjectFile.write(run.out + run.error, to: name) }
    let known = try ProjectFile.read(name).split(separator: "\n").map(String.init)
    let found = (run.out + run.error).split(separator: "\n").map(String.init)
    let gone = known.filter { !found.contains($0) }
    let new = found.filter { !known.contains($0) }
    #expect(gone.isEmpty && new.isEmpty, "RECORD_SNAPSHOTS=1 rewrites it\nno longer: \(gone)\nnew: \(new)")
    #expect(known == found, "the order")
  }
}

/// Files of the project's folder.
private enum ProjectFile {
  static func read(_ path: String) throws -> String {
    let run = try CommandRun.run("/bin/cat", [path], in: Executable.projectFolder)
    guard run.status == 0 else { throw CaseFile.Malformed(description: run.error) }
    return run.out
  }

  static func write(_ text: String, to path: String) throws {
    let run = try CommandRun.run("/usr/bin/tee", [path], in: Executable.projectFolder, input: Array(text.utf8))
    guard run.status == 0 else { throw CaseFile.Malformed(description: run.error) }
  }
}
