import CalqueText

extension MarkdownMasker {
  private static let maximumLabelLength = 200
  private static let maximumCitationLength = 500

  /// A footnote's definition or a comment in the form of a link definition, at the start of a line's content.
  mutating func definition() {
    if view[index + 1] == .caret {
      if let end = labelEnd(from: index), view[end] == .colon { footnoteDefinition(end + 1) }
    } else {
      linkComment()
    }
  }

  /// `[^1]` inside a line.
  mutating func footnoteReference() {
    guard let end = labelEnd(from: index) else {
      index += 2
      return
    }
    put(.cut, index, end)
  }

  /// The offset after the label `[^…]` at an offset.
  private func labelEnd(from lower: Int) -> Int? {
    let limit = min(view.count, lower + MarkdownMasker.maximumLabelLength)
    var end = lower + 2
    while end < limit {
      switch view[end] {
      case .rightBracket: return end > lower + 2 ? end + 1 : nil
      case .leftBracket, .caret, .backtick: return nil
      case let byte where byte.isSpace: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// Makes a list item of a footnote: `[^1]: text` becomes `-⇥,,, text`.
  ///
  /// The tab sets the item's content four columns in, which is where the further paragraphs of a footnote stand.
  private mutating func footnoteDefinition(_ upper: Int) {
    let lower = index
    put(.footnote, lower + 2, upper)
    copy[lower] = .hyphen
    copy[lower + 1] = .tab
    hasFootnotes = true
  }

  /// `[//]: # (calque-…)`, a link definition that serves as a comment.
  private mutating func linkComment() {
    let end = view.lineEnd(from: index)
    guard let close = view.find("]:", from: index, to: min(end, index + MarkdownMasker.maximumLabelLength)) else {
      return
    }
    var start = view.skipBlanks(from: close + 2, to: end)
    if view[start] == .hash {
      start += 1
    } else if view.has("<>", at: start) {
      start += 2
    } else {
      return
    }
    start = view.skipBlanks(from: start, to: end)
    let last = view.trimBlanks(from: start, to: end) - 1
    guard last > start else { return }
    switch (view[start], view[last]) {
    case (.leftParenthesis, .rightParenthesis), (.quote, .quote), (.apostrophe, .apostrophe): break
    default: return
    }
    let outcome = DirectiveParser.parse(
      ByteRange(index, last + 1), content: ByteRange(start + 1, last), in: view)
    if case .other = outcome { return }
    outcomes.append(outcome)
    eraseLine()
  }

  /// A citation of Quarto, `[@doe99, p. 3]`.
  mutating func citation() {
    let lower = index
    index += 1
    let first = view[index] == .hyphen ? index + 1 : index
    guard view[first] == .at else { return }
    let limit = min(view.count, lower + MarkdownMasker.maximumCitationLength)
    var end = first
    while end < limit, view[end] != .rightBracket, view[end] != .leftBracket, !view[end].isLineEnd { end += 1 }
    if view[end] == .rightBracket { put(.cut, lower, end + 1) }
  }
}
