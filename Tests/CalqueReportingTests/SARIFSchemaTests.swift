import CalqueReporting
import CalqueText
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct SARIFSchemaTests {
  /// Whether Python can validate.
  private static let hasValidator = (try? run(["python3", "-c", "import jsonschema"])) == 0

  // The schema may not be part of the repository (see its license), and the validator is a Python package: where one of
  // them is missing, this test is left out and says so; scripts/validate-sarif is what continuous integration calls.
  @Test(
    .enabled(
      if: Repository.schema != nil && hasValidator,
      "needs shared/data/sarif-schema-2.1.0.json in a folder above, python3 and its package jsonschema"))
  func satisfiesTheSchema() throws {
    let reports = [
      try CanonicalReport.report(), RunReport(files: [], rules: [], toolVersion: ""),
    ]
    var arguments = [
      "python3", "\(Repository.root)/scripts/validate-sarif", "--schema", try #require(Repository.schema),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(path: "calque-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, report) in reports.enumerated() {
      for (name, options) in [("full", CanonicalReport.options), ("bare", ReportOptions())] {
        let file = folder.appending(path: "\(number)-\(name).sarif")
        try Data(render(report, as: .sarif, options: options)).write(to: file)
        arguments.append(file.path)
      }
    }
    #expect(try Self.run(arguments) == 0)
    // The validator itself must be able to fail.
    let wrong = folder.appending(path: "wrong.sarif")
    try Data(#"{"version": "2.1.0", "runs": [{"tool": {}}]}"#.utf8).write(to: wrong)
    #expect(try Self.run(arguments.prefix(4) + [wrong.path], isQuiet: true) == 1)
  }

  private struct LaunchError: Error { let code: Int32 }

  /// Runs a program found on the path; gives its exit code.
  private static func run(_ arguments: [String], isQuiet: Bool = false) throws -> Int32 {
    var process: pid_t = 0
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isQuiet { posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) }
    let code = posix_spawnp(&process, arguments[0], &actions, nil, &pointers, environ)
    guard code == 0 else { throw LaunchError(code: code) }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status & 0x7F == 0 else { throw LaunchError(code: status) }
    return (status >> 8) & 0xFF
  }
}
