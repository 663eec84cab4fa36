import CMD4C
import CalqueDocument
import CalqueText

/// Turns md4c's events into a document.
///
/// Stretches of text that touch are joined before they are written. Code, formulas and pieces of raw HTML are collected
/// first, because md4c gives them line by line.
struct MarkdownReader {
  /// Where the document is written to.
  var writer: ProseWriter
  /// md4c's input; it has the length of the source.
  let copy: UnsafePointer<UInt8>
  /// True when some masks start footnotes.
  let hasFootnotes: Bool
  /// Length of the source in bytes.
  var count: Int { writer.view.count }
  var view: ByteView { writer.view }

  /// The scopes of the open containers; each holds those around it.
  private var containers: [Scope] = [[]]
  /// Text that waits to be written: `pendingLower..<pendingUpper`, empty when the two are equal.
  private var pendingLower = 0
  private var pendingUpper = 0
  /// True inside a code block.
  private var isInCodeBlock = false
  /// The lines of the raw HTML block that is open.
  private var htmlLines: [ByteRange] = []
  private var isInHTMLBlock = false
  /// The stretch of code or of a formula that is open.
  private var opaqueLower = -1
  private var opaqueUpper = -1
  /// The start of a comment that goes over several lines.
  private var commentStart = -1
  /// The HTML element whose content is no prose, and where it starts.
  private var skippedElement: (name: String, lower: Int)?
  /// Number of spans that were opened inside it.
  private var skippedDepth = 0
  private var closingTags = ClosingTagSearch()
  /// The tables of the text, and the index of the next one.
  let tables: [PipeTable]
  var nextTable = 0
  /// True in a row of these.
  var isInRow = false
  /// True in a cell that md4c found.
  private(set) var isInCell = false
  /// True after the mark of an alert (`[!NOTE]`): the rest of its line is a title.
  private var isInAlertTitle = false

  /// A reader that writes to a document.
  init(writer: ProseWriter, copy: UnsafePointer<UInt8>, hasFootnotes: Bool, tables: [PipeTable]) {
    self.tables = tables
    self.writer = writer
    self.copy = copy
    self.hasFootnotes = hasFootnotes
  }

  /// The longest content of an inline HTML element that is left out; a longer one is taken for an unclosed tag.
  private static let maximumElementLength = 2000

  var container: Scope { containers.last ?? [] }

  // MARK: Blocks

  /// Handles the start of a block.
  mutating func enter(block type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    flush()
    switch type {
    case MD_BLOCK_QUOTE:
      writer.endBlock()
      push(.blockQuotation)
    case MD_BLOCK_LI:
      writer.endBlock()
      push(.listItem)
    case MD_BLOCK_P: writer.beginBlock(container.union(.paragraph))
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      writer.beginBlock(container.union(.heading), level: UInt8(truncatingIfNeeded: level))
    case MD_BLOCK_TH, MD_BLOCK_TD:
      writer.beginBlock(container.union(.tableCell))
      isInCell = true
    case MD_BLOCK_CODE:
      writer.endBlock()
      isInCodeBlock = true
    case MD_BLOCK_HTML:
      writer.endBlock()
      isInHTMLBlock = true
      htmlLines.removeAll(keepingCapacity: true)
    default: writer.endBlock()
    }
  }

  /// Handles the end of a block.
  mutating func leave(block type: MD_BLOCKTYPE) {
    flush()
    endSkippedElement()
    setRow(false)
    commentStart = -1
    isInAlertTitle = false
    switch type {
    case MD_BLOCK_CODE: isInCodeBlock = false
    case MD_BLOCK_TH, MD_BLOCK_TD: isInCell = false
    case MD_BLOCK_HTML:
      isInHTMLBlock = false
      var fragment = HTMLFragmentReader(lines: htmlLines, container: container)
      fragment.read(into: &writer)
      writer.defaultScope = container.union(.paragraph)
    case MD_BLOCK_QUOTE, MD_BLOCK_LI:
      writer.endBlock()
      if containers.count > 1 { containers.removeLast() }
      writer.defaultScope = container.union(.paragraph)
      return
    default: break
    }
    writer.endBlock()
  }

  private mutating func push(_ scope: Scope) {
    containers.append(container.union(scope))
    writer.defaultScope = container.union(.paragraph)
  }

  /// Makes the innermost list item, which was made up for md4c, the footnote that it is.
  private mutating func beginFootnote(after mask: Mask) {
    writer.endBlock()
    if containers.count > 1, container.contains(.listItem) {
      containers[containers.count - 1] = containers[containers.count - 2].union(.footnote)
    }
    writer.defaultScope = container.union([.paragraph, .footnote])
    writer.cut(to: mask.upper)
  }

  // MARK: Spans

