import CalqueDocument
import CalqueFormats
import CalqueRules
import CalqueText
import CalqueUnicode

/// Other surroundings for an example, in which the same words must be found, or nothing.
enum Mutation: String, CaseIterable {
  case afterForeignParagraph, afterByteOrderMark, betweenParagraphs, betweenParagraphsWithCarriageReturns
  case decomposed, wrapped, wrappedInMarkdown, asMarkdown, inLinkText, inInlineCode, inCodeBlock
  case afterSuppression, besideSuppression

  /// An example in its surroundings.
  struct Mutant {
    let text: String
    let format: TextFormat
    /// What must be found besides what is found in `surroundings`.
    let spans: [ByteRange]
    /// A text that stands before the example and may itself be reported.
    var surroundings = ""
  }

  /// The example in these surroundings, in each way that makes sense; none when it makes no sense there.
  func mutants(of example: RuleExample, _ rule: RuleDefinition) throws -> [Mutant] {
    switch self {
    case .afterForeignParagraph:
      if rule.countsWords { return [] }
      return [prefixed("😀👩‍👩‍👧 e\u{301}\u{323}tait שלום العربية نص\n\n", example, .text, isReported: true)]
    case .afterByteOrderMark: return [prefixed("\u{FEFF}", example, .text)]
    case .betweenParagraphs, .betweenParagraphsWithCarriageReturns:
      if rule.countsWords { return [] }
      let end = self == .betweenParagraphs ? "\n" : "\r\n"
      let example = self == .betweenParagraphs ? example : example.withCarriageReturns
      let mutant = prefixed("Rain fell.\(end)\(end)", example, .text)
      return [Mutant(text: mutant.text + "\(end)\(end)Snow fell.\(end)", format: .text, spans: mutant.spans)]
    case .decomposed:
      if rule.readsLetters { return [] }
      let transliterator = try Transliterator(id: "NFD")
      let other = try example.mapped { try transliterator.apply(to: $0) }
      return Array(other.text.utf8) == Array(example.text.utf8) ? [] : [prefixed("", other, .text)]
    case .wrapped: return wrapped(example, rule, .text)
    case .wrappedInMarkdown: return example.text.isPlainInMarkdown ? wrapped(example, rule, .markdown) : []
    case .asMarkdown: return example.text.isPlainInMarkdown ? [prefixed("", example, .markdown)] : []
    case .inLinkText:
      guard example.text.isPlainInMarkdown, !example.text.contains("\n"), rule.scope.included.isEmpty else { return [] }
      let mutant = prefixed("[", example, .markdown)
      let isSilent = rule.scope.excluded.contains(.linkText)
      return [
        Mutant(
          text: mutant.text + "](https://example.org/)", format: .markdown, spans: isSilent ? [] : mutant.spans)
      ]
    case .inInlineCode:
      guard example.text.isPlainInMarkdown, !example.text.contains("\n\n"), !rule.looksAtCode else { return [] }
      return [Mutant(text: "`\(example.text)`\n", format: .markdown, spans: [])]
    case .inCodeBlock:
      if rule.looksAtCode || example.text.contains("~~~") { return [] }
      return [Mutant(text: "~~~\n\(example.text)\n~~~\n", format: .markdown, spans: [])]
    case .afterSuppression:
      guard example.text.isPlainInMarkdown, !example.text.contains("\n") else { return [] }
      let comment = "<!-- calque-disable-next-line \(rule.id) -- a test -->\n"
      return [Mutant(text: comment + example.text + "\n", format: .markdown, spans: [])]
    case .besideSuppression:
      guard example.text.isPlainInMarkdown, !example.text.contains("\n") else { return [] }
      return [
        Mutant(text: "\(example.text) <!-- calque-disable-line \(rule.id.group) -->\n", format: .markdown, spans: [])
      ]
    }
  }

