/// A text with places for what was matched: “{match}” is a calque.
package struct MessageTemplate: Hashable, Sendable {
  /// A stretch of the text.
  package enum Part: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  /// The template as written.
  package let source: String

  /// A template; braces without a name inside stay as they are.
  package init(_ text: String) { source = text }

  /// The stretches in order; found when asked for, because most templates of a run are never filled.
  package var parts: [Part] {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{") {
      let after = rest.index(after: open)
      if let close = rest[after...].firstIndex(of: "}"), close > after,
        rest[after..<close].allSatisfy({ $0.isLetter || $0 == "-" || $0.isNumber })
      {
        plain += rest[..<open]
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.placeholder(String(rest[after..<close])))
        rest = rest[rest.index(after: close)...]
      } else {
        plain += rest[..<after]
        rest = rest[after...]
      }
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }

  /// The names of its places.
  package var placeholders: [String] {
    parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The text with its places filled; a place without a value stays empty.
  package func filled(_ value: (String) -> String?) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .placeholder(let name): result += value(name) ?? ""
      }
    }
    return result
  }
}