  /// Handles the start of inline markup.
  mutating func enter(span type: MD_SPANTYPE) {
    flush()
    if skippedElement != nil {
      skippedDepth += 1
      return
    }
    switch type {
    case MD_SPAN_EM: writer.beginInline(.emphasis)
    case MD_SPAN_STRONG: writer.beginInline(.strong)
    case MD_SPAN_DEL: writer.beginInline(.strikethrough)
    case MD_SPAN_A: writer.beginInline(.linkText)
    case MD_SPAN_IMG:
      let start = view.find("![", from: writer.cursor, to: view.count) ?? writer.cursor
      writer.beginImage(start, min(start + 2, view.count))
    default: (opaqueLower, opaqueUpper) = (-1, -1)
    }
  }

  /// Handles the end of inline markup.
  mutating func leave(span type: MD_SPANTYPE) {
    flush()
    if skippedElement != nil, skippedDepth > 0 {
      skippedDepth -= 1
      opaqueLower = -1
      return
    }
    switch type {
    case MD_SPAN_EM, MD_SPAN_STRONG, MD_SPAN_DEL, MD_SPAN_A: writer.endInline()
    case MD_SPAN_IMG: writer.endImage()
    case MD_SPAN_CODE: endOpaque(mark: .backtick, blanks: true)
    case MD_SPAN_LATEXMATH: endFormula()
    case MD_SPAN_LATEXMATH_DISPLAY: endOpaque(mark: .dollar, blanks: false)
    default: break
    }
  }

  /// Writes a placeholder for code or a formula, its marks included.
  private mutating func endOpaque(mark: UInt8, blanks: Bool) {
    guard opaqueLower >= 0 else { return }
    var lower = opaqueLower
    var upper = opaqueUpper
    if blanks {
      while lower > writer.cursor, view[lower - 1].isSpace || view[lower - 1] == .greater { lower -= 1 }
      while view[upper].isSpace { upper += 1 }
    }
    let length = lower
    while lower > writer.cursor, view[lower - 1] == mark { lower -= 1 }
    let marks = length - lower
    var found = 0
    while found < marks, view[upper] == mark {
      upper += 1
      found += 1
    }
    opaqueLower = -1
    writer.placeholder(lower, upper)
  }

  /// Writes a formula between dollar signs as a placeholder, or as text where the signs are those of money.
  private mutating func endFormula() {
    guard opaqueLower >= 1, view[opaqueLower - 1] == .dollar, isMoney(opaqueLower, opaqueUpper) else {
      return endOpaque(mark: .dollar, blanks: false)
    }
    writer.text(opaqueLower - 1, opaqueUpper + 1)
    opaqueLower = -1
  }

  /// True when text between two dollar signs reads like prose: it has white space at an edge, or white space inside and
  /// no sign that formulas have.
  private func isMoney(_ lower: Int, _ upper: Int) -> Bool {
    guard view[upper] == .dollar, lower < upper else { return false }
    guard view.findAny(.lineFeed, .carriageReturn, .carriageReturn, from: lower, to: upper) == upper else {
      return false
    }
    if view[lower].isSpace || view[upper - 1].isSpace { return true }
    var hasSpace = false
    for index in lower..<upper {
      switch view[index] {
      case .space: hasSpace = true
      case .backslash, .caret, .underscore, .equals, .leftBrace, .rightBrace, .plus, .less, .greater, .pipe, .asterisk,
        .slash:
        return false
      default: break
      }
    }
    return hasSpace
  }

  // MARK: Text

