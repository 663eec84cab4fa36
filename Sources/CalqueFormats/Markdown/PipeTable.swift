import CalqueDocument

/// A table of pipes, with the line under its head.
///
/// md4c 0.4.8 reads most tables itself. It misses those with fewer than three dashes for a column and those that follow the
/// lines of a paragraph directly, which GitHub accepts; for these the reader cuts the paragraph's text at the pipes.
struct PipeTable {
  /// The start of the head's line.
  let lower: Int
  /// The line under the head, without indentation.
  let rule: Range<Int>
  /// The end of the last line with a pipe.
  let upper: Int

  /// The tables of a text, in order.
  ///
  /// - Complexity: O(*n*) in bytes.
  static func all(in view: ByteView, from start: Int) -> [PipeTable] {
    var tables: [PipeTable] = []
    var head: Range<Int>?
    var index = start
    while let pipe = view.find(.pipe, from: index, to: view.count) {
      var line = pipe
      while line > index, !view[line - 1].isLineEnd { line -= 1 }
      let end = view.lineEnd(from: pipe)
      let content = skipMarks(view, line, end)..<end
      if let above = head, view.afterLineEnd(above.upperBound) == line, isRule(view, content),
        columns(view, above) == columns(view, content)
      {
        let upper = lastRow(view, end)
        tables.append(PipeTable(lower: above.lowerBound, rule: content, upper: upper))
        head = nil
        index = view.afterLineEnd(upper)
      } else {
        head = line..<end
        index = view.afterLineEnd(end)
      }
    }
    return tables
  }

  private static func skipMarks(_ view: ByteView, _ lower: Int, _ upper: Int) -> Int {
    var index = lower
    while index < upper, view[index].isBlank || view[index] == .greater { index += 1 }
    return index
  }

  private static func isRule(_ view: ByteView, _ line: Range<Int>) -> Bool {
    // A hyphen and a space would be a list item.
    if view[line.lowerBound] == .hyphen, view[line.lowerBound + 1].isBlank { return false }
    var hasDash = false
    for index in line {
      switch view.base[index] {
      case .hyphen: hasDash = true
      case .pipe, .colon, .space, .tab: break
      default: return false
      }
    }
    return hasDash
  }

  private static func columns(_ view: ByteView, _ line: Range<Int>) -> Int {
    let lower = skipMarks(view, line.lowerBound, line.upperBound)
    let upper = view.trimBlanks(from: lower, to: line.upperBound)
    var pipes = 0
    for index in lower..<upper where view.base[index] == .pipe && view[index - 1] != .backslash { pipes += 1 }
    if view[lower] == .pipe { pipes -= 1 }
    if upper > lower + 1, view[upper - 1] == .pipe, view[upper - 2] != .backslash { pipes -= 1 }
    return pipes + 1
  }

  private static func lastRow(_ view: ByteView, _ ruleEnd: Int) -> Int {
    var upper = ruleEnd
    var line = view.afterLineEnd(ruleEnd)
    while line < view.count {
      let end = view.lineEnd(from: line)
      guard view.find(.pipe, from: line, to: end) != nil else { break }
      upper = end
      line = view.afterLineEnd(end)
    }
    return upper
  }
}

extension MarkdownReader {
  /// The table at an offset; nil in the cells that md4c found itself.
  mutating func table(at offset: Int) -> PipeTable? {
    if isInCell { return nil }
    while nextTable < tables.count, tables[nextTable].upper <= offset { nextTable += 1 }
    guard nextTable < tables.count, tables[nextTable].lower <= offset else { return nil }
    return tables[nextTable]
  }

  /// Writes a stretch of a row, each cell as a block.
  mutating func cells(of table: PipeTable, _ lower: Int, _ upper: Int) {
    if table.rule.contains(lower) { return writer.cut(to: upper) }
    if writer.isBlockEmpty { writer.endBlock() }
    setRow(true)
    var start = lower
    while let pipe = view.find(.pipe, from: start, to: upper) {
      if start < pipe { bracketed(start, pipe) }
      writer.endBlock()
      writer.cut(to: pipe + 1)
      start = pipe + 1
    }
    if start < upper { bracketed(start, upper) }
  }

  /// Makes blocks that open by themselves cells or paragraphs.
  mutating func setRow(_ isRow: Bool) {
    if isRow == isInRow { return }
    isInRow = isRow
    writer.defaultScope = container.union(isRow ? .tableCell : .paragraph)
  }
}
