import CalqueFiles
import CalqueLinter
import CalqueReporting
import CalqueRules
import CalqueText
import CalqueUnicode

/// What a run found, for output and the exit code.
struct LintOutcome {
  let files: [FileReport]
  let patches: [[UInt8]]
  let fixCount: Int
  let rules: [ActiveRule]

  /// The outcome as reporters want it.
  ///
  /// - Parameter describingRules: true for formats that list the rules; the others are spared the work.
  func report(describingRules: Bool) -> RunReport {
    var distinct: [RuleID: RuleDescription] = [:]
    if describingRules {
      for rule in MetaRule.allCases { distinct[rule.id] = rule.description }
      for rule in rules { distinct[rule.definition.id] = rule.definition.description }
    }
    return RunReport(
      files: files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) },
      rules: distinct.values.sorted { $0.id < $1.id }, toolVersion: toolVersion)
  }

  /// All fixes as one patch.
  var patch: [UInt8] { Array(patches.joined()) }

  /// True when an input could not be used.
  var hasProblems: Bool { files.contains { !$0.problems.isEmpty } }

  /// The severities of all findings.
  var severities: [Severity] { files.flatMap { $0.diagnostics.map(\.severity) } }

  /// One line for standard error.
  var summaryLine: String {
    let line = Summary(report(describingRules: false)).line
    return fixCount == 0 ? line : "\(fixCount) \(fixCount == 1 ? "fix" : "fixes") applied; \(line)"
  }

  /// What each rule found, and how long it all took.
  func statistics(seconds: Double) -> String {
    var counts: [RuleID: Int] = [:]
    for file in files { for diagnostic in file.diagnostics { counts[diagnostic.rule, default: 0] += 1 } }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let byteCount = files.reduce(0) { $0 + ($1.source?.count ?? 0) }
    let words = files.reduce(0) { $0 + $1.wordCount }
    var lines = rows.map { "\(String($0.value).leftPadded(to: 6))  \($0.key)" }
    let milliseconds = Int(seconds * 1000)
    lines.append("\(files.count) files, \(words) words, \(byteCount) bytes in \(milliseconds) ms")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
