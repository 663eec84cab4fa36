import CalqueDocument
import CalqueText

/// Reads the prose of a piece of HTML that stands in another format.
///
/// Text is taken where it stands in block elements; the elements around it give the scope (`<td>` a table cell, `<li>` a
/// list item, `<h2>` a heading, `<figcaption>` a caption). What scripts, styles, `<pre>` and embedded media hold is left
/// out, code inside a sentence becomes a placeholder, inline tags vanish, comments may switch rules. There is no tree: an
/// element that is never closed is open until the fragment ends.
struct HTMLFragmentReader {
  private struct OpenElement {
    let name: String
    /// Its own scope and those of the elements around it.
    let scope: Scope
    /// The level of the heading that it is or stands in; 0 outside.
    let level: UInt8
  }

  private static let maximumDepth = 64

  /// The lines of the fragment, without line ends and without marks of the format around it.
  private let lines: [ByteRange]
  /// The scope of what is around the fragment.
  private let container: Scope
  private var line = 0
  private var index = 0
  private var open: [OpenElement] = []
  private var closingTags = ClosingTagSearch()

  /// A reader of some lines.
  init(lines: [ByteRange], container: Scope) {
    self.lines = lines
    self.container = container
  }

  /// Writes the prose of the fragment.
  mutating func read(into writer: inout ProseWriter) {
    guard let first = lines.first, let last = lines.last else { return }
    let view = writer.view
    let end = Int(last.upper)
    index = Int(first.lower)
    setScope(of: &writer)
    while line < lines.count {
      let upper = Int(lines[line].upper)
      if index >= upper {
        nextLine(&writer)
        continue
      }
      let mark = view.find(.less, from: index, to: upper) ?? upper
      if index < mark { writer.textWithEntities(index, mark) }
      index = mark
      if mark < upper { markup(at: mark, end: end, &writer) }
    }
    writer.endBlock()
    writer.defaultLevel = 0
  }

  private mutating func nextLine(_ writer: inout ProseWriter) {
    line += 1
    guard line < lines.count else { return }
    if !writer.isBlockEmpty { writer.lineBreak(after: index) }
    index = Int(lines[line].lower)
  }

  /// Goes on at an offset after the current one.
  private mutating func move(to offset: Int) {
    while line < lines.count, Int(lines[line].upper) < offset { line += 1 }
    index = line < lines.count ? max(offset, Int(lines[line].lower)) : offset
  }

  private mutating func markup(at lower: Int, end: Int, _ writer: inout ProseWriter) {
    let view = writer.view
    if view.has("<!--", at: lower) {
      let upper = view.find("-->", from: lower + 4, to: end).map { $0 + 3 } ?? end
      writer.comment(lower, upper)
      return move(to: upper)
    }
    if view[lower + 1] == .exclamation || view[lower + 1] == .question {
      let upper = view.find(.greater, from: lower + 2, to: end).map { $0 + 1 } ?? end
      writer.cut(to: upper)
      return move(to: upper)
    }
    let first = view[lower + 1] == .slash ? view[lower + 2] : view[lower + 1]
    guard first.isLetter, let tag = HTMLTag(in: view, at: lower, to: tagEnd(in: view, from: lower, to: end)) else {
      writer.text(lower, lower + 1)
      index = lower + 1
      return
    }
    handle(tag, end: end, &writer)
  }

  private mutating func handle(_ tag: HTMLTag, end: Int, _ writer: inout ProseWriter) {
    var upper = tag.upper
    switch tag.element {
    case .inline: writer.cut(to: upper)
    case .lineBreak: writer.space(tag.lower, upper)
    case .image: writer.write(image: tag)
    case .rule:
      writer.endBlock()
      writer.cut(to: upper)
    case .code:
      if !tag.isClosing, let close = closingTags.end(of: tag.name, from: upper, to: end, in: writer.view) {
        upper = close
        writer.placeholder(tag.lower, upper)
      } else {
        writer.cut(to: upper)
      }
    case .skipped:
      if !tag.isClosing, !tag.isSelfClosing {
        upper = closingTags.end(of: tag.name, from: upper, to: end, in: writer.view) ?? end
      }
      writer.endBlock()
      writer.cut(to: upper)
    case .block(let scope, let level):
      writer.endBlock()
      writer.cut(to: upper)
      if tag.isClosing {
        if let match = open.lastIndex(where: { $0.name == tag.name }) { open.removeSubrange(match...) }
      } else if !tag.isSelfClosing, open.count < HTMLFragmentReader.maximumDepth {
        let outer = open.last
        open.append(
          OpenElement(
            name: tag.name, scope: scope.union(outer?.scope ?? container), level: level > 0 ? level : outer?.level ?? 0)
        )
      }
      setScope(of: &writer)
    }
    move(to: upper)
  }

  private func setScope(of writer: inout ProseWriter) {
    var scope = open.last?.scope ?? container
    // Cells, headings and captions are kinds of their own; other text is a paragraph, also inside a list item.
    if scope.isDisjoint(with: [.tableCell, .heading, .caption]) { scope.insert(.paragraph) }
    writer.defaultScope = scope
    writer.defaultLevel = open.last?.level ?? 0
  }

  /// The offset after the `>` of a tag; `>` inside quotation marks does not count.
  private func tagEnd(in view: ByteView, from lower: Int, to end: Int) -> Int {
    var index = lower + 1
    var quote: UInt8 = 0
    while index < end {
      let byte = view[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == .greater {
        return index + 1
      } else if byte == .quote || byte == .apostrophe {
        quote = byte
      }
      index += 1
    }
    return end
  }
}
