import CalqueFiles
import ArgumentParser
import CalqueReporting
import CalqueRules
import CalqueText

/// `calque rules`: the list of all rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules, with what they claim and how loud they are.",
    discussion: "The columns are: id, severity, claim, status, and a one-line summary. Opt-in groups are marked.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "How to print the list.") var format = Format.text
  @Option(name: .customLong("rules-from"), help: .hidden) var rulesFrom: String?

  func run() throws {
    let library = try loadLibrary(rulesFrom: rulesFrom)
    switch format {
    case .text: Console.writeOut(text(library.pack))
    case .json: Console.writeOut(json(library.pack))
    }
  }

  private func text(_ pack: RulePack) -> String {
    let width = pack.rules.map(\.id.text.count).max() ?? 0
    var lines: [String] = []
    for rule in pack.rules {
      let marks = [rule.effectiveSeverity.label, rule.claim.rawValue, rule.status.rawValue]
      let optIn = pack.isOptIn(rule.id) ? " (opt-in)" : ""
      lines.append(
        rule.id.text.padded(to: width) + "  " + marks.map { $0.padded(to: 8) }.joined(separator: " ") + rule.summary
          + optIn)
    }
    lines.append("\(pack.rules.count) rules in \(Set(pack.rules.map(\.id.group)).count) groups")
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ pack: RulePack) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for rule in pack.rules {
        json.object { json in
          json.member("id", rule.id.text)
          json.member("summary", rule.summary)
          json.member("claim", rule.claim.rawValue)
          json.member("severity", rule.effectiveSeverity.rawValue)
          json.member("status", rule.status.rawValue)
          json.member("category", rule.category.rawValue)
          json.array("sources") { json in
            for source in rule.sources { json.value(source) }
          }
          json.member("optIn", pack.isOptIn(rule.id))
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension String {
  /// The text with spaces after it up to a width in characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
