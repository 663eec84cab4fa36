import CalqueFiles
import ArgumentParser
import CalqueLinter
import CalqueRules
import CalqueText

/// `calque explain RULE`: what a rule flags, why, and what to write.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule flags, why, and what to write instead.",
    discussion:
      "Give the id that stands in brackets at the end of a finding. Given a group, it lists the group's rules.")

  @Argument(help: "The id of a rule, or a group.") var rule: String
  @Option(name: .customLong("rules-from"), help: .hidden) var rulesFrom: String?

  func run() throws {
    let library = try loadLibrary(rulesFrom: rulesFrom)
    if let definition = library.rule(named: rule) {
      Console.writeOut(text(of: definition, in: library.pack))
    } else if let meta = MetaRule(rawValue: rule) {
      let description = meta.description
      Console.writeOut("\(rule)\n\n\(description.summary)\n\n\(description.explanation)\n")
    } else if library.names.groups.contains(rule) {
      Console.writeOut(list(ofGroup: rule, in: library.pack))
    } else {
      throw ValidationError(
        "there is no rule or group “\(rule)”; \(didYouMean(rule, among: library.names.sorted))")
    }
  }

  private func list(ofGroup group: String, in pack: RulePack) -> String {
    let rules = pack.rules.filter { $0.id.group == group }
    let title = pack.groups.first { $0.name == group }.map { "\(group): \($0.title)" } ?? group
    let width = rules.map(\.id.text.count).max() ?? 0
    let optIn = pack.groups.contains { $0.name == group && $0.isOptIn }
    let note = optIn ? "\nThe group is opt-in: turn it on with “groups: {\(group): on}” or “--select \(group)”.\n" : ""
    return title + "\n" + note + "\n"
      + rules.map { "  " + $0.id.text.padded(to: width) + "  " + $0.summary }.joined(separator: "\n") + "\n"
  }

  private func text(of rule: RuleDefinition, in pack: RulePack) -> String {
    let documentation = rule.documentation.unpacked
    var lines = ["\(rule.id)", "", rule.summary, ""]
    lines.append("  claim     \(rule.claim.rawValue): \(rule.claim.meaning)")
    lines.append("  severity  \(rule.effectiveSeverity.rawValue)\(pack.isOptIn(rule.id) ? ", opt-in group" : "")")
    lines.append("  status    \(rule.status.rawValue)\(rule.status == .preview ? ": not measured yet" : "")")
    lines.append("  category  \(rule.category.rawValue)")
    if !rule.sources.isEmpty { lines.append("  sources   \(rule.sources.joined(separator: ", "))") }
    if let fix = rule.fix { lines.append("  fix       \(fix.safety.rawValue)") }
    lines += ["", documentation.explanation.trimmingEnd, ""]
    lines.append("Reported:")
    for example in documentation.bad {
      lines.append("  ✗ \(marked(example))")
      if let fixed = example.fixed { lines.append("  → \(fixed)") }
    }
    lines.append("Not reported:")
    lines += documentation.good.map { "  ✓ \($0.text)" }
    lines += ["", "References:"]
    lines += documentation.references.map { "  \($0.title)" + ($0.url.map { " <\($0)>" } ?? "") }
    lines += ["", "To silence one place: <!-- calque-disable-next-line \(rule.id) -- reason -->"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func marked(_ example: RuleExample) -> String {
    let source = SourceText(example.text)
    var result = ""
    var next: UInt32 = 0
    for span in example.spans {
      result += source.string(in: ByteRange(next, span.lower)) + "⟦" + source.string(in: span) + "⟧"
      next = span.upper
    }
    return result + source.string(in: ByteRange(next, UInt32(source.count)))
  }
}

extension Claim {
  fileprivate var meaning: String {
    switch self {
    case .tell: "correct English that English writers rarely choose"
    case .fault: "something an editor would change"
    case .style: "a house decision"
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
