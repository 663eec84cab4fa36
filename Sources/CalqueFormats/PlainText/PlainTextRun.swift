/// Lines of plain text without a blank line between them.
///
/// A column is a code point; Chinese, Japanese and Korean characters take two.
///
/// Where a block starts is decided between each line and the next:
///
/// 1. A quoted line (`> `) and one that is not belong to different blocks.
/// 2. A list marker starts an item when the run starts with it, after another item, or after a line that ends like a
///    sentence; elsewhere it is a hyphen or a number that the wrapping put at the start of a line.
/// 3. Rows of a table (words set apart by three spaces or a tab, in at least two lines) stay lines of their own.
/// 4. When a line is longer than 120 columns, or when all lines end like a sentence, nobody has wrapped the text: each
///    line is a paragraph.
/// 5. Lines of fewer than 30 columns (addresses, verses, credits) stay apart unless the next one starts with a small
///    letter.
/// 6. A line that is indented more than the one before starts a paragraph.
/// 7. An editor breaks a line where the next word does not fit into the width of the text. Where it would have fitted, the
///    break was meant if the line is shorter than three quarters of the width and ends like a sentence, or is shorter than
///    three fifths and the next line starts with no small letter.
/// 8. Else the break is white space.
///
/// A block of a single line, of at most 80 columns and 14 words, that ends without punctuation and starts with no
/// small letter is a heading when something longer follows it; a dateline is not. So is a line under which stands a row of
/// `=` or `-`.
struct PlainTextRun {
  /// A block: some lines in a row.
  struct Block {
    let lines: Range<Int>
    let isHeading: Bool
  }

  private static let longLine = 120
  private static let shortLine = 30
  private static let headingWidth = 80
  private static let headingWords = 14

  /// The lines.
  var lines: [PlainTextLine] = []
  /// The level of the heading that a row of signs under the only line makes of it.
  var underline: UInt8?

  /// The blocks of the run.
  ///
  /// List markers that start no item become part of the words.
  ///
  /// - Parameter next: the run after this one.
  mutating func blocks(_ view: ByteView, before next: PlainTextRun?) -> [Block] {
    guard !lines.isEmpty else { return [] }
    settleMarkers(view)
    let width = lines.reduce(0) { max($0, $1.width) }
    let isTable = lines.reduce(0) { $0 + ($1.hasColumns ? 1 : 0) } >= 2
    let isLineByLine = width > PlainTextRun.longLine || lines.allSatisfy { $0.endsSentence(view) }
    var blocks: [Block] = []
    var start = 0
    for index in lines.indices {
      let isLast = index == lines.count - 1
      if !isLast, !startsBlock(index + 1, view, width, isTable: isTable, isLineByLine: isLineByLine) { continue }
      let isHeading =
        start == index && (underline != nil || isHeading(index, view, isFirst: blocks.isEmpty, before: next))
      blocks.append(Block(lines: start..<index + 1, isHeading: isHeading))
      start = index + 1
    }
    return blocks
  }

  private mutating func settleMarkers(_ view: ByteView) {
    var isInList = false
    for index in lines.indices {
      guard case .item = lines[index].kind else { continue }
      let startsItem =
        index == 0 || isInList || lines[index - 1].endsSentence(view)
        || lines[index - 1].isQuoted != lines[index].isQuoted
      if startsItem { isInList = true } else { lines[index] = lines[index].withoutMarker(view) }
    }
  }

  /// True when a line starts a block.
  private func startsBlock(_ index: Int, _ view: ByteView, _ width: Int, isTable: Bool, isLineByLine: Bool) -> Bool {
    let line = lines[index - 1]
    let next = lines[index]
    if next.isQuoted != line.isQuoted || isItem(next) { return true }
    if isTable, line.hasColumns || next.hasColumns { return true }
    let isItem = isItem(line)
    if isLineByLine { return !(isItem && next.indent > line.indent && width <= PlainTextRun.longLine) }
    let startsSmall = next.startsSmall(view)
    if width < PlainTextRun.shortLine { return !startsSmall }
    if !isItem, next.indent > line.indent { return true }
    if line.width + 1 + next.firstWordWidth(view) > width { return false }
    if line.width * 4 < width * 3, line.endsSentence(view) { return true }
    return line.width * 5 < width * 3 && !startsSmall
  }

  private func isItem(_ line: PlainTextLine) -> Bool {
    if case .item = line.kind { return true }
    return false
  }

  private func isHeading(_ index: Int, _ view: ByteView, isFirst: Bool, before next: PlainTextRun?) -> Bool {
    let line = lines[index]
    guard line.kind == .text, !line.isQuoted, !line.hasColumns, line.width <= PlainTextRun.headingWidth else {
      return false
    }
    // A line alone in its run, or the first of a run whose next line is much longer.
    if lines.count == 1 {
      guard let next, let after = next.lines.first, after.width > line.width || next.lines.count > 1 else {
        return false
      }
    } else {
      guard isFirst, lines[index + 1].width * 3 >= line.width * 5 else { return false }
    }
    if line.endsInPunctuation(view) || line.startsSmall(view) || line.isDateline(view) { return false }
    var words = 1
    for offset in line.lower..<line.upper where view.base[offset] == .space { words += 1 }
    return words <= PlainTextRun.headingWords
  }
}
