import CalqueText

/// A GitLab Code Quality report: a JSON array that GitLab compares between branches by fingerprint.
///
/// Fields and levels: GitLab, “Code Quality”, “Implement a custom tool”. A fingerprint does not depend on the line, and is
/// given once: GitLab shows findings with the same one as one.
struct GitLabReporter: FormatReporter {
  private let paths: ReportPaths
  private var json = JSONWriter()
  private var fingerprints = Fingerprints()

  init(_ run: RunContext) { paths = ReportPaths(workingDirectory: run.options.workingDirectory) }

  mutating func begin(into output: inout [UInt8]) {
    json.beginArray(linewise: true)
    json.flush(into: &output)
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    let path = paths.place(of: report.path).path
    for problem in report.problems {
      let line = problem.range.flatMap { file.position(of: $0.lower) }?.line
      write(
        problem.message, name: problem.code, path: path, line: line, content: problem.message.utf8, severity: "major")
    }
    for diagnostic in report.diagnostics {
      let location = file.location(of: diagnostic.range)
      let words = location == nil ? [] : report.source?.bytes[diagnostic.range.indices] ?? []
      write(
        diagnostic.message, name: diagnostic.rule.text, path: path, line: location?.start.line, content: words,
        severity: Self.level(of: diagnostic.severity))
    }
    json.flush(into: &output)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    json.endContainer()
    json.endLine()
    json.flush(into: &output)
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .suggestion: "info"
    }
  }

  private mutating func write(
    _ message: String, name: String, path: String, line: Int?, content: some Sequence<UInt8>, severity: String
  ) {
    let fingerprint = fingerprints.next(path: path, name: name, content: content)
    json.object { json in
      json.member("description", message)
      json.member("check_name", name)
      json.member("fingerprint", fingerprint)
      json.member("severity", severity)
      json.object("location") { json in
        json.member("path", path)
        json.object("lines") { $0.member("begin", line ?? 1) }
      }
    }
  }
}

/// Names findings by what they say about which words, and counts those that are alike.
struct Fingerprints {
  private var counts: [UInt64: Int] = [:]

  init() {}

  /// The name of the next finding: 16 hexadecimal digits.
  mutating func next(path: String, name: String, content: some Sequence<UInt8>) -> String {
    var hash = Self.start
    for part in [path, name] {
      Self.add(part.utf8, to: &hash)
      Self.add([0], to: &hash)
    }
    Self.add(content, to: &hash)
    let count = counts[hash, default: 0]
    counts[hash] = count + 1
    Self.add("\u{0}\(count)".utf8, to: &hash)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The offset basis of FNV-1a with 64 bits (Fowler, Noll and Vo).
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ bytes: some Sequence<UInt8>, to hash: inout UInt64) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
