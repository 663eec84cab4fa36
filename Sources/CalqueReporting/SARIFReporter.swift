import CalqueText

/// SARIF 2.1.0 (OASIS, errata 01), within what GitHub code scanning reads and accepts.
///
/// Results are sorted worst first and limited, because GitHub refuses a file that has more. Suppressed findings are not
/// written at all: GitHub would show them as open alerts.
struct SARIFReporter: FormatReporter {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// Results and rules that GitHub accepts in one run.
  private static let limit = 25_000

  private let run: RunContext
  private let rules: [RuleDescription]
  private let locations: SARIFLocations
  private let results: SARIFResultWriter
  private var kept: [Kept] = []
  private var total = 0
  private var artifacts = JSONWriter()
  private var artifactCount = 0
  private var notifications = JSONWriter()
  private var isSuccessful = true

  /// A rendered result and what orders it.
  private struct Kept {
    let severity: Severity
    let number: Int
    let json: [UInt8]
  }

  init(_ run: RunContext) {
    self.run = run
    rules = Array(run.rules.prefix(Self.limit))
    locations = SARIFLocations(workingDirectory: run.options.workingDirectory)
    results = SARIFResultWriter(rules: rules, locations: locations)
    artifacts.beginArray(linewise: true)
    notifications.beginArray(linewise: true)
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    if report.diagnostics.isEmpty, report.problems.isEmpty { return }
    let artifact = locations.artifactLocation(of: report.path, index: artifactCount)
    artifactCount += 1
    locations.writeArtifact(of: report, into: &artifacts)
    for problem in report.problems {
      isSuccessful = false
      let location = problem.range.flatMap { file.location(of: $0) }
      writeNotification(
        problem.message, level: .error, code: problem.code, artifact: artifact, range: problem.range,
        location: location, into: &notifications)
    }
    let hashes = report.diagnostics.isEmpty ? nil : Self.hashes(of: report)
    var json = JSONWriter()
    for diagnostic in report.diagnostics {
      results.write(diagnostic, of: &file, artifact: artifact, hashes: hashes, into: &json)
      var result: [UInt8] = []
      json.flush(into: &result)
      json.endDocument()
      kept.append(Kept(severity: diagnostic.severity, number: total, json: result))
      total += 1
    }
    if kept.count > 2 * Self.limit { dropSurplus() }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    dropSurplus()
    artifacts.endContainer()
    if total > kept.count {
      let message =
        "Only the worst \(kept.count) of \(total) findings are in this file, the most that GitHub code scanning accepts."
      writeNotification(message, level: .warning, code: "calque.results-dropped", into: &notifications)
    }
    notifications.endContainer()

    var json = JSONWriter()
    json.object { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { writeRun(into: &$0) }
      }
    }
    json.endLine()
    json.flush(into: &output)
  }

  /// GitHub hashes the file itself, so that a text in another encoding has other hashes there.
  private static func hashes(of report: FileReport) -> LineHashes? {
    report.source.flatMap { $0.isTranscoded ? nil : LineHashes($0) }
  }

  private mutating func dropSurplus() {
    kept.sort { ($1.severity, $0.number) < ($0.severity, $1.number) }
    if kept.count > Self.limit { kept.removeSubrange(Self.limit...) }
  }

  private mutating func writeRun(into json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { json in
        SARIFRuleWriter.writeDriver(run, rules: rules, into: &json)
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    locations.writeBase(into: &json)
    if let id = run.options.automationID, !id.isEmpty {
      json.object("automationDetails") { $0.member("id", id) }
    }
    json.array("invocations") { json in
      json.object { json in
        json.member("executionSuccessful", isSuccessful)
        json.key("toolExecutionNotifications")
        json.raw(notifications.bytes)
        locations.writeWorkingDirectory(into: &json)
      }
    }
    json.key("artifacts")
    json.raw(artifacts.bytes)
    json.array("results", linewise: true) { json in
      for result in kept { json.raw(result.json) }
    }
  }

  private func writeNotification(
    _ message: String, level: Severity, code: String, artifact: [UInt8]? = nil, range: ByteRange? = nil,
    location: Location? = nil, into json: inout JSONWriter
  ) {
    json.object { json in
      json.object("descriptor") { $0.member("id", code) }
      json.member("level", level.label)
      json.object("message") { $0.member("text", message.isEmpty ? code : message) }
      if let artifact {
        json.array("locations") { json in
          json.object { json in
            locations.writePhysicalLocation(artifact, range: range, location: location, into: &json)
          }
        }
      }
    }
  }
}
