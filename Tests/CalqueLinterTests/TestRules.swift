import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueText

/// Small rules for tests, by id: the text of a rule file without what only people read.
struct TestRules {
  /// A rule file that cannot be used.
  struct Unusable: Error {
    let issues: [String]
  }

  let pack: RulePack

  /// Reads rules.
  init(_ files: [String: String]) throws {
    let loaded = PackLoader.load(
      files.map { id, text in
        PackFile(path: id.replacing(".", with: "/") + ".yaml", bytes: Array(text.utf8))
      }, root: "", standard: .minimal, tokenize: try PhraseTokenizer())
    guard loaded.issues.isEmpty else { throw Unusable(issues: loaded.issues.map(\.description)) }
    pack = loaded.pack
  }

  /// The rules as they speak.
  var active: [ActiveRule] { pack.rules.map { ActiveRule($0, severity: $0.effectiveSeverity) } }

  /// A worker over all rules but some.
  func worker(without left: Set<String> = []) throws -> LintWorker {
    let rules = active.filter { !left.contains($0.definition.id.text) }
    let set = try RuleSet(rules, tables: pack.tables, checks: CheckRegistry())
    return try LintWorker(set, names: RuleNames(rules: pack.rules.map(\.id)))
  }

  /// Rules of every kind that looks at sentences, with fixes that touch each other.
  static func standard() throws -> TestRules {
    try TestRules([
      "house.utilize": "message: \"Write use.\"\nswap: {utilize: use, utilizes: uses}\nfix: {safety: safe}\n",
      "house.in-order":
        "message: \"Write to.\"\nswap: {\"in order to\": to, \"to utilize\": \"to use\"}\nfix: {safety: safe}\n",
      "house.basically": "message: \"Drop it.\"\npattern: [\"basically\"]\nfix: {replace: \"\", safety: safe}\n",
      "house.doubled":
        "message: \"Once.\"\npattern: [\"@x({word}) and again\"]\nfix: {replace: \"{x}\", safety: suggested}\n",
      "slips.teh": "message: \"A slip.\"\nseverity: error\npattern: [\"teh\"]\n",
      "slips.double-space": "message: \"One is enough.\"\nregex: [\"!!+\"]\nfix: {replace: \"!\", safety: safe}\n",
      "slips.foreign": "message: \"Foreign.\"\npattern: [\"/\\\\p{Cyrillic}+/\"]\n",
    ])
  }
}

extension LintWorker {
  /// Lints a string and gives the rule and the words of every finding.
  mutating func found(in text: String, format: TextFormat = .markdown) -> [String] {
    let source = SourceText(text)
    return lint(source, format: format).diagnostics.map { "\($0.rule): \(source.string(in: $0.range))" }
  }

  /// The text after fixes.
  mutating func fixed(_ text: String, format: TextFormat = .markdown, level: FixLevel = .safe) -> String {
    let source = fix(SourceText(text), format: format, level: level).source
    return source.string(in: ByteRange(0, source.count))
  }
}
