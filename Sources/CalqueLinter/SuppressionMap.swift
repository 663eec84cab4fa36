import CalqueDocument
import CalqueRules
import CalqueText

/// Where comments in a text silence which rules; made before any rule runs, on byte ranges of the source.
struct SuppressionMap {
  /// One selector of one comment and the bytes it silences.
  private struct Entry {
    let directive: Int
    /// Nil: all rules.
    let selector: Directive.Selector?
    let range: ByteRange
    var isUsed = false
  }

  private let directives: [Directive]
  private let source: SourceText
  private let names: RuleNames
  private var entries: [Entry] = []

  init(_ directives: [Directive], source: SourceText, names: RuleNames) {
    self.directives = directives
    self.source = source
    self.names = names
    if directives.isEmpty { return }
    let lines = LineIndex(source)
    for (index, directive) in directives.enumerated() where directive.action != .enable {
      let selectors: [Directive.Selector?] = directive.selectors.isEmpty ? [nil] : directive.selectors
      for selector in selectors {
        entries.append(
          Entry(directive: index, selector: selector, range: range(of: directive, index, selector?.text, lines)))
      }
    }
  }

  private func range(of directive: Directive, _ index: Int, _ selector: String?, _ lines: LineIndex) -> ByteRange {
    let end = UInt32(source.count)
    switch directive.action {
    case .disableFile: return ByteRange(0, end)
    case .disableLine:
      return ByteRange(
        lines.range(ofLine: lines.line(at: directive.range.lower)).lower,
        lines.range(ofLine: lines.line(at: directive.range.upper)).upper)
    case .disableNextLine:
      var line = lines.line(at: directive.range.upper) + 1
      while line <= lines.count {
        let range = lines.range(ofLine: line)
        if source.bytes[range.indices].contains(where: { $0 > 0x20 }) { return range }
        line += 1
      }
      return ByteRange(at: end)
    case .disable, .enable:
      for later in directives[(index + 1)...] where later.action == .enable {
        let isOff = later.selectors.isEmpty || later.selectors.contains { $0.text == selector }
        if isOff { return ByteRange(directive.range.upper, later.range.lower) }
      }
      return ByteRange(directive.range.upper, end)
    }
  }

  /// True when a comment silences the finding; the comment then counts as used.
  mutating func silences(_ diagnostic: Diagnostic) -> Bool {
    silences(rule: diagnostic.rule, at: diagnostic.range.lower)
  }

  /// True when a comment silences a rule at a byte offset; the comment then counts as used.
  mutating func silences(rule: RuleID, at offset: UInt32) -> Bool {
    var isSilent = false
    for index in entries.indices where entries[index].range.contains(offset) {
      if let selector = entries[index].selector, !names.selects(selector.text, rule) { continue }
      entries[index].isUsed = true
      isSilent = true
    }
    return isSilent
  }

  /// Findings about comments that silence nothing or name no rule.
  ///
  /// - Parameter activeRules: the rules that ran; a comment about others may be used in another run.
  func unusedDiagnostics(activeRules: [RuleID]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (index, directive) in directives.enumerated() {
      for selector in directive.selectors where selector.text != "all" && !names.contains(selector.text) {
        result.append(unknown(selector))
      }
      let own = entries.filter { $0.directive == index }
      guard !own.isEmpty, !own.contains(where: \.isUsed) else { continue }
      let mayFind = own.contains { entry in
        guard let selector = entry.selector else { return true }
        return activeRules.contains { names.selects(selector.text, $0) }
      }
      if mayFind { result.append(unused(directive)) }
    }
    return result
  }

  private func unknown(_ selector: Directive.Selector) -> Diagnostic {
    let nearest = nearestName(to: selector.text, in: names.sorted)
    let hint = nearest.map { " Did you mean “\($0)”?" } ?? ""
    var fixes: [Fix] = []
    if let nearest, let edits = TextEdits([TextEdit(selector.range, nearest)], in: source), !source.isTranscoded {
      fixes = [Fix(title: "Replace with “\(nearest)”", safety: .suggested, edits: edits)]
    }
    let rule = MetaRule.unknownSuppression.description
    return Diagnostic(
      rule: rule.id, claim: rule.claim, severity: rule.severity,
      message: "“\(selector.text)” is no rule or group, so this comment does nothing.\(hint)", range: selector.range,
      fixes: fixes)
  }

  private func unused(_ directive: Directive) -> Diagnostic {
    let rule = MetaRule.unusedSuppression.description
    var fixes: [Fix] = []
    if let edits = TextEdits([TextEdit(wholeLine(directive.range), "")], in: source), !source.isTranscoded {
      fixes = [Fix(title: "Delete the comment", safety: .safe, edits: edits)]
    }
    return Diagnostic(
      rule: rule.id, claim: rule.claim, severity: rule.severity,
      message: "This comment silences nothing; delete it.", range: directive.range, fixes: fixes)
  }

  /// The comment, or its whole line when nothing else stands there.
  private func wholeLine(_ range: ByteRange) -> ByteRange {
    var lower = Int(range.lower)
    var upper = Int(range.upper)
    while lower > 0, source.bytes[lower - 1] == 0x20 || source.bytes[lower - 1] == 0x09 { lower -= 1 }
    while upper < source.count, source.bytes[upper] == 0x20 || source.bytes[upper] == 0x09 { upper += 1 }
    let startsLine = lower == 0 || source.bytes[lower - 1] == 0x0A
    guard startsLine, upper == source.count || source.bytes[upper] == 0x0A || source.bytes[upper] == 0x0D else {
      return range
    }
    if upper < source.count, source.bytes[upper] == 0x0D { upper += 1 }
    if upper < source.count, source.bytes[upper] == 0x0A { upper += 1 }
    return ByteRange(lower, upper)
  }
}
