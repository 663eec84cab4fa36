import CalqueFormats
import CalqueRules
import CalqueText

/// An example of a rule file that does not hold.
package struct ExampleFailure: Hashable, Sendable, CustomStringConvertible {
  package let rule: RuleID
  package let path: String
  /// 1-based line of the example in the rule file.
  package let line: Int
  package let message: String

  package var description: String { "\(path):\(line): error: \(message) [\(rule)]" }
}

/// Runs the examples that stand in rule files.
package struct RuleExampleRunner {
  private let tables: DataTables
  private let checks: CheckRegistry

  /// A runner over shared tables and checks.
  package init(tables: DataTables, checks: CheckRegistry) {
    self.tables = tables
    self.checks = checks
  }

  /// A worker that runs one rule alone.
  private func worker(_ rule: RuleDefinition) throws -> LintWorker {
    let rules = try RuleSet(
      [ActiveRule(rule, severity: rule.effectiveSeverity)], tables: tables, checks: checks)
    return try LintWorker(rules, names: RuleNames(rules: [rule.id]))
  }

  /// The examples of a rule that do not hold.
  package func failures(of rule: RuleDefinition) -> [ExampleFailure] {
    do {
      var worker = try worker(rule)
      var failures: [ExampleFailure] = []
      let documentation = rule.documentation.unpacked
      for example in documentation.bad { failures += check(bad: example, rule, &worker) }
      for example in documentation.good {
        if let found = worker.lint(SourceText(example.text), format: .text).diagnostics.first {
          failures.append(
            failure(
              rule, example, "a good example is reported at “\(SourceText(example.text).string(in: found.range))”"))
        }
      }
      return failures
    } catch {
      let message = (error as? RuleSetError)?.message ?? "\(error)"
      return [ExampleFailure(rule: rule.id, path: rule.path, line: 1, message: message)]
    }
  }

  private func check(bad example: RuleExample, _ rule: RuleDefinition, _ worker: inout LintWorker) -> [ExampleFailure] {
    let source = SourceText(example.text)
    let found = worker.lint(source, format: .text).diagnostics.map(\.range)
    if found != example.spans {
      let shown = found.isEmpty ? "nothing" : found.map { "“\(source.string(in: $0))”" }.joined(separator: ", ")
      let wanted = example.spans.map { "“\(source.string(in: $0))”" }.joined(separator: ", ")
      return [failure(rule, example, "the rule reports \(shown) and not \(wanted)")]
    }
    guard let fixed = example.fixed else { return [] }
    let result = worker.fix(source, format: .text, level: .suggested)
    let text = result.source.string(in: ByteRange(0, result.source.count))
    if text != fixed { return [failure(rule, example, "the fix makes “\(text)” and not “\(fixed)”")] }
    if !result.result.diagnostics.isEmpty { return [failure(rule, example, "the fixed text is reported again")] }
    return []
  }

  private func failure(_ rule: RuleDefinition, _ example: RuleExample, _ message: String) -> ExampleFailure {
    ExampleFailure(rule: rule.id, path: rule.path, line: example.line, message: message)
  }

  /// The patterns, and branches of patterns, that no bad example exercises.
  package func unexercised(in rule: RuleDefinition) -> [String] {
    guard case .pattern(let patterns) = rule.kind else { return [] }
    let examples = rule.documentation.unpacked.bad.map { SourceText($0.text) }
    return patterns.flatMap { pattern in
      PatternBranches.restrictions(of: pattern.root).filter { restriction in
        let alone = rule.replacingPatterns([
          Pattern(text: pattern.text, root: restriction.node, cues: pattern.cues)
        ])
        guard var worker = try? worker(alone) else { return false }
        // A rule that compiled before compiles with fewer branches; `try?` only satisfies the type.
        return !examples.contains { !worker.lint($0, format: .text).diagnostics.isEmpty }
      }.map { restriction in
        restriction.branch.isEmpty ? pattern.text : "\(pattern.text): \(restriction.branch)"
      }
    }
  }
}
