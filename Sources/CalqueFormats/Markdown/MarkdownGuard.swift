/// Breaks markup in md4c's input that would cost md4c 0.4.8 more than linear time.
///
/// Measured causes, each with its bound here:
///
/// - The lines of a paragraph are walked for each closing bracket (`"[x]\n"` repeated: time grows with lines × brackets).
/// - Strikethrough marks are matched against all other marks (`"~!**_"` repeated).
/// - Blank lines walk all open list items (`"1. "` repeated, then line feeds): nesting is limited to what fits in 100
///   columns.
/// - Short rows of a table are filled up with cells: a table may not have many more cells than bytes.
/// - The address and title of a link definition are walked for each use.
///
/// Markup in ordinary texts, however long, stays far below these bounds. What is broken is no longer markup and shows up
/// as text; the document is written from the source, which stays as it is.
struct MarkdownGuard {
  /// Tables up to this width are not looked at.
  private static let smallTable = 8
  /// Cells that a table may have for each byte of its paragraph, and whatever its size.
  private static let cellsPerByte = 4
  private static let freeCells = 10_000
  private static let maximumDepthColumns = 100
  /// Steps that a text may cost whatever its size.
  private static let freeSteps = 100_000_000
  /// Steps that a paragraph may cost for each of its bytes.
  private static let stepsPerByte = 64
  /// Steps that a paragraph may cost whatever its size.
  private static let freeStepsPerParagraph = 200_000
  private static let maximumDefinitionLength = 4096

  private let copy: UnsafeMutablePointer<UInt8>
  private let view: ByteView

  /// A guard over md4c's input, which is changed in place.
  init(copy: UnsafeMutablePointer<UInt8>, count: Int) {
    self.copy = copy
    view = ByteView(base: UnsafePointer(copy), count: count)
  }

  /// Breaks what is too costly from an offset on.
  ///
  /// - Complexity: O(*n*) in bytes.
  func neutralize(from start: Int) {
    limitNesting(from: start)
    let tally = Tally(copy + start, count: view.count - start)
    if tally.lines * tally.brackets > MarkdownGuard.freeSteps { limitBrackets(from: start) }
    if tally.tildes * tally.emphasis > MarkdownGuard.freeSteps { limitTildes(from: start) }
    limitDefinitions(from: start, brackets: tally.brackets)
  }

  /// Numbers of costly bytes.
  struct Tally {
    var lines = 0
    /// Opening and closing ones.
    var brackets = 0
    var tildes = 0
    /// Marks of emphasis and strikethrough.
    var emphasis = 0

    /// Counts bytes.
    init(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) {
      // Eight-bit counters over short stretches let the compiler use vector instructions.
      var start = 0
      while start < count {
        let end = min(count, start + 128)
        var ends: UInt8 = 0
        var brackets: UInt8 = 0
        var tildes: UInt8 = 0
        var stars: UInt8 = 0
        for index in start..<end {
          let byte = bytes[index]
          ends &+= (byte == .lineFeed ? 1 : 0) &+ (byte == .carriageReturn ? 1 : 0)
          brackets &+= (byte == .leftBracket ? 1 : 0) &+ (byte == .rightBracket ? 1 : 0)
          tildes &+= byte == .tilde ? 1 : 0
          stars &+= (byte == .asterisk ? 1 : 0) &+ (byte == .underscore ? 1 : 0)
        }
        lines += Int(ends)
        self.brackets += Int(brackets)
        self.tildes += Int(tildes)
        emphasis += Int(stars) + Int(tildes)
        start = end
      }
    }
  }

  // MARK: Nesting and tables

  private func limitNesting(from start: Int) {
    var run = Run()
    var line = start
    while line < view.count {
      let first = view.base[line]
      if !(first.isLetter || first >= 0x80) { limitLine(line, &run) }
      line = view.afterLineEnd(view.lineEnd(from: line))
    }
  }

  /// Lines without a blank line between them, for one question after the other.
  private struct Run {
    var blankLine = BlankLineSearch()
    var end = -1
    var bytes = 0
    var lines = 0
  }

  private func limitLine(_ start: Int, _ run: inout Run) {
    var index = start
    var columns = 0
    while index < view.count, columns <= MarkdownGuard.maximumDepthColumns, isMarker(view.base[index]) {
      columns += view.base[index] == .tab ? 4 : 1
      index += 1
    }
    if columns > MarkdownGuard.maximumDepthColumns {
      breakMarkers(from: start, after: index)
    } else if view[index] == .pipe || view[index] == .colon || index > start {
      limitColumns(start, &run)
    }
  }

  private func isMarker(_ byte: UInt8) -> Bool {
    switch byte {
    case .tab, .space, .greater, .hyphen, .asterisk, .plus, .fullStop, .rightParenthesis: true
    default: byte.isDigit
    }
  }

  /// Breaks the markers of containers beyond the limit, unless the line is a thematic break or an underline.
  private func breakMarkers(from start: Int, after limit: Int) {
    let lineEnd = view.lineEnd(from: limit)
    var mark: UInt8 = 0
    var isRuler = true
    for index in start..<lineEnd where !view.base[index].isBlank {
      if mark == 0 { mark = view.base[index] }
      if view.base[index] != mark || mark == .greater {
        isRuler = false
        break
      }
    }
    if isRuler { return }
    var index = limit - 1
    while index < lineEnd, isMarker(view.base[index]) {
      let byte = view.base[index]
      if !byte.isBlank, !byte.isDigit { copy[index] = .comma }
      index += 1
    }
  }

