import CalqueDocument
import CalqueText
import CalqueUnicode
import CalqueYAML

/// Reads rule files: YAML in, a checked definition out, or everything that is wrong with the file.
package struct RuleLoader {
  private static let keys = [
    "summary", "claim", "severity", "status", "category", "sources", "scope", "unless", "message", "fix",
    "explanation", "references", "examples", "literals", "parameters",
  ]
  static let kindKeys = ["pattern", "regex", "swap", "repetition", "density", "consistency", "metric", "check"]
  /// The longest message, in characters.
  private static let maximumMessage = 120

  let standard: RuleFileStandard
  private let inflections: Inflections
  private let cues: CueFinder
  private let tokenize: PhraseTokenizer
  var reader = YAMLReader()

  /// A loader over shared tables.
  ///
  /// - Parameters:
  ///   - tables: `lexicon/irregular.tsv` (forms of lemmas) and `lexicon/word-frequencies.tsv` (word, share of all words).
  ///   - standard: how much a file must hold.
  ///   - tokenize: cuts words as texts are cut.
  package init(tables: DataTables, standard: RuleFileStandard, tokenize: PhraseTokenizer) {
    self.standard = standard
    self.tokenize = tokenize
    inflections = Inflections(table: tables.files["lexicon/irregular.tsv"] ?? "")
    var frequencies: [String: Double] = [:]
    for row in tables.rows("lexicon/word-frequencies.tsv") where row.count >= 2 { frequencies[row[0]] = Double(row[1]) }
    cues = CueFinder(frequencies: frequencies)
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its path, for messages.
  ///   - id: the id that its place in the folder gives it.
  package mutating func load(
    _ bytes: [UInt8], path: String, id: RuleID
  ) -> (rule: RuleDefinition?, issues: [RuleFileIssue]) {
    reader = YAMLReader()
    var rule: RuleDefinition?
    do throws(YAMLError) {
      if let node = try parseYAML(bytes) {
        if let mapping = reader.mapping(node, "rule file") { rule = definition(mapping, path: path, id: id) }
      } else {
        reader.report("The file is empty.", at: .start)
      }
    } catch {
      reader.report(error.message, at: error.mark)
    }
    let issues = reader.issues.map { RuleFileIssue(path: path, mark: $0.mark, message: $0.message) }
    return (issues.isEmpty ? rule : nil, issues)
  }

  private mutating func definition(_ file: YAMLMapping, path: String, id: RuleID) -> RuleDefinition? {
    reader.checkKeys(of: file, known: Self.keys + Self.kindKeys)
    let isComplete = standard == .complete
    let claim: Claim = reader.choice("claim", in: file, required: isComplete) ?? .style
    let severity: Severity = reader.choice("severity", in: file, required: isComplete) ?? .warning
    checkSeverity(severity, of: claim, in: file)
    let summary = reader.string("summary", in: file, required: isComplete)
    if let summary, summary.contains("\n") { reader.report("A summary is one line.", at: file.mark) }
    let kind = kind(in: file)
    let message = message(in: file, kind: kind)
    let fix = fix(in: file, kind: kind)
    let examples = examples(in: file, hasFix: fix != nil)
    let unless = patterns("unless", in: file, needCues: false)
    let explanation = reader.string("explanation", in: file, required: isComplete)
    let references = references(in: file)
    if isComplete, references.isEmpty { reader.report("Name at least one reference.", at: file.mark) }
    guard let kind, let message else { return nil }
    return RuleDefinition(
      id: id, summary: summary ?? message.source, claim: claim, severity: severity,
      status: reader.choice("status", in: file, required: isComplete) ?? .stable,
      category: reader.choice("category", in: file, required: isComplete) ?? .register,
      sources: sources(in: file), scope: scope(in: file), kind: kind, unless: unless ?? [], message: message, fix: fix,
      documentation: PackedDocumentation(
        RuleDocumentation(
          explanation: explanation ?? "", references: references, bad: examples.bad, good: examples.good)),
      path: path)
  }

  private mutating func checkSeverity(_ severity: Severity, of claim: Claim, in file: YAMLMapping) {
    let mark = file["severity"]?.mark ?? file.mark
    switch (claim, severity) {
    case (.tell, .warning), (.tell, .error):
      reader.report("A tell is correct English: its severity is “suggestion”.", at: mark)
    case (.fault, .suggestion) where standard == .complete:
      reader.report("A fault is a “warning”, or an “error” when certain.", at: mark)
    case (.style, .error) where standard == .complete:
      reader.report("A matter of style is a “warning” or a “suggestion”.", at: mark)
    default: break
    }
  }

  private mutating func sources(in file: YAMLMapping) -> [String] {
    var codes: [String] = []
    for scalar in reader.scalars("sources", in: file) ?? [] {
      let isCode = (2...3).contains(scalar.text.count) && scalar.text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      if isCode {
        codes.append(scalar.text)
      } else {
        reader.report(
          "“\(scalar.text)” is no language code; write two or three lower-case letters (ISO 639).", at: scalar.mark)
      }
    }
    return codes
  }

  private mutating func scope(in file: YAMLMapping) -> ScopeFilter {
    guard let mapping = reader.mapping("scope", in: file) else { return ScopeFilter() }
    reader.checkKeys(of: mapping, known: ["in", "not"])
    let included = scope("in", in: mapping)
    let excluded = scope("not", in: mapping)
    return ScopeFilter(
      included: included, excluded: ScopeFilter.defaultExclusions.subtracting(included).union(excluded))
  }

  private mutating func scope(_ key: String, in mapping: YAMLMapping) -> Scope {
    var result: Scope = []
    for scalar in reader.scalars(key, in: mapping) ?? [] {
      if let named = Scope.names.first(where: { $0.name == scalar.text }) {
        result.formUnion(named.scope)
      } else {
        reader.reportUnknown("scope", scalar.text, known: Scope.names.map(\.name), at: scalar.mark)
      }
    }
    return result
  }

  private mutating func references(in file: YAMLMapping) -> [Reference] {
    guard let node = reader.value("references", in: file) else { return [] }
    var result: [Reference] = []
    for element in reader.elements(node) {
      guard let mapping = reader.mapping(element, "reference") else { continue }
      reader.checkKeys(of: mapping, known: ["title", "kind", "url"])
      guard let title = reader.string("title", in: mapping, required: true),
        let kind: Reference.Kind = reader.choice("kind", in: mapping, required: true)
      else { continue }
      result.append(Reference(title: title, kind: kind, url: reader.string("url", in: mapping)))
    }
    return result
  }

  private mutating func message(in file: YAMLMapping, kind: RuleKind?) -> MessageTemplate? {
    guard let text = reader.string("message", in: file, required: true) else { return nil }
    let mark = file["message"]?.mark ?? file.mark
    let template = MessageTemplate(text)
    if standard == .complete {
      if text.count > Self.maximumMessage {
        reader.report("A message has at most \(Self.maximumMessage) characters; this one has \(text.count).", at: mark)
      }
      if let first = text.first, !(first.isUppercase || first.isNumber || "“{‘".contains(first)) {
        reader.report("A message starts with a capital letter, a quotation or a {placeholder}.", at: mark)
      }
      if !text.hasSuffix("."), !text.hasSuffix("?"), !text.hasSuffix(".”") {
        reader.report("A message ends with a full stop.", at: mark)
      }
      if text.contains("!") { reader.report("A message has no exclamation mark.", at: mark) }
      if text.lowercased().contains("please") { reader.report("A message does not say “please”.", at: mark) }
      if text.lowercased().contains("machine-translat") || text.lowercased().contains("machine translat") {
        reader.report("What can be found is translation, not machines: say “translation artifact”.", at: mark)
      }
    }
    if let kind { checkPlaceholders(template, allowed: Self.placeholders(of: kind), at: mark) }
    return template
  }

  private mutating func checkPlaceholders(_ template: MessageTemplate, allowed: [String]?, at mark: YAMLMark) {
    guard let allowed else { return }
    for name in template.placeholders where !allowed.contains(name) {
      reader.reportUnknown("placeholder", "{\(name)}", known: allowed.map { "{\($0)}" }, at: mark)
    }
  }

  /// The names that a message of a kind may use; nil: any, for checks, which bring their own.
  private static func placeholders(of kind: RuleKind) -> [String]? {
    switch kind {
    case .pattern(let patterns): return ["match"] + patterns.flatMap(\.root.captureNames)
    case .regex: return ["match"] + (1...RuleKind.RegexPattern.maximumGroup).map(String.init)
    case .swap(let swaps): return ["match", "replacement"] + swaps.flatMap(\.pattern.root.captureNames)
    case .repetition: return ["match", "word"]
    case .density: return ["match", "count", "rate"]
    case .consistency: return ["match", "other"]
    case .metric: return ["match", "value"]
    case .check: return nil
    }
  }

  private mutating func fix(in file: YAMLMapping, kind: RuleKind?) -> FixTemplate? {
    var isSwap = false
    if case .swap = kind { isSwap = true }
    guard let node = file["fix"] else { return isSwap ? FixTemplate(replacement: nil, safety: .suggested) : nil }
    guard let mapping = reader.mapping(node, "fix") else { return nil }
    reader.checkKeys(of: mapping, known: ["replace", "safety"])
    let safety: FixSafety = reader.choice("safety", in: mapping) ?? .suggested
    if isSwap {
      if mapping.entry("replace") != nil { reader.report("A swap has its replacements in the map.", at: mapping.mark) }
      return FixTemplate(replacement: nil, safety: safety)
    }
    var isOwn = false
    switch kind {
    case .check, .repetition: isOwn = true
    default: break
    }
    guard let entry = mapping.entry("replace"), case .scalar(let scalar) = entry.value else {
      if isOwn { return FixTemplate(replacement: nil, safety: safety) }
      reader.report(
        "A fix says what to write: “replace: …”; an empty text in quotation marks deletes.", at: mapping.mark)
      return nil
    }
    let template = MessageTemplate(scalar.text)
    if let kind { checkPlaceholders(template, allowed: Self.placeholders(of: kind), at: scalar.mark) }
    return FixTemplate(replacement: template, safety: safety)
  }

  /// The patterns under a key; nil when the key is missing or one of them is wrong.
  mutating func patterns(_ key: String, in mapping: YAMLMapping, needCues: Bool = true) -> [Pattern]? {
    guard let scalars = reader.scalars(key, in: mapping) else { return nil }
    let patterns = scalars.compactMap { pattern($0, needCues: needCues) }
    return patterns.count == scalars.count ? patterns : nil
  }

  /// One pattern, read and with its cues.
  mutating func pattern(_ scalar: YAMLScalar, needCues: Bool = true) -> Pattern? {
    do throws(PatternError) {
      let root = try PatternParser.parse(scalar.text, tokenize: tokenize.callAsFunction, inflections: inflections)
      try checkExpressions(in: root)
      guard root.programLength <= 2_000 else {
        throw PatternError(message: "the pattern is too long when its counts are spelled out", offset: 0)
      }
      let found = cues.cues(of: root)
      if needCues, found == nil {
        throw PatternError(
          message: "nothing can wake this pattern; it needs a literal word, a punctuation mark or {number}", offset: 0)
      }
      return Pattern(text: scalar.text, root: root, cues: found ?? [])
    } catch {
      reader.report(
        "Pattern “\(scalar.text)”: \(error.message).", at: scalar.mark(ofCodePoint: error.offset))
      return nil
    }
  }

  /// The pattern of a term that a project accepts; nil for a text without words.
  ///
  /// - Parameters:
  ///   - text: the term as written.
  ///   - isExact: true when letters must have the same case.
  ///   - inflectsLast: true when the last word stands for all its forms.
  package func pattern(ofTerm text: String, isExact: Bool, inflectsLast: Bool) -> Pattern? {
    let tokens = tokenize(text)
    guard let last = tokens.last else { return nil }
    var nodes = tokens.map {
      isExact ? PatternNode.exact(folded: $0.folded, text: $0.text) : PatternNode.literal($0.folded)
    }
    if inflectsLast, case .forms(let forms) = inflections.forms(of: last.folded) {
      nodes[nodes.count - 1] = .lemma(forms)
    }
    let root = PatternNode.sequence(nodes)
    return Pattern(text: text, root: root, cues: cues.cues(of: root) ?? [])
  }

  private func checkExpressions(in node: PatternNode) throws(PatternError) {
    switch node {
    case .regex(let expression):
      do throws(RegularExpressionError) {
        _ = try RegularExpression(expression)
      } catch {
        throw PatternError(message: "/\(expression)/: \(error.message)", offset: 0)
      }
    case .sequence(let nodes), .alternatives(let nodes):
      for inner in nodes { try checkExpressions(in: inner) }
    case .repeated(let inner, _, _, _), .capture(_, let inner): try checkExpressions(in: inner)
    default: break
    }
  }
}