  /// Handles a stretch of text.
  mutating func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>, _ size: UInt32) {
    if isInCodeBlock { return }
    let lower = UnsafeRawPointer(pointer) - UnsafeRawPointer(copy)
    let isInside = lower >= 0 && lower + Int(size) <= count
    if type == MD_TEXT_NORMAL, isInside, skippedElement == nil {
      if lower == pendingUpper, pendingLower < pendingUpper {
        pendingUpper = lower + Int(size)
      } else {
        normal(lower, lower + Int(size))
      }
    } else {
      special(type, isInside ? lower : nil, Int(size))
    }
  }

  private mutating func normal(_ lower: Int, _ upper: Int) {
    flush()
    // md4c skips the backslash of an escape and gives the character after it alone.
    if upper == lower + 1, view[lower - 1] == .backslash, lower - 1 >= writer.cursor, view[lower].isPunctuation {
      writer.decoded(String(Unicode.Scalar(view[lower])), lower - 1, upper)
    } else {
      (pendingLower, pendingUpper) = (lower, upper)
    }
  }

  /// Handles text that is not running text.
  ///
  /// - Parameter lower: the offset of the text; nil when it does not stand in the source.
  private mutating func special(_ type: MD_TEXTTYPE, _ lower: Int?, _ size: Int) {
    if isInHTMLBlock {
      if let lower { htmlLines.append(ByteRange(lower, lower + size)) }
      return
    }
    flush()
    switch type {
    case MD_TEXT_SOFTBR, MD_TEXT_BR: breakLine()
    case MD_TEXT_CODE, MD_TEXT_LATEXMATH:
      guard let lower else { return }
      if opaqueLower < 0 { opaqueLower = lower }
      opaqueUpper = lower + size
    case MD_TEXT_HTML:
      if let lower { html(lower, lower + size) }
    case MD_TEXT_ENTITY:
      guard let lower, skippedElement == nil else { return }
      if let decoded = HTMLEntity.decode(view, lower, lower + size) {
        writer.decoded(decoded, lower, lower + size)
      } else {
        (pendingLower, pendingUpper) = (lower, lower + size)
      }
    default: break
    }
  }

  private mutating func breakLine() {
    if isInAlertTitle {
      isInAlertTitle = false
      writer.endBlock()
    }
    if skippedElement != nil { return }
    let isAtRow =
      !tables.isEmpty && table(at: view.afterLineEnd(view.lineEnd(from: writer.cursor))) != nil
    if isAtRow || isInRow { writer.endBlock() } else { writer.lineBreak(after: writer.cursor) }
    setRow(isAtRow)
  }

  /// Writes the text that waits.
  private mutating func flush() {
    guard pendingLower < pendingUpper else { return }
    var lower = pendingLower
    let upper = pendingUpper
    pendingLower = upper
    if skippedElement != nil { return }
    while hasFootnotes, let mask = writer.footnote(in: lower, upper) {
      if lower < mask.lower { bracketed(lower, mask.lower) }
      beginFootnote(after: mask)
      lower = mask.upper
    }
    if !tables.isEmpty {
      if let table = table(at: lower) { return cells(of: table, lower, upper) }
      setRow(false)
    }
    if lower < upper { bracketed(lower, upper) }
  }

  /// Writes text; leaves out the marks of alerts and wiki links.
  mutating func bracketed(_ lower: Int, _ upper: Int) {
    var start = lower
    var index = lower
    while let bracket = view.find(.leftBracket, from: index, to: upper) {
      index = bracket + 1
      if view[index] == .exclamation, bracket == lower, writer.isBlockEmpty, container.contains(.blockQuotation) {
        guard let end = alertEnd(index + 1, upper) else { continue }
        isInAlertTitle = true
        start = end
        index = end
      } else if view[index] == .leftBracket, let link = WikiLink(in: view, at: bracket, from: start, to: upper) {
        writer.text(start, link.lower)
        if !link.isEmbedded {
          writer.cut(to: link.label.lowerBound)
          writer.beginInline(.linkText)
          writer.text(link.label.lowerBound, link.label.upperBound)
          writer.endInline()
        }
        writer.cut(to: link.upper)
        start = link.upper
        index = link.upper
      }
    }
    if start < upper { writer.text(start, upper) }
  }

  /// The end of an alert's mark, `[!NOTE]` or Obsidian's `[!note]-`; nil when it is none.
  private func alertEnd(_ lower: Int, _ upper: Int) -> Int? {
    var index = lower
    while index < upper, view[index].isLetter || view[index] == .hyphen { index += 1 }
    guard index > lower, index < upper, view[index] == .rightBracket else { return nil }
    index += 1
    if index < upper, view[index] == .hyphen || view[index] == .plus { index += 1 }
    return index
  }

  // MARK: Raw HTML inside a paragraph

  private mutating func html(_ lower: Int, _ upper: Int) {
    if commentStart >= 0 || (skippedElement == nil && view.has("<!--", at: lower)) {
      if commentStart < 0 { commentStart = lower }
      if view.has("-->", at: upper - 3) {
        writer.comment(commentStart, upper)
        commentStart = -1
      }
      return
    }
    guard let tag = HTMLTag(in: view, at: lower, to: upper) else { return writer.cut(to: upper) }
    if let skipped = skippedElement {
      if tag.isClosing, tag.name == skipped.name {
        skippedElement = nil
        writer.placeholder(skipped.lower, upper)
      }
      return
    }
    switch tag.element {
    case .code, .skipped:
      if !tag.isClosing, !tag.isSelfClosing,
        let end = closingTags.end(of: tag.name, from: upper, to: count, in: view),
        end - upper <= MarkdownReader.maximumElementLength
      {
        skippedElement = (tag.name, lower)
        skippedDepth = 0
      } else {
        writer.cut(to: upper)
      }
    case .lineBreak: writer.space(lower, upper)
    case .image: writer.write(image: tag)
    case .inline, .block, .rule: writer.cut(to: upper)
    }
  }

  /// Gives up on an HTML element that is not closed in its block.
  private mutating func endSkippedElement() {
    guard let skipped = skippedElement else { return }
    skippedElement = nil
    writer.placeholder(skipped.lower, max(skipped.lower, pendingUpper))
  }
}
