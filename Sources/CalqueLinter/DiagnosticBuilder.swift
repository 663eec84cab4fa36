import CalqueDocument
import CalqueRules
import CalqueText

/// Turns findings in plain text into diagnostics in the source: ranges, messages, fixes.
struct DiagnosticBuilder {
  /// Messages show no more of a match than this, in characters.
  private static let maximumQuotation = 60

  let document: Document
  let rules: RuleSet

  func diagnostic(for finding: Finding) -> Diagnostic {
    let rule = rules.rules[finding.rule]
    let mapped = document.parsed.map.source(of: finding.range)
    let match = Self.shortened(document.string(in: finding.range))
    let message = rule.definition.message.filled { name in
      name == "match" ? match : finding.values[name].map(Self.shortened)
    }
    return Diagnostic(
      rule: rule.definition.id, claim: rule.definition.claim, severity: rule.severity, message: message,
      range: mapped.range, fixes: fixes(for: finding, rule.definition),
      related: finding.related.map {
        RelatedLocation(range: document.parsed.map.source(of: $0.range).range, message: $0.message)
      })
  }

  /// A text on one line, cut when it is long.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.count <= maximumQuotation { return line }
    return line.prefix(maximumQuotation - 1) + "…"
  }

  private func fixes(for finding: Finding, _ rule: RuleDefinition) -> [Fix] {
    guard let template = rule.fix, let replacement = finding.replacement, !document.parsed.source.isTranscoded else {
      return []
    }
    let planned = replacement.isEmpty ? deletion(of: finding.range) : replacing(finding.range, with: replacement)
    var edits: [TextEdit] = []
    for edit in planned {
      let mapped = document.parsed.map.source(of: edit.range)
      guard mapped.isVerbatim else { return [] }
      edits.append(TextEdit(mapped.range, edit.text))
    }
    guard let checked = TextEdits(edits, in: document.parsed.source) else { return [] }
    let title =
      replacement.isEmpty
      ? "Delete “\(Self.shortened(document.string(in: finding.range)))”"
      : "Replace with “\(planned[0].text)”"
    return [Fix(title: title, safety: template.safety, edits: checked)]
  }

  /// The replacement, with the capital that the match has.
  private func replacing(_ range: ByteRange, with text: String) -> [TextEdit] {
    let match = document.string(in: range)
    guard let first = match.first, first.isUppercase, match != match.uppercased() || match.count == 1 else {
      return [TextEdit(range, text)]
    }
    return [TextEdit(range, text.prefix(1).uppercased() + text.dropFirst())]
  }

  /// The deletion of a match with the white space after it; the next word takes the capital at a sentence's start.
  private func deletion(of range: ByteRange) -> [TextEdit] {
    let bytes = document.plain
    let index = document.blocks.partitioningIndex { $0.range.upper > range.lower }
    guard index < document.blocks.count else { return [TextEdit(range, "")] }
    let block = document.blocks[index].range
    var lower = Int(range.lower)
    var upper = Int(range.upper)
    let isStart = startsSentence(range)
    if isStart, upper < Int(block.upper), bytes[upper] == UInt8(ascii: ",") { upper += 1 }
    let end = upper
    while upper < Int(block.upper), bytes[upper] == 0x20 { upper += 1 }
    if upper == Int(block.upper) || isClosing(bytes[upper]) {
      upper = end
      while lower > Int(block.lower), bytes[lower - 1] == 0x20 { lower -= 1 }
    }
    var edits = [TextEdit(ByteRange(lower, upper), "")]
    if isStart, document.string(in: range).first?.isUppercase == true, upper < Int(block.upper) {
      let rest = document.string(in: ByteRange(upper, min(Int(block.upper), upper + 8)))
      if let next = rest.unicodeScalars.first, next.properties.isLowercase {
        let letter = String(Character(next))
        edits.append(TextEdit(ByteRange(upper, upper + letter.utf8.count), letter.uppercased()))
      }
    }
    return edits
  }

  private func isClosing(_ byte: UInt8) -> Bool { ",.;:!?)".utf8.contains(byte) }

  /// True when the match holds the first word of its sentence.
  private func startsSentence(_ range: ByteRange) -> Bool {
    let token = document.tokens.partitioningIndex { $0.range.lower >= range.lower }
    guard token < document.tokens.count else { return false }
    let sentence = document.sentences.partitioningIndex { $0.endToken > UInt32(token) }
    guard sentence < document.sentences.count else { return false }
    let first = Int(document.sentences[sentence].firstToken)
    return document.tokens[first..<token].allSatisfy { $0.kind == .punctuation }
  }
}
