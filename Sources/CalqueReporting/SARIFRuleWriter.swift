import CalqueText

/// Writes the tool and its rules; what GitHub demands is never empty.
enum SARIFRuleWriter {
  /// Characters that GitHub allows in a description.
  private static let descriptionLimit = 1024
  /// Tags that GitHub allows on a rule.
  private static let tagLimit = 20

  /// Writes the members of the run's `tool.driver`.
  static func writeDriver(_ run: RunContext, rules: [RuleDescription], into json: inout JSONWriter) {
    json.member("name", "Calque")
    if !run.toolVersion.isEmpty { json.member("version", run.toolVersion) }
    if isSemantic(run.toolVersion) { json.member("semanticVersion", run.toolVersion) }
    if let uri = run.options.informationURI, !uri.isEmpty { json.member("informationUri", uri) }
    json.array("rules", linewise: true) { json in
      for rule in rules { write(rule, into: &json) }
    }
  }

  private static func write(_ rule: RuleDescription, into json: inout JSONWriter) {
    let summary = rule.summary.isEmpty ? rule.id.text : rule.summary
    let explanation = rule.explanation.isEmpty ? summary : rule.explanation
    json.object { json in
      json.member("id", rule.id.text)
      json.object("shortDescription") { $0.member("text", cut(summary)) }
      json.object("fullDescription") { $0.member("text", cut(explanation)) }
      json.object("help") { json in
        json.member("text", help(explanation, example: rule.example, isMarkdown: false))
        json.member("markdown", help(explanation, example: rule.example, isMarkdown: true))
      }
      json.object("defaultConfiguration") { $0.member("level", rule.severity.label) }
      json.object("properties") { json in
        json.array("tags") { json in
          for tag in tags(of: rule) { json.value(tag) }
        }
        // A rule that has not been measured promises nothing.
        json.member("precision", rule.isStable ? "high" : "low")
        json.member("problem.severity", rule.severity == .suggestion ? "recommendation" : rule.severity.rawValue)
      }
    }
  }

  private static func tags(of rule: RuleDescription) -> [String] {
    var tags: [String] = []
    for tag in [rule.claim.rawValue, rule.category, rule.id.group] + rule.sources.map({ "source/\($0)" })
    where !tag.isEmpty && !tags.contains(tag) {
      tags.append(tag)
    }
    return Array(tags.prefix(tagLimit))
  }

  private static func help(
    _ explanation: String, example: (bad: String, fixed: String?)?, isMarkdown: Bool
  ) -> String {
    var text = isMarkdown ? Markdown.escaped(explanation) : explanation
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let example else { return text }
    for (label, sentence) in [("Instead of", example.bad), ("Write", example.fixed)] {
      guard let sentence else { continue }
      text += isMarkdown ? "\n\n**\(label):**\n\n> \(Markdown.escaped(sentence))" : "\n\n\(label): \(sentence)"
    }
    return text
  }

  /// The text, or as much of it as GitHub allows with an ellipsis.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > descriptionLimit else { return text }
    var result = ""
    var left = descriptionLimit - 1
    for character in text {
      left -= character.utf16.count
      if left < 0 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Whether a version is of the form `1.2.3`, `1.2.3-beta.1` or `1.2.3+build` (Semantic Versioning 2.0.0).
  private static func isSemantic(_ version: String) -> Bool {
    let core = version.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3 else { return false }
    guard numbers.allSatisfy({ $0 == "0" || ($0.first != "0" && !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit)) })
    else { return false }
    let rest = version.dropFirst(core.count)
    return rest.isEmpty
      || (rest.count > 1
        && rest.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.+".contains($0)) })
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// Plain text as Markdown.
enum Markdown {
  /// The text with a backslash before every character that CommonMark could take for markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    // What stands before a scalar on its line: nothing, a number that could begin a list, or other text.
    var isAtLineStart = true
    var isAfterNumber = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "#", "$": result.append("\\")
      case "-", "+", "=": if isAtLineStart { result.append("\\") }
      case ".", ")": if isAfterNumber { result.append("\\") }
      default: break
      }
      result.unicodeScalars.append(scalar)
      isAfterNumber = (isAtLineStart || isAfterNumber) && ("0"..."9").contains(scalar)
      if scalar != " " { isAtLineStart = scalar == "\n" }
    }
    return result
  }
}
