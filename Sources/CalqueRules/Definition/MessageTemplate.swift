/// A text with places for what was matched: “{match}” is a calque.
package struct MessageTemplate: Hashable, Sendable {
  /// A stretch of the text.
  package enum Part: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  /// The stretches in order.
  package let parts: [Part]

  /// Reads a template; braces without a name inside stay as they are.
  package init(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(text)
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
    self.parts = parts
  }

  /// The names of its places.
  package var placeholders: [String] {
    parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The template as written.
  package var source: String {
    parts.map {
      switch $0 {
      case .text(let text): text
      case .placeholder(let name): "{\(name)}"
      }
    }.joined()
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
