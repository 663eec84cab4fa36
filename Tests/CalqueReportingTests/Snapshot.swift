import FoundationEssentials
import Testing

/// The folder of the package, found from this file.
enum Repository {
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The SARIF schema, which lies outside the package because of its license: `shared/data` in a folder above.
  static let schema: String? = {
    var folder = root.split(separator: "/")[...]
    while !folder.isEmpty {
      let path = "/" + folder.joined(separator: "/") + "/shared/data/sarif-schema-2.1.0.json"
      if FileManager.default.fileExists(atPath: path) { return path }
      folder = folder.dropLast()
    }
    return nil
  }()
}

/// Compares output with a file under `Fixtures/reports`.
///
/// `RECORD_SNAPSHOTS=1` writes the file instead; a file that is missing is written too, and the test fails, so that
/// somebody looks at it.
func expectSnapshot(
  _ output: [UInt8], named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = "\(Repository.root)/Fixtures/reports/\(name).snap"
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  let known = FileManager.default.contents(atPath: path)
  if isRecording || known == nil {
    try Data(output).write(to: URL(filePath: path))
  }
  if isRecording { return }
  guard let known else {
    Issue.record("\(name).snap was not there and has been written; look at it", sourceLocation: sourceLocation)
    return
  }
  let expected = known.split(separator: 0x0A, omittingEmptySubsequences: false)
  let found = Data(output).split(separator: 0x0A, omittingEmptySubsequences: false)
  for (number, (left, right)) in zip(expected, found).enumerated() where left != right {
    let message = """
      \(name).snap differs at line \(number + 1); RECORD_SNAPSHOTS=1 rewrites it
      expected: \(String(decoding: left.prefix(400), as: UTF8.self))
      found:    \(String(decoding: right.prefix(400), as: UTF8.self))
      """
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
    return
  }
  #expect(expected.count == found.count, "\(name).snap has another number of lines", sourceLocation: sourceLocation)
}