  /// Breaks the line under a table's head when the table would have too many cells.
  private func limitColumns(_ start: Int, _ run: inout Run) {
    var pipes = 0
    var dash = -1
    var index = start
    scan: while index < view.count {
      switch view.base[index] {
      case .pipe: pipes += 1
      case .hyphen: if dash < 0 { dash = index }
      case .colon, .space, .tab, .greater: break
      case .lineFeed, .carriageReturn: break scan
      default: return
      }
      index += 1
    }
    guard pipes > MarkdownGuard.smallTable, dash >= 0 else { return }
    if run.end < start {
      run.end = run.blankLine.next(from: start, in: view)
      run.bytes = run.end - start
      run.lines = Tally(copy + start, count: run.bytes).lines
    }
    if pipes * run.lines > run.bytes * MarkdownGuard.cellsPerByte + MarkdownGuard.freeCells { copy[dash] = .comma }
  }

  // MARK: Paragraphs

  /// Breaks the brackets of paragraphs that have too many of them on too many lines.
  ///
  /// Lists and tables are long without blank lines, but each of their items and rows is a paragraph of its own for md4c.
  /// Where they start and end can only be guessed without a parser; the total that rests on the guess is bounded too.
  private func limitBrackets(from start: Int) {
    var trust = 20 * MarkdownGuard.freeSteps
    var index = start
    var blankLine = BlankLineSearch()
    while index < view.count {
      let end = view.afterLineEnd(blankLine.next(from: index, in: view))
      let run = index..<max(index + 1, end)
      index = run.upperBound
      let cost = cost(ofBracketsIn: run)
      if cost <= allowance(run) { continue }
      trust -= cost
      var paragraphs = ParagraphScanner(view: view, in: run)
      while let paragraph = trust < 0 ? run : paragraphs.next() {
        if self.cost(ofBracketsIn: paragraph) > allowance(paragraph) {
          for index in paragraph where copy[index] == .leftBracket { copy[index] = .comma }
        }
        if trust < 0 { break }
      }
    }
  }

  private func cost(ofBracketsIn range: Range<Int>) -> Int {
    let tally = Tally(copy + range.lowerBound, count: range.count)
    return tally.lines * tally.brackets
  }

  /// Breaks the strikethrough marks of paragraphs that have too many of them.
  private func limitTildes(from start: Int) {
    var index = start
    var blankLine = BlankLineSearch()
    while index < view.count {
      let end = view.afterLineEnd(blankLine.next(from: index, in: view))
      let run = index..<max(index + 1, end)
      index = run.upperBound
      let tally = Tally(copy + run.lowerBound, count: run.count)
      if tally.tildes * tally.emphasis <= allowance(run) { continue }
      for index in run where copy[index] == .tilde { copy[index] = .comma }
    }
  }

  private func allowance(_ paragraph: Range<Int>) -> Int {
    max(MarkdownGuard.freeStepsPerParagraph, paragraph.count * MarkdownGuard.stepsPerByte)
  }

  // MARK: Link definitions

  /// Breaks link definitions that are long and may be used often.
  ///
  /// Images as `data:` addresses stand in definitions of megabytes; they are used once and pass.
  private func limitDefinitions(from start: Int, brackets: Int) {
    let maximum = max(MarkdownGuard.maximumDefinitionLength, 10 * MarkdownGuard.freeSteps / max(1, brackets))
    guard view.count - start > maximum else { return }
    var blankLine = BlankLineSearch()
    var index = start
    while let found = view.find("]:", from: index, to: view.count) {
      if length(ofDefinitionAt: found, &blankLine) > maximum { copy[found + 1] = .comma }
      // Another one on the same line belongs to the first.
      index = view.lineEnd(from: found)
    }
  }

  /// Length of the address and title after `]:`.
  private func length(ofDefinitionAt offset: Int, _ blankLine: inout BlankLineSearch) -> Int {
    var end = offset + 2
    // The address may stand on the next line.
    if view.isBlankToLineEnd(from: end) { end = view.afterLineEnd(view.lineEnd(from: end)) }
    end = view.lineEnd(from: view.skipBlanks(from: end, to: view.count))
    var title = view.findAny(.quote, .apostrophe, .leftParenthesis, from: offset, to: end)
    if title == end { title = view.skipBlanks(from: view.afterLineEnd(end), to: view.count) }
    let quote = view[title]
    guard quote == .quote || quote == .apostrophe || quote == .leftParenthesis else { return end - offset }
    // A title that does not end soon is taken to go on to the end of the paragraph.
    let near = min(view.count, title + MarkdownGuard.maximumDefinitionLength)
    if let close = view.find(quote == .leftParenthesis ? .rightParenthesis : quote, from: title + 1, to: near) {
      return max(end, close) - offset
    }
    return blankLine.next(from: offset, in: view) - offset
  }
}
