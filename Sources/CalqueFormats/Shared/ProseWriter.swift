import CalqueDocument
import CalqueText

/// Writes stretches of a source text into a document.
///
/// It stands between the parsers and the `DocumentBuilder`: leaves masked stretches out, marks addresses, and keeps white
/// space back until more text follows, so that blocks neither start nor end with it. Calls come in the order of the
/// source; what would go backwards is left out.
struct ProseWriter {
  /// White space that is written once more text follows.
  private struct Gap {
    var lower: Int
    var upper: Int
    /// The white space goes over as it is; otherwise it becomes one space.
    var isVerbatim: Bool
  }

  /// The bytes of the source.
  let view: ByteView
  /// Stretches that are no prose, in order; they do not overlap.
  var masks: [Mask] = []
  /// The scope of a block that opens by itself because text comes outside of any.
  var defaultScope: Scope = .paragraph
  /// The level of such a block when it is a heading.
  var defaultLevel: UInt8 = 0

  private var builder: DocumentBuilder
  private var directives: [Directive] = []
  private var problems: [InputProblem] = []
  private var nextMask = 0
  private var gap: Gap?
  private var needsImageEnd = false
  /// The cursor after the start of an image, and whether a placeholder was written for it.
  private var image = (start: -1, hasPlaceholder: false)
  private var openURL = -1
  /// The state of the builder's block, kept here because it is asked for at every step.
  private var isInBlock = false
  /// The end of what has been written or left out.
  private(set) var cursor = 0

  /// A writer to a new document.
  init(source: SourceText, view: ByteView) {
    self.view = view
    builder = DocumentBuilder(source: source)
  }

  // MARK: Blocks

  /// Opens a block; closes the one that is open.
  mutating func beginBlock(_ scope: Scope, level: UInt8 = 0) {
    endBlock()
    builder.beginBlock(scope, level: level)
    isInBlock = true
  }

  /// Closes the open block.
  mutating func endBlock() {
    guard isInBlock else { return }
    builder.endBlock()
    isInBlock = false
    isBlockEmpty = true
    gap = nil
    needsImageEnd = false
    openURL = -1
  }

  /// True when something has been written.
  var hasBlocks: Bool { builder.hasText }

  /// True when the open block has no text yet, or when no block is open.
  private(set) var isBlockEmpty = true

  // MARK: Inline markup

  /// Opens inline markup; white space before it stays outside.
  mutating func beginInline(_ scope: Scope) {
    openBlock()
    writeGap(before: cursor)
    builder.beginInline(scope)
  }

  /// Closes the innermost inline markup.
  mutating func endInline() { builder.endInline() }

  // MARK: Text

  /// The first mask in a range that starts a footnote.
  mutating func footnote(in lower: Int, _ upper: Int) -> Mask? {
    let start = max(lower, cursor)
    while nextMask < masks.count, masks[nextMask].upper <= start { nextMask += 1 }
    var index = nextMask
    while index < masks.count, masks[index].lower < upper {
      if masks[index].kind == .footnote, masks[index].lower >= start { return masks[index] }
      index += 1
    }
    return nil
  }

  /// Writes bytes as they stand, but for masked stretches.
  mutating func text(_ lower: Int, _ upper: Int) {
    var index = max(lower, cursor)
    while nextMask < masks.count, masks[nextMask].lower < upper {
      let mask = masks[nextMask]
      if mask.upper <= index {
        nextMask += 1
        continue
      }
      if mask.lower > index { plain(index, mask.lower) }
      write(mask)
      index = max(index, mask.upper)
      if mask.upper > upper { return }
      nextMask += 1
    }
    if index < upper { plain(index, upper) }
  }

  /// Writes bytes in which character references of HTML count.
  mutating func textWithEntities(_ lower: Int, _ upper: Int) {
    var start = lower
    var index = lower
    while let ampersand = view.find(.ampersand, from: index, to: upper) {
      index = ampersand + 1
      guard let entity = HTMLEntity.decode(at: ampersand, to: upper, in: view) else { continue }
      text(start, ampersand)
      decoded(entity.text, ampersand, entity.end)
      start = entity.end
      index = entity.end
    }
    if start < upper { text(start, upper) }
  }

  /// Writes what the source has in another form.
  mutating func decoded(_ text: String, _ lower: Int, _ upper: Int) {
    guard lower >= cursor else { return }
    let isURL = openURL == lower && gap == nil
    openBlock()
    writeGap(before: lower)
    if isURL { builder.beginInline(.url) }
    builder.appendDecoded(text, from: ByteRange(lower, upper))
    isBlockEmpty = false
    if isURL {
      builder.endInline()
      openURL = upper
    }
    cursor = upper
  }

  /// Writes U+FFFC in place of code, a formula or something else that is no prose.
  mutating func placeholder(_ lower: Int, _ upper: Int) {
    let lower = max(lower, cursor)
    guard lower <= upper else { return }
    openBlock()
    writeGap(before: lower)
    builder.beginInline(.code)
    builder.appendSynthetic("\u{FFFC}", for: ByteRange(lower, upper))
    builder.endInline()
    isBlockEmpty = false
    cursor = upper
  }

  /// Takes note of white space that becomes one space when more text follows in the block: the end of a line.
  mutating func space(_ lower: Int, _ upper: Int) {
    let lower = max(lower, cursor)
    guard lower <= upper else { return }
    if let gap {
      self.gap = Gap(lower: gap.lower, upper: upper, isVerbatim: false)
    } else {
      gap = Gap(lower: lower, upper: upper, isVerbatim: false)
    }
    cursor = upper
  }

  /// Leaves everything before an offset out.
  mutating func cut(to upper: Int) {
    cursor = max(cursor, upper)
  }