  private func prefixed(
    _ prefix: String, _ example: RuleExample, _ format: TextFormat, isReported: Bool = false
  ) -> Mutant {
    let count = UInt32(prefix.utf8.count)
    return Mutant(
      text: prefix + example.text, format: format,
      spans: example.spans.map { ByteRange($0.lower + count, $0.upper + count) },
      surroundings: isReported ? prefix : "")
  }

  /// The example as an editor wraps it at some widths, where a line then ends inside the words to be reported.
  private func wrapped(_ example: RuleExample, _ rule: RuleDefinition, _ format: TextFormat) -> [Mutant] {
    if example.text.contains("\n") || example.text.contains("  ") { return [] }
    var bytes = Array(example.text.utf8)
    if bytes.count < 90 {
      guard !rule.countsWords, let last = example.text.last, ".!?”".contains(last) else { return [] }
      bytes += Array(" Rain fell on the town all day, and hardly anybody came to the market.".utf8)
    }
    var mutants: [Mutant] = []
    var seen: Set<[UInt8]> = []
    for width in [45, 52, 60, 69] {
      let wrapped = Self.wrapped(bytes, width: width)
      let isInside = example.spans.contains { wrapped[$0.indices].contains(0x0A) }
      let text = String(decoding: wrapped, as: UTF8.self)
      guard isInside, seen.insert(wrapped).inserted, format == .text || text.isPlainInMarkdown else { continue }
      mutants.append(Mutant(text: text, format: format, spans: example.spans))
    }
    return mutants
  }

  /// The text with line feeds for the spaces at which lines of this many code points end.
  private static func wrapped(_ bytes: [UInt8], width: Int) -> [UInt8] {
    var result = bytes
    var column = 0
    var lastSpace: Int?
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if column >= width, let space = lastSpace {
        result[space] = 0x0A
        column = String(decoding: bytes[(space + 1)..<index], as: UTF8.self).unicodeScalars.count
        lastSpace = nil
      }
      if byte == 0x20 { lastSpace = index }
      column += 1
    }
    return result
  }
}

extension RuleExample {
  /// The example with each stretch between marks changed by itself.
  func mapped(_ change: (String) throws -> String) rethrows -> RuleExample {
    let source = SourceText(text)
    var result = ""
    var spans: [ByteRange] = []
    var next: UInt32 = 0
    for span in self.spans {
      result += try change(source.string(in: ByteRange(next, span.lower)))
      let lower = result.utf8.count
      result += try change(source.string(in: span))
      spans.append(ByteRange(lower, result.utf8.count))
      next = span.upper
    }
    result += try change(source.string(in: ByteRange(next, UInt32(source.count))))
    return RuleExample(text: result, spans: spans, fixed: nil, line: line)
  }

  /// The example with a carriage return before every line feed.
  var withCarriageReturns: RuleExample { mapped { $0.replacing("\n", with: "\r\n") } }
}

extension String {
  /// True when nothing in the text is markup in Markdown.
  fileprivate var isPlainInMarkdown: Bool {
    if contains("www.") || contains("http") || contains("  ") { return false }
    if utf8.contains(where: { "*_[]<>{}&\\`#|~^$=@\t".utf8.contains($0) }) { return false }
    return split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { line in
      line.isEmpty || line.utf8.first.map { !"0123456789-+ .:".utf8.contains($0) } ?? true
    }
  }
}

extension RuleDefinition {
  /// True for rules about the whole document: other words in it change what they say.
  var countsWords: Bool {
    switch kind {
    case .density, .metric: true
    case .pattern, .regex, .swap, .repetition, .consistency, .check: false
    }
  }

  /// True for rules with regular expressions, which read the letters as they are written; patterns fold them.
  var readsLetters: Bool {
    switch kind {
    case .regex: true
    case .pattern(let patterns): patterns.contains { $0.text.contains("/") }
    case .swap, .density, .metric, .repetition, .consistency, .check: false
    }
  }

  /// True for rules that look at code as well.
  var looksAtCode: Bool { !scope.excluded.contains(.code) }
}
