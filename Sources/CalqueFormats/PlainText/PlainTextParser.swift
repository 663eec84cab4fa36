import CalqueDocument
import CalqueText

/// Reads plain text.
///
/// A run of lines without a blank line is one paragraph that an editor has wrapped, or several paragraphs of a line each,
/// or a heading over a paragraph, or a list: see `PlainTextRun`. Comments that switch rules are cut out wherever they
/// stand; a line that holds nothing else does not count as a line.
struct PlainTextParser {
  /// The most lines that are looked at together.
  private static let maximumLines = 10_000

  private let view: ByteView
  private var writer: ProseWriter
  /// The run before the current one: what follows it decides whether it is a heading.
  private var waiting = PlainTextRun()
  private var current = PlainTextRun()

  /// Reads a text.
  ///
  /// - Parameter problem: why the text is read as plain text, when it is something else.
  static func parse(_ source: SourceText, _ view: ByteView, problem: InputProblem? = nil) -> ParsedDocument {
    var parser = PlainTextParser(view: view, writer: ProseWriter(source: source, view: view))
    if let problem { parser.writer.add(problem) }
    parser.findComments()
    parser.read(from: source.byteOrderMarkLength)
    return parser.writer.finish()
  }

  private init(view: ByteView, writer: ProseWriter) {
    self.view = view
    self.writer = writer
  }

  private mutating func findComments() {
    var index = 0
    var commentEnd = ForwardSearch("-->")
    while let lower = view.find("<!--", from: index, to: view.count) {
      index = lower + 4
      var word = index
      while view[word].isSpace { word += 1 }
      guard view.has("calque-", at: word) else {
        index = word
        continue
      }
      let end = commentEnd.next(from: word, in: view)
      guard end < view.count else { return }
      index = end + 3
      let outcome = DirectiveParser.parseHTML(lower, index, in: view)
      if case .other = outcome { continue }
      writer.add(outcome)
      writer.masks.append(Mask(lower: lower, upper: index, kind: .cut))
    }
  }

  private mutating func read(from start: Int) {
    var index = start
    var mask = 0
    while index < view.count {
      var end = view.lineEnd(from: index)
      var lower = index
      var upper = end
      var hasComment = false
      // Comments at either edge of the line, or over its end, do not belong to its words.
      while mask < writer.masks.count, writer.masks[mask].lower < end {
        let comment = writer.masks[mask]
        hasComment = true
        if isBlank(lower, min(comment.lower, upper)) { lower = max(lower, comment.upper) }
        if comment.upper > end {
          upper = max(lower, min(upper, comment.lower))
          end = view.lineEnd(from: comment.upper)
          if lower >= comment.upper { upper = end }
        }
        mask += 1
      }
      index = view.afterLineEnd(end)
      let line = PlainTextLine(view, from: min(lower, upper), to: upper)
      if line.lower < line.upper {
        add(line)
      } else if !hasComment {
        endRun()
      }
    }
    endRun()
    write(waiting, before: nil)
  }

  private func isBlank(_ lower: Int, _ upper: Int) -> Bool {
    var index = lower
    while index < upper, view[index].isSpace { index += 1 }
    return index >= upper
  }

  private mutating func add(_ line: PlainTextLine) {
    if case .ruler(let sign) = line.kind {
      // A row of signs right under a line alone makes a heading of it; under a sentence it must be as long as the line.
      if current.lines.count == 1, let head = current.lines.first, sign == .equals || sign == .hyphen,
        head.kind == .text,
        !head.endsSentence(view) || abs(head.width - line.width) <= 1
      {
        current.underline = sign == .equals ? 1 : 2
      }
      return endRun()
    }
    current.lines.append(line)
    if current.lines.count == PlainTextParser.maximumLines { endRun() }
  }

  private mutating func endRun() {
    guard !current.lines.isEmpty else { return }
    write(waiting, before: current)
    waiting = current
    current = PlainTextRun()
  }

  private mutating func write(_ run: PlainTextRun, before next: PlainTextRun?) {
    var run = run
    let blocks = run.blocks(view, before: next)
    for block in blocks {
      var scope: Scope = block.isHeading ? .heading : .paragraph
      let first = run.lines[block.lines.lowerBound]
      if first.isQuoted { scope.insert(.blockQuotation) }
      if case .item = first.kind { scope.insert(.listItem) }
      let level = run.underline ?? (writer.hasBlocks ? 2 : 1)
      writer.beginBlock(scope, level: block.isHeading ? level : 0)
      for index in block.lines {
        let line = run.lines[index]
        if index > block.lines.lowerBound { join(run.lines[index - 1], line) }
        writer.text(line.lower, line.upper)
      }
      writer.endBlock()
    }
  }

  /// Writes the end of a wrapped line: a space, but nothing after a hyphen inside a word and between characters of
  /// Chinese and Japanese.
  private mutating func join(_ line: PlainTextLine, _ next: PlainTextLine) {
    let isHyphenated =
      view[line.upper - 1] == .hyphen && line.upper - line.lower >= 2 && view[line.upper - 2].isLetter
      && view[next.lower].isSmallLetter
    if isHyphenated
      || (isIdeographic(view.scalar(before: line.upper).value) && isIdeographic(view.scalar(at: next.lower).value))
    {
      writer.cut(to: next.lower)
    } else {
      writer.space(line.upper, next.lower)
    }
  }

  private func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (value >= 0x2E80 && value <= 0x9FFF) || (value >= 0xF900 && value <= 0xFAFF)
      || (value >= 0xFF00 && value <= 0xFF60)
      || (value >= 0x20000 && value <= 0x3FFFF)
  }
}
