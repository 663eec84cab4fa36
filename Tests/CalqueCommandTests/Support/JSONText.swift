import FoundationEssentials

/// A JSON value, for looking into output.
enum JSONText: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONText])
  case object([String: JSONText])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONText].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONText].self))
    }
  }

  /// Reads a text; throws when it is no JSON.
  init(_ text: String) throws { self = try JSONDecoder().decode(JSONText.self, from: Data(text.utf8)) }

  /// Reads one value a line.
  static func objects(inLines text: String) throws -> [JSONText] {
    try text.split(separator: "\n").map { try JSONText(String($0)) }
  }

  /// The value of a key; null when there is none.
  subscript(key: String) -> JSONText {
    if case .object(let members) = self { return members[key] ?? .null }
    return .null
  }

  var keys: Set<String> {
    if case .object(let members) = self { return Set(members.keys) }
    return []
  }
  var list: [JSONText] {
    if case .list(let elements) = self { return elements }
    return []
  }
  var int: Int? {
    if case .number(let number) = self { return Int(exactly: number) }
    return nil
  }
  var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }
}
