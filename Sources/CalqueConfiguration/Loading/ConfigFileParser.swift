import CalqueText
import CalqueYAML

/// Reads a configuration file and collects everything that is wrong with it.
///
/// - Parameters:
///   - bytes: the content.
///   - path: the absolute path; `extends` and `rule-files` are relative to its folder.
/// - Returns: what could be read, and the errors in the order of the file.
package func parseConfigFile(_ bytes: [UInt8], path: String) -> (file: ConfigFile, errors: [ConfigurationError]) {
  var parser = ConfigFileParser(path: path)
  do throws(YAMLError) {
    if let root = try parseYAML(bytes) { parser.parse(root) }
  } catch {
    return (ConfigFile(path: path), [ConfigurationError(error.message, .file(path, error.mark))])
  }
  let issues = parser.reader.issues.enumerated().sorted { ($0.element.mark, $0.offset) < ($1.element.mark, $1.offset) }
  let errors = issues.map { ConfigurationError($0.element.message, .file(path, $0.element.mark)) }
  return (parser.file, errors)
}

private struct ConfigFileParser {
  private static let sharedKeys = ["rules", "groups", "select", "ignore", "sources", "terms", "encoding"]
  private static let fileKeys = [
    "extends", "root", "fail-on", "max-warnings", "column-unit", "exclude", "rule-files", "overrides",
  ]

  var reader = YAMLReader()
  var file: ConfigFile

  init(path: String) { file = ConfigFile(path: path) }

  mutating func parse(_ root: YAMLNode) {
    guard case .mapping(let map) = root else {
      reader.report("A configuration is a map of keys, not \(root.kindName).", at: root.mark)
      return
    }
    reader.checkKeys(of: map, known: Self.sharedKeys + Self.fileKeys)
    file.extends = paths("extends", in: map)
    file.ruleFiles = paths("rule-files", in: map)
    file.isRoot = reader.bool("root", in: map) ?? false
    file.exclude = texts("exclude", in: map) ?? []
    file.run.failOn = sourced("fail-on", in: map) { reader, key, map in reader.choice(key, in: map) }
    file.run.maxWarnings = sourced("max-warnings", in: map) { reader, key, map in reader.int(key, in: map) }
    file.run.columnUnit = sourced("column-unit", in: map) { reader, key, map in reader.choice(key, in: map) }
    file.values = values(in: map)
    if let node = reader.value("overrides", in: map) { file.overrides = overrides(node) }
  }

  private mutating func overrides(_ node: YAMLNode) -> [ConfigOverride] {
    guard case .sequence(let list) = node else {
      reader.report("“overrides” must be a list, each with its “files”.", at: node.mark)
      return []
    }
    return list.elements.compactMap { element in
      guard let map = reader.mapping(element, "overrides") else { return nil }
      for entry in map.entries where Self.fileKeys.contains(entry.key) {
        reader.report("“\(entry.key)” holds for every file and cannot stand in “overrides”.", at: entry.keyMark)
      }
      reader.checkKeys(of: map, known: Self.sharedKeys + Self.fileKeys + ["files"])
      _ = reader.value("files", in: map, required: true)
      let files = texts("files", in: map) ?? []
      let values = values(in: map)
      return files.isEmpty ? nil : ConfigOverride(files: files, values: values)
    }
  }

  private mutating func values(in map: YAMLMapping) -> PathValues {
    var values = PathValues()
    var marks: [RuleSelector: YAMLMark] = [:]
    if let rules = reader.mapping("rules", in: map) {
      for entry in rules.entries {
        if let level = reader.choice(entry.value, entry.key, of: RuleLevel.self) {
          add(RuleEntry(RuleSelector(entry.key), level), at: entry.keyMark, to: &values, &marks)
        }
      }
    }
    if let groups = reader.mapping("groups", in: map) {
      for entry in groups.entries {
        guard let isOn = reader.bool(entry.value, entry.key) else { continue }
        guard case .group = RuleSelector(entry.key) else {
          reader.report("“\(entry.key)” is no group; name it under “rules”.", at: entry.keyMark)
          continue
        }
        add(RuleEntry(RuleSelector(entry.key), isOn ? .on : .off), at: entry.keyMark, to: &values, &marks)
      }
    }
    for name in texts("ignore", in: map) ?? [] {
      guard case .file(_, let mark) = name.origin else { continue }
      add(RuleEntry(RuleSelector(name.value), .off), at: mark, to: &values, &marks)
    }
    values.select = texts("select", in: map)?.map { Sourced(RuleSelector($0.value), $0.origin) }
    values.sources = texts("sources", in: map)
    values.encoding = sourced("encoding", in: map) { reader, key, map in reader.string(key, in: map) }
    if let node = reader.value("terms", in: map) { values.terms = terms(node) }
    return values
  }

  private mutating func add(
    _ entry: RuleEntry, at mark: YAMLMark, to values: inout PathValues, _ marks: inout [RuleSelector: YAMLMark]
  ) {
    if let first = marks.updateValue(mark, forKey: entry.selector) {
      reader.report("“\(entry.selector.name)” has its level already in line \(first.line).", at: mark)
    } else {
      values.levels.append(Sourced(entry, .file(file.path, mark)))
    }
  }

  private mutating func terms(_ node: YAMLNode) -> [Sourced<AcceptedTerm>] {
    reader.elements(node).compactMap { element in
      guard let term = term(element) else { return nil }
      if term.text.isEmpty {
        reader.report("A term needs at least one word.", at: element.mark)
        return nil
      }
      return Sourced(term, .file(file.path, element.mark))
    }
  }

  private mutating func term(_ node: YAMLNode) -> AcceptedTerm? {
    guard case .mapping(let map) = node else {
      return reader.string(node, "terms").map { AcceptedTerm(text: $0) }
    }
    reader.checkKeys(of: map, known: ["text", "case", "inflect"])
    let letterCase = reader.choice("case", in: map, of: TermCase.self) ?? .fold
    let inflects = reader.bool("inflect", in: map) ?? false
    return reader.string("text", in: map, required: true).map {
      AcceptedTerm(text: $0, letterCase: letterCase, inflects: inflects)
    }
  }

  // MARK: Values with their origins

  private mutating func texts(_ key: String, in map: YAMLMapping) -> [Sourced<String>]? {
    guard let scalars = reader.scalars(key, in: map) else { return nil }
    return scalars.compactMap { scalar in
      if scalar.text.isEmpty {
        reader.report("“\(key)” holds an empty text.", at: scalar.mark)
        return nil
      }
      return Sourced(scalar.text, .file(file.path, scalar.mark))
    }
  }

  private mutating func paths(_ key: String, in map: YAMLMapping) -> [Sourced<String>] {
    let folder = Path.parent(file.path) ?? "/"
    return (texts(key, in: map) ?? []).map { Sourced(Path.joined(folder, $0.value), $0.origin) }
  }

  private mutating func sourced<Value>(
    _ key: String, in map: YAMLMapping, _ read: (inout YAMLReader, String, YAMLMapping) -> Value?
  ) -> Sourced<Value>? {
    guard let value = read(&reader, key, map), let entry = map.entry(key) else { return nil }
    return Sourced(value, .file(file.path, entry.keyMark))
  }
}
