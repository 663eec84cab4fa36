import CalqueDocument
import CalqueText

/// Lists a document for reading: blocks with their inline markup, comments that switch rules, problems.
///
/// A line is `scopes level range "text"`; ranges are bytes of the source.
func listing(of document: ParsedDocument) -> String {
  var lines: [String] = []
  for block in document.blocks {
    let level = block.level > 0 ? " \(block.level)" : ""
    lines.append("\(names(of: block.scope))\(level) \(place(block.range, document))")
    for inline in document.inlines where block.range.contains(inline.range) {
      lines.append("  \(names(of: inline.scope)) \(place(inline.range, document))")
    }
  }
  for directive in document.directives {
    let selectors = directive.selectors.map { " \($0.text) \($0.range)" }.joined(separator: ",")
    lines.append(
      "\(directive.action.rawValue) \(directive.range)\(selectors)\(directive.reason.map { " -- \($0)" } ?? "")")
  }
  for problem in document.problems {
    lines.append("problem \(problem.code) \(problem.range?.description ?? "nowhere") \(problem.message)")
  }
  return lines.map { $0 + "\n" }.joined()
}

private func place(_ range: ByteRange, _ document: ParsedDocument) -> String {
  let text = String(decoding: document.plain[range.indices], as: UTF8.self)
  let escaped = text.unicodeScalars.map { scalar in
    scalar.value < 0x20 || (0x7F..<0xA1).contains(scalar.value) || scalar == "\u{FFFC}" || scalar == "\u{2028}"
      ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
  }
  return "\(document.map.source(of: range).range) \"\(escaped.joined())\""
}

private func names(of scope: Scope) -> String {
  let named = Scope.names.filter { scope.contains($0.scope) }.map(\.name)
  return (named + (scope.contains(.strikethrough) ? ["strikethrough"] : [])).joined(separator: "+")
}