  /// Takes the end of a line and what stands between it and the text of the next line (indentation, the marks of block
  /// quotations) as one white space.
  ///
  /// - Parameter lower: an offset at or before the line's end, after its text.
  mutating func lineBreak(after lower: Int) {
    let end = view.lineEnd(from: max(lower, cursor))
    guard end < view.count else { return }
    var start = end
    while start > max(lower, cursor), view[start - 1].isBlank || view[start - 1] == .backslash { start -= 1 }
    var next = view.afterLineEnd(end)
    while view[next].isBlank || view[next] == .greater { next += 1 }
    space(start, next)
  }

  // MARK: Images

  /// Opens the alternative text of an image; a placeholder sets it apart from text before it.
  mutating func beginImage(_ lower: Int, _ upper: Int) {
    let hasPlaceholder = !isBlockEmpty
    if hasPlaceholder { placeholder(lower, upper) }
    cut(to: upper)
    beginInline(.imageAlt)
    image = (cursor, hasPlaceholder)
  }

  /// Closes the alternative text of an image; a placeholder sets it apart from text after it.
  mutating func endImage() {
    builder.endInline()
    needsImageEnd = !(image.hasPlaceholder && image.start == cursor)
  }

  // MARK: Comments

  /// Takes an HTML comment, which may switch rules.
  mutating func comment(_ lower: Int, _ upper: Int) {
    add(DirectiveParser.parseHTML(lower, upper, in: view))
    cut(to: upper)
  }

  /// Adds what a comment says.
  mutating func add(_ outcome: DirectiveParser.Outcome) {
    switch outcome {
    case .other: break
    case .directive(let directive): directives.append(directive)
    case .problem(let problem): problems.append(problem)
    }
  }

  /// Adds a problem with the text.
  mutating func add(_ problem: InputProblem) { problems.append(problem) }

  /// Closes what is open and hands over the document.
  consuming func finish() -> ParsedDocument {
    for directive in directives.sorted(by: { $0.range < $1.range }) { builder.add(directive) }
    let start = ByteRange(at: 0)
    for problem in problems.sorted(by: { ($0.range ?? start) < ($1.range ?? start) }) { builder.add(problem) }
    return builder.finish()
  }

  // MARK: -

  private mutating func write(_ mask: Mask) {
    switch mask.kind {
    case .cut, .footnote: cut(to: mask.upper)
    case .placeholder: placeholder(mask.lower, mask.upper)
    case .space: space(mask.lower, mask.upper)
    case .comment: comment(mask.lower, mask.upper)
    case .boundary:
      endBlock()
      cut(to: mask.upper)
    }
  }

  private mutating func openBlock() {
    if isInBlock { return }
    builder.beginBlock(defaultScope, level: defaultLevel)
    isInBlock = true
  }

  private mutating func writeGap(before next: Int) {
    if needsImageEnd, !isBlockEmpty {
      needsImageEnd = false
      let place = gap?.lower ?? next
      builder.appendSynthetic("\u{FFFC}", for: ByteRange(place, place))
    }
    guard let gap else { return }
    self.gap = nil
    if isBlockEmpty { return }
    let range = ByteRange(gap.lower, gap.upper)
    if gap.isVerbatim {
      builder.appendVerbatim(range)
    } else {
      builder.appendDecoded(" ", from: range)
    }
  }

  /// Writes bytes without masks; keeps blanks at the end back.
  private mutating func plain(_ lower: Int, _ upper: Int) {
    openBlock()
    var start = lower
    // Blanks next to other white space, at the start of a block or after something that was left out say nothing.
    if isBlockEmpty || !isGapContinued(at: lower) {
      start = view.skipBlanks(from: start, to: upper)
      if gap?.isVerbatim ?? false, start < upper, isClosing(view[start]) { gap = nil }
    }
    let end = view.trimBlanks(from: start, to: upper)
    cursor = upper
    if start < end {
      if openURL >= 0 { continueURL(&start, end) }
      writeGap(before: start)
      linked(start, end)
      isBlockEmpty = false
    }
    if end < upper { gap = Gap(lower: gap?.lower ?? end, upper: upper, isVerbatim: true) }
  }

  /// True when text at an offset directly goes on after the white space that is kept back, or when there is none.
  private func isGapContinued(at lower: Int) -> Bool {
    guard let gap else { return true }
    return gap.isVerbatim && gap.upper == lower
  }

  /// True for punctuation before which no white space stands, also when something between the two was left out.
  private func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case .fullStop, .comma, .semicolon, .colon, .exclamation, .question, .rightParenthesis: true
    default: false
    }
  }

  /// Writes the rest of an address that inline markup has cut in two.
  private mutating func continueURL(_ start: inout Int, _ end: Int) {
    defer { openURL = -1 }
    guard openURL >= 0, gap == nil, start - openURL <= 3 else { return }
    let rest = URLScanner.end(in: view, from: start, to: end)
    guard rest > start else { return }
    write(url: start, rest)
    isBlockEmpty = false
    start = rest
    if rest == end { openURL = end }
  }

  private mutating func linked(_ lower: Int, _ upper: Int) {
    var start = lower
    while start < upper, let url = URLScanner.next(in: view, from: start, to: upper) {
      if start < url.lowerBound { builder.appendVerbatim(ByteRange(start, url.lowerBound)) }
      write(url: url.lowerBound, url.upperBound)
      start = url.upperBound
      if start == upper { openURL = upper }
    }
    if start < upper { builder.appendVerbatim(ByteRange(start, upper)) }
  }

  private mutating func write(url lower: Int, _ upper: Int) {
    builder.beginInline(.url)
    builder.appendVerbatim(ByteRange(lower, upper))
    builder.endInline()
  }
}
