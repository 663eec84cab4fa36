import CalqueText

/// How much was found in how much text.
package struct Summary: Hashable, Sendable {
  /// Inputs, also those that could not be read.
  package private(set) var files = 0
  /// Words in all of them.
  package private(set) var words = 0
  /// Findings that are errors.
  package private(set) var errors = 0
  /// Findings that are warnings.
  package private(set) var warnings = 0
  /// Findings that are suggestions.
  package private(set) var suggestions = 0
  /// Problems with inputs.
  package private(set) var problems = 0

  /// A summary of nothing.
  package init() {}

  /// The summary of a run.
  package init(_ report: RunReport) {
    for file in report.files { add(file) }
  }

  /// Counts the outcome for one input.
  package mutating func add(_ file: FileReport) {
    files += 1
    words += file.wordCount
    problems += file.problems.count
    for diagnostic in file.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .suggestion: suggestions += 1
      }
    }
  }

  /// Findings of a severity.
  package func count(of severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .suggestion: suggestions
    }
  }

  /// One line for people, for example `3 warnings, 5 suggestions in 2 files (1,234 words)`.
  package var line: String {
    let counts = [(errors, "error"), (warnings, "warning"), (suggestions, "suggestion")]
    let found = counts.filter { $0.0 > 0 }.map { Self.counted($0.0, $0.1) }
    let findings = found.isEmpty ? "no findings" : found.joined(separator: ", ")
    let text = "\(findings) in \(Self.counted(files, "file")) (\(Self.counted(words, "word")))"
    return problems == 0 ? text : "\(text); \(Self.counted(problems, "input problem"))"
  }

  /// A number with its noun: `1 file`, `1,234 words`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A number with a comma between groups of three digits.
  private static func grouped(_ count: Int) -> String {
    var text = ""
    let digits = String(count)
    for (index, digit) in digits.enumerated() {
      let left = digits.count - index
      if index > 0, left % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
