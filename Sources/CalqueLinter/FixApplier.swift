import CalqueFormats
import CalqueText

/// Which fixes are applied.
package enum FixLevel: Sendable {
  /// Only those that cannot change the meaning.
  case safe
  /// Also those that a person should look at.
  case suggested

  fileprivate func admits(_ safety: FixSafety) -> Bool { self == .suggested || safety == .safe }
}

/// A text after its fixes.
package struct FixedText: Sendable {
  /// The bytes after all rounds.
  package let source: SourceText
  /// How many fixes were applied.
  package let fixCount: Int
  /// What is left to find in the fixed text.
  package let result: LintResult
}

extension LintWorker {
  /// Rounds after which fixing stops, should fixes make new findings.
  package static var maximumFixRounds: Int { 10 }

  /// Applies fixes until no fix is left, linting the text again after each round.
  ///
  /// All fixes of a round refer to one text; of two that overlap the later one waits for the next round. A fix that would
  /// make invalid text is left out.
  package mutating func fix(
    _ source: SourceText, format: TextFormat, options: FormatOptions = FormatOptions(), level: FixLevel
  ) -> FixedText {
    var text = source
    var result = lint(text, format: format, options: options)
    var fixCount = 0
    for _ in 0..<Self.maximumFixRounds {
      let chosen = Self.fixes(for: result.diagnostics, level: level)
      guard !chosen.isEmpty, let edits = TextEdits(chosen.flatMap(\.edits.edits), in: text),
        let next = try? SourceText(validating: edits.applied(to: text.bytes)), next.bytes != text.bytes
      else { break }
      // Fixes replace whole scalars by valid text, so that the result is valid; `try?` only guards that invariant.
      text = next
      fixCount += chosen.count
      result = lint(text, format: format, options: options)
    }
    return FixedText(source: text, fixCount: fixCount, result: result)
  }

  /// The first admitted fix of each finding, in order, without overlaps.
  private static func fixes(for diagnostics: [Diagnostic], level: FixLevel) -> [Fix] {
    var chosen: [Fix] = []
    var reached: UInt32 = 0
    var isFirst = true
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fixes.first(where: { level.admits($0.safety) }), let extent = fix.edits.extent,
        isFirst || extent.lower > reached || (extent.lower == reached && !extent.isEmpty)
      else { continue }
      chosen.append(fix)
      reached = extent.upper
      isFirst = false
    }
    return chosen
  }
}
