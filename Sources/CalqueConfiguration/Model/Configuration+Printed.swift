import CalqueText

extension Configuration {
  /// What counts for a file, as YAML with the origin of every key, for people.
  ///
  /// Names that a stronger layer sets again are left out. The keys are those of a configuration file, so that the text
  /// is one itself.
  ///
  /// - Parameters:
  ///   - path: the file, absolute and normalized.
  ///   - folder: the folder that file names are shown relative to, absolute and normalized.
  package func printed(for path: String, relativeTo folder: String) -> String {
    let values = layers(for: path).map(\.values)
    var lines = ["# The configuration of \(oneLine(Path.relative(path, to: folder)))"]
    lines += files.isEmpty ? ["# No configuration file counts."] : ["# From the weakest to the strongest:"]
    lines += files.map { "#   \(oneLine(Path.relative($0, to: folder)))" }
    var printer = Printer(folder: folder, lines: lines)
    printer.rules(values)
    printer.list("sources", values.last { $0.sources != nil }?.sources)
    printer.terms(values)
    printer.scalar("encoding", values.last { $0.encoding != nil }?.encoding)
    printer.scalar("fail-on", run.failOn.map { Sourced($0.value.rawValue, $0.origin) })
    printer.scalar("max-warnings", run.maxWarnings.map { Sourced(String($0.value), $0.origin) })
    printer.scalar("column-unit", run.columnUnit.map { Sourced($0.value.rawValue, $0.origin) })
    printer.list("exclude", excludePatterns.isEmpty ? nil : excludePatterns)
    let ruleFiles = ruleFiles.map { Sourced(Path.relative($0.value, to: folder), $0.origin) }
    printer.list("rule-files", ruleFiles.isEmpty ? nil : ruleFiles)
    return printer.lines.joined(separator: "\n") + "\n"
  }
}

/// Writes keys with their origins.
private struct Printer {
  let folder: String
  var lines: [String]

  mutating func rules(_ values: [PathValues]) {
    let selecting = values.last { $0.select != nil }
    list("select", selecting?.select?.map { Sourced($0.value.name, $0.origin) })
    var levels: [RuleSelector: Sourced<RuleEntry>] = [:]
    for entry in values.flatMap(\.levels) { levels[entry.value.selector] = entry }
    if levels.isEmpty { return }
    lines.append("rules:")
    for (selector, entry) in levels.sorted(by: { $0.key < $1.key }) {
      add("  \(quoted(selector.name)): \(entry.value.level.rawValue)", entry.origin)
    }
  }

  mutating func terms(_ values: [PathValues]) {
    var terms: [PathKey: Sourced<AcceptedTerm>] = [:]
    for term in values.flatMap(\.terms) { terms[PathKey(term.value.text)] = term }
    if terms.isEmpty { return }
    lines.append("terms:")
    for (_, term) in terms.sorted(by: { $0.key < $1.key }) {
      let value = term.value
      let text = "{text: \(quoted(value.text)), case: \(value.letterCase.rawValue), inflect: \(value.inflects)}"
      add("  - \(text)", term.origin)
    }
  }

  mutating func list(_ key: String, _ values: [Sourced<String>]?) {
    guard let values else { return }
    lines.append(values.isEmpty ? "\(key): []" : "\(key):")
    for value in values { add("  - \(quoted(value.value))", value.origin) }
  }

  mutating func scalar(_ key: String, _ value: Sourced<String>?) {
    guard let value else { return }
    add("\(key): \(quoted(value.value))", value.origin)
  }

  private mutating func add(_ text: String, _ origin: Origin) {
    lines.append("\(text)  # \(oneLine(origin.text(relativeTo: folder)))")
  }

  /// A text as a YAML value: plain where nothing could read it as something else.
  private func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-./".unicodeScalars.contains($0)
    }
    let startsPlainly =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    let words = ["true", "false", "yes", "no", "on", "off", "null", "Null", "NULL"]
    if isPlain, startsPlainly, !words.contains(text) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// True for control characters, line ends of every kind and byte order marks.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
}

/// A file name for a comment.
private func oneLine(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { needsEscape($0) ? "?" : $0 }))
}
