/// Splits Markdown into stretches no smaller than its paragraphs.
///
/// A stretch ends before a heading or a list item, and after each row of a table. Where it is in doubt, the stretch goes
/// on, so that each paragraph of md4c lies inside one stretch.
struct ParagraphScanner {
  private struct Item {
    let indent: Int
    let contentIndent: Int
    let mark: UInt8
  }

  private let view: ByteView
  private let end: Int
  private var line: Int
  private var items: [Item] = []
  private var isInTable = false

  /// A scanner of whole lines.
  init(view: ByteView, in range: Range<Int>) {
    self.view = view
    line = range.lowerBound
    end = range.upperBound
  }

  /// The next stretch.
  mutating func next() -> Range<Int>? {
    guard line < end else { return nil }
    let start = line
    var lines = 0
    var mayBeTable = false
    while line < end {
      let lineEnd = view.lineEnd(from: line)
      let content = view.skipBlanks(from: line, to: lineEnd)
      let startsBlock = startsBlock(line, content, isFirst: lines == 0)
      if !isRow(content) { isInTable = false }
      if lines > 0, startsBlock || isInTable { break }
      if lines == 0 { mayBeTable = !startsBlock && isRow(content) }
      if lines == 1, mayBeTable, isTableRule(content, lineEnd) { isInTable = true }
      line = view.afterLineEnd(lineEnd)
      lines += 1
      if isInTable { break }
    }
    return start..<max(line, start + 1)
  }

  /// True when a line may be a row of a table; whatever may start or end another block is none.
  private func isRow(_ content: Int) -> Bool {
    let first = view[content]
    return first == .pipe || first == .leftBracket || first.isLetter || first >= 0x80
  }

  /// True when a heading or a list item starts on a line whatever stands before it.
  private mutating func startsBlock(_ line: Int, _ content: Int, isFirst: Bool) -> Bool {
    var indent = 0
    for index in line..<content { indent += view.base[index] == .tab ? 4 - indent % 4 : 1 }
    let mark = view[content]
    guard let length = view.listMarkerLength(at: content), !view.isBlankToLineEnd(from: content + length) else {
      while let top = items.last, top.contentIndent > indent { items.removeLast() }
      return mark == .hash && indent <= 3 && view[content + 1].isBlank
    }
    while let top = items.last, top.contentIndent > indent, top.indent != indent { items.removeLast() }
    let isBrother = items.last.map { $0.indent == indent } ?? false
    if !isBrother, indent - (items.last?.contentIndent ?? 0) > 3 { return false }
    let sign = mark.isDigit ? view[content + length - 1] : mark
    // An ordered list that does not start with 1 interrupts no paragraph.
    if mark.isDigit, !isFirst, !(isBrother && items.last?.mark == sign) {
      guard length == 2, mark == UInt8(ascii: "1") else { return false }
    }
    if isBrother { items.removeLast() }
    var blanks = 0
    while view[content + length + blanks] == .space { blanks += 1 }
    let padding = blanks == 0 || blanks > 4 ? 1 : blanks
    items.append(Item(indent: indent, contentIndent: indent + length + padding, mark: sign))
    return true
  }

  /// True for the line between the head and the body of a table.
  private func isTableRule(_ lower: Int, _ upper: Int) -> Bool {
    var hasPipe = false
    var dashes = 0
    for index in lower..<upper {
      switch view.base[index] {
      case .pipe: hasPipe = true
      case .hyphen: dashes += 1
      case .colon, .space, .tab: break
      default: return false
      }
    }
    return hasPipe && dashes >= 3
  }
}
