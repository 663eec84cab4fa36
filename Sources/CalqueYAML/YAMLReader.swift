import CalqueText

/// Reads values out of a YAML tree and collects everything that is wrong, so that a person sees all of it at once.
///
/// Every reading function returns nil when the value is missing or wrong, and has reported the latter.
package struct YAMLReader: Sendable {
  /// What was wrong so far, in the order of reading.
  package private(set) var issues: [YAMLIssue] = []

  /// A reader that has found nothing wrong yet.
  package init() {}

  /// Notes something wrong.
  package mutating func report(_ message: String, at mark: YAMLMark) {
    issues.append(YAMLIssue(message, at: mark))
  }

  // MARK: Maps

  /// The value as a map; `name` is what a message calls it: “rules”.
  package mutating func mapping(_ node: YAMLNode, _ name: String) -> YAMLMapping? {
    if case .mapping(let mapping) = node { return mapping }
    report("“\(name)” must be a map, not \(node.kindName).", at: node.mark)
    return nil
  }

  /// The value of a key as a map; a missing or empty one is nil without an issue unless `required`.
  package mutating func mapping(_ key: String, in parent: YAMLMapping, required: Bool = false) -> YAMLMapping? {
    guard let node = value(key, in: parent, required: required) else { return nil }
    return mapping(node, key)
  }

  /// Reports every key of a map that is not one of the known ones, with the nearest known one.
  ///
  /// - Parameter kind: what a message calls a key: “Unknown key …”, “Unknown rule …”.
  package mutating func checkKeys(of mapping: YAMLMapping, known: [String], kind: String = "key") {
    for entry in mapping.entries where !known.contains(entry.key) {
      reportUnknown(kind, entry.key, known: known, at: entry.keyMark)
    }
  }

  /// Reports a name that is not one of the known ones, with the nearest known one.
  package mutating func reportUnknown(_ kind: String, _ name: String, known: [String], at mark: YAMLMark) {
    let hint = nearestName(to: name, in: known).map { " Did you mean “\($0)”?" } ?? ""
    report("Unknown \(kind) “\(name)”.\(hint)", at: mark)
  }

  /// The value of a key; nil when the key is missing or its value is null.
  ///
  /// - Parameter required: reports a missing key at the start of the map and a null at the value.
  package mutating func value(_ key: String, in mapping: YAMLMapping, required: Bool = false) -> YAMLNode? {
    guard let entry = mapping.entry(key) else {
      if required { report("The key “\(key)” is missing.", at: mapping.mark) }
      return nil
    }
    if entry.value.isNull {
      if required { report("“\(key)” needs a value.", at: entry.keyMark) }
      return nil
    }
    return entry.value
  }
}
