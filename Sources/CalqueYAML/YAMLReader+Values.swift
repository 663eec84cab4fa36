import CalqueText

// Single values and lists. Each function comes twice: for a node, with the name that messages use, and for a key of a
// map, where a missing or null value is nil, and an issue only when `required`.

extension YAMLReader {
  /// The value as a scalar that is not null.
  package mutating func scalar(_ node: YAMLNode, _ name: String, expected: String = "a single value") -> YAMLScalar? {
    guard case .scalar(let scalar) = node else {
      report("“\(name)” must be \(expected), not \(node.kindName).", at: node.mark)
      return nil
    }
    if scalar.isNull {
      let hint = scalar.text.isEmpty ? "" : " Put “\(scalar.text)” in quotation marks if it is meant as text."
      report("“\(name)” needs a value.\(hint)", at: scalar.mark)
      return nil
    }
    return scalar
  }

  /// The value as text; numbers and words such as `no` are the text that was written.
  package mutating func string(_ node: YAMLNode, _ name: String) -> String? {
    scalar(node, name, expected: "text")?.text
  }

  /// The value of a key as text.
  package mutating func string(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> String? {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return string(node, key)
  }

  /// The value as a truth value: plain `true`, `yes`, `on`, `false`, `no` or `off`.
  package mutating func bool(_ node: YAMLNode, _ name: String) -> Bool? {
    guard let scalar = scalar(node, name, expected: "true or false") else { return nil }
    if scalar.isPlain {
      switch scalar.text {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    report("“\(name)” must be true or false, not “\(scalar.text)”.", at: scalar.mark)
    return nil
  }

  /// The value of a key as a truth value.
  package mutating func bool(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> Bool? {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return bool(node, key)
  }

  /// The value as a whole number in a range: plain decimal digits, with or without a sign.
  package mutating func int(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let scalar = scalar(node, name, expected: "a whole number") else { return nil }
    guard scalar.isPlain, let number = Int(scalar.text) else {
      report("“\(name)” must be a whole number, not “\(scalar.text)”.", at: scalar.mark)
      return nil
    }
    guard range.contains(number) else {
      let wanted =
        range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      report("“\(name)” must be \(wanted), not \(number).", at: scalar.mark)
      return nil
    }
    return number
  }

  /// The value of a key as a whole number in a range.
  package mutating func int(
    _ key: String, in mapping: YAMLMapping, range: ClosedRange<Int> = 0...Int.max, required: Bool = false
  ) -> Int? {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return int(node, key, in: range)
  }

  /// The value as a finite number in plain decimal notation, with or without an exponent.
  package mutating func double(_ node: YAMLNode, _ name: String) -> Double? {
    guard let scalar = scalar(node, name, expected: "a number") else { return nil }
    // The initializer also takes `inf`, `nan` and hexadecimal notation.
    let isDecimal = scalar.text.unicodeScalars.allSatisfy { "0123456789.+-eE".unicodeScalars.contains($0) }
    guard scalar.isPlain, isDecimal, let number = Double(scalar.text), number.isFinite else {
      report("“\(name)” must be a number, not “\(scalar.text)”.", at: scalar.mark)
      return nil
    }
    return number
  }

  /// The value of a key as a finite number.
  package mutating func double(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> Double? {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return double(node, key)
  }

  /// The elements of a list; a value that is no list counts as a list of one.
  package func elements(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let sequence) = node { sequence.elements } else { [node] }
  }

  /// The value as a list of scalars; a single one counts as a list of one, wrong elements are reported and left out.
  package mutating func scalars(_ node: YAMLNode, _ name: String) -> [YAMLScalar]? {
    if case .mapping = node {
      report("“\(name)” must be a list, not a map.", at: node.mark)
      return nil
    }
    var result: [YAMLScalar] = []
    for element in elements(node) {
      if let scalar = scalar(element, name, expected: "a list of single values") { result.append(scalar) }
    }
    return result
  }

  /// The value of a key as a list of scalars.
  package mutating func scalars(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> [YAMLScalar]? {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return scalars(node, key)
  }

  /// The value as a list of texts; a single one counts as a list of one, wrong elements are reported and left out.
  package mutating func strings(_ node: YAMLNode, _ name: String) -> [String]? {
    scalars(node, name)?.map(\.text)
  }

  /// The value of a key as a list of texts.
  package mutating func strings(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> [String]? {
    scalars(key, in: mapping, required: required)?.map(\.text)
  }

  /// The value as one of the names of an enumeration.
  package mutating func choice<Choice>(_ node: YAMLNode, _ name: String, of type: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let scalar = scalar(node, name) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let hint =
      nearestName(to: scalar.text, in: names).map { "did you mean “\($0)”?" }
      ?? "use \(alternatives(names))."
    report("“\(scalar.text)” is no value of “\(name)”; \(hint)", at: scalar.mark)
    return nil
  }

  /// The value of a key as one of the names of an enumeration.
  package mutating func choice<Choice>(
    _ key: String, in mapping: YAMLMapping, of type: Choice.Type = Choice.self, required: Bool = false
  ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let node = value(key, in: mapping, required: required) else { return nil }
    return choice(node, key, of: type)
  }

  private func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
