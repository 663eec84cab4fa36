extension MarkdownMasker {
  private static let maximumTemplateLength = 4096
  private static let maximumAttributeLength = 500

  /// Templates between pairs of tags whose content is no prose.
  private static let opaqueTemplates: [(name: StaticString, end: StaticString)] = [
    ("highlight", "endhighlight"), ("comment", "endcomment"), ("highlight", "/highlight"), ("mermaid", "/mermaid"),
    ("math", "/math"),
  ]

  /// A template, an attribute list or, in MDX, an expression.
  mutating func brace() {
    if variant == .mdx { return expression() }
    if attributes() { return }
    switch view[index + 1] {
    case .leftBrace: template()
    case .percent: statement()
    case .hash: templateComment()
    default: index += 1
    }
  }

  /// `{# comment #}`.
  private mutating func templateComment() {
    let end = templateCommentEnd.next(from: index + 2, in: view)
    if isTemplate(upTo: end) { putOrBlank(.cut, index, end + 2) } else { index += 2 }
  }

  /// True when the template at the current place may end at an offset: near, and in the same paragraph.
  private mutating func isTemplate(upTo end: Int) -> Bool {
    end < view.count && end - index <= MarkdownMasker.maximumTemplateLength
      && blankLine.next(from: index, in: view) > end
  }

  /// `{{ output }}`, `{{< shortcode >}}`, `{{% shortcode %}}`, `{{#if x}}`.
  private mutating func template() {
    let lower = index
    var upper = templateEnd.next(from: index + 2, in: view)
    guard isTemplate(upTo: upper) else {
      index += 2
      return
    }
    upper += 2
    while view[upper] == .rightBrace { upper += 1 }
    var name = lower + 2
    while view[name] == .leftBrace || view[name] == .hyphen || view[name] == .tilde || view[name].isBlank { name += 1 }
    switch view[name] {
    case .less, .percent:
      name = view.skipBlanks(from: name + 1, to: upper)
      putStatement(lower, opaqueEnd(name, upper) ?? upper)
    case .slash, .exclamation, .hash, .asterisk, .greater: putStatement(lower, upper)
    default:
      let isParagraph = isAlone(lower, upper) && isBetweenBlankLines(lower, upper)
      if isParagraph { putOrBlank(.placeholder, lower, upper) } else { put(.placeholder, lower, upper) }
    }
  }

  /// `{% statement %}`.
  private mutating func statement() {
    let lower = index
    let end = statementEnd.next(from: index + 2, in: view)
    guard isTemplate(upTo: end) else {
      index += 2
      return
    }
    var name = lower + 2
    while view[name] == .hyphen || view[name].isBlank { name += 1 }
    putStatement(lower, opaqueEnd(name, end + 2) ?? end + 2)
  }

  private mutating func putStatement(_ lower: Int, _ upper: Int) {
    // An opaque template goes over many lines; blank lines inside would end a mask for md4c.
    if isAlone(lower, upper) || view.find(.lineFeed, from: lower, to: upper) != nil {
      fill(lower, upper, with: .space)
      index = upper
    } else {
      put(.cut, lower, upper)
    }
  }

  /// The offset after the closing tag of a template whose content is no prose.
  private func opaqueEnd(_ name: Int, _ upper: Int) -> Int? {
    let limit = min(view.count, upper + 16 * MarkdownMasker.maximumTemplateLength)
    for template in MarkdownMasker.opaqueTemplates
    where view.has(template.name, at: name) && !view[name + template.name.utf8CodeUnitCount].isAlphanumeric {
      guard let end = view.find(template.end, from: upper, to: limit) else { continue }
      return view.find(.rightBrace, from: end, to: view.lineEnd(from: end)).map { close in
        var after = close
        while view[after] == .rightBrace { after += 1 }
        return after
      }
    }
    return nil
  }

  private func isBetweenBlankLines(_ lower: Int, _ upper: Int) -> Bool {
    let end = view.lineEnd(from: upper)
    let isBeforeBlank = end == view.count || view.isBlankToLineEnd(from: view.afterLineEnd(end))
    var start = lower
    while start > 0, !view[start - 1].isLineEnd { start -= 1 }
    if start == 0 { return isBeforeBlank }
    let before =
      start >= 2 && view[start - 1] == .lineFeed && view[start - 2] == .carriageReturn ? start - 2 : start - 1
    return isBeforeBlank && view.isBlankToLineStart(from: before)
  }

  /// `{#id .class key=value}` after a heading or a span, or on a line of its own.
  private mutating func attributes() -> Bool {
    let lower = index
    let first = view[lower + 1]
    guard first == .hash || first == .fullStop || first == .colon || first.isLetter else { return false }
    let limit = min(view.count, lower + MarkdownMasker.maximumAttributeLength)
    var hasValue = false
    var end = lower + 1
    while end < limit, view[end] != .rightBrace {
      if view[end] == .leftBrace || view[end].isLineEnd { return false }
      if view[end] == .equals { hasValue = true }
      end += 1
    }
    guard end < limit, hasValue || !first.isLetter else { return false }
    switch view[lower - 1] {
    case .rightBracket, .rightParenthesis, .backtick, .asterisk, .underscore, .quote: put(.cut, lower, end + 1)
    case let before where before.isBlank || lower == contentStart:
      guard view.isBlankToLineEnd(from: end + 1) else { return false }
      putOrBlank(.cut, lower, end + 1)
    default: return false
    }
    return true
  }
}
