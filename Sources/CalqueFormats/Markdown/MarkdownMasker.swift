import CalqueDocument
import CalqueText

/// Finds what md4c would misread and hides it from md4c in its copy of the source.
///
/// Footnotes (references are cut, definitions become list items), templates (`{{ … }}`, `{% … %}`, `{{< … >}}`),
/// attributes (`{#id .class}`), fenced divisions (`:::`), comments that md4c does not accept inside a line, comments in
/// the form of link definitions (`[//]: # (…)`), citations in Quarto, and in MDX imports, expressions and tags.
///
/// What stands alone on its lines becomes blank; inside a line it becomes commas (nothing is written for it) or letters (a
/// placeholder is written), and a `Mask` remembers it. Fenced code and code spans are passed over by the same rules as in
/// CommonMark, but without knowledge of containers; a mask that lands in code is harmless, because code is not written.
///
/// - Complexity: O(*n*) in bytes.
struct MarkdownMasker {
  /// An open code fence.
  struct Fence {
    let mark: UInt8
    let length: Int
    let isQuoted: Bool
  }

  /// The source.
  let view: ByteView
  /// md4c's copy.
  let copy: UnsafeMutablePointer<UInt8>
  /// The dialect.
  let variant: MarkdownVariant
  /// What was hidden, in order.
  var masks: [Mask] = []
  /// Comments that were found on the way and made blank.
  var outcomes: [DirectiveParser.Outcome] = []
  /// True when some mask starts a footnote.
  var hasFootnotes = false

  /// Where the scan is.
  var index = 0
  /// The first offset of the line's content after the marks of containers, and its indentation there.
  var contentStart = 0
  var contentIndent = 0
  var isAtLineStart = true
  private var fence: Fence?
  private var isAfterBlankLine = true
  var blankLine = BlankLineSearch()
  private var commentEnd = ForwardSearch("-->")
  var templateEnd = ForwardSearch("}}")
  var statementEnd = ForwardSearch("%}")
  var templateCommentEnd = ForwardSearch("#}")
  /// For each length of a run of backticks the offset before which no run of that length closes a code span.
  private var noCodeSpanBefore = InlineArray<33, Int>(repeating: 0)
  /// The braces of MDX: offsets of pairs, ordered by the opening one.
  var braces: [(open: Int, close: Int)] = []
  var nextBrace = 0
  /// Before this offset no tag of MDX ends.
  var noTagBefore = 0

  /// A masker of a text.
  init(view: ByteView, copy: UnsafeMutablePointer<UInt8>, variant: MarkdownVariant) {
    self.view = view
    self.copy = copy
    self.variant = variant
  }

  /// Hides what has to be hidden from an offset on.
  mutating func mask(from start: Int) {
    maskZeros(from: start)
    guard variant != .standard || isNeeded(from: start) else { return }
    if variant == .mdx { braces = MarkdownMasker.bracePairs(in: view, from: start) }
    index = start
    while index < view.count {
      if isAtLineStart { startLine() } else { step() }
    }
  }

  /// True when there is something to hide; most texts have nothing.
  private func isNeeded(from start: Int) -> Bool {
    let count = view.count
    return view.find("[^", from: start, to: count) != nil || view.find(":::", from: start, to: count) != nil
      || view.find("calque-", from: start, to: count) != nil || hasBraces(from: start) || hasInlineComment(from: start)
  }

  private func hasBraces(from start: Int) -> Bool {
    var index = start
    while let brace = view.find(.leftBrace, from: index, to: view.count) {
      switch view[brace + 1] {
      case .leftBrace, .percent, .hash, .fullStop, .colon: return true
      case let next where next.isLetter:
        if view[brace - 1] == .rightBracket || view[brace - 1] == .rightParenthesis { return true }
      default: break
      }
      index = brace + 1
    }
    return false
  }

  private func hasInlineComment(from start: Int) -> Bool {
    var index = start
    while let comment = view.find("<!--", from: index, to: view.count) {
      if !view.isBlankToLineStart(from: comment) { return true }
      index = comment + 4
    }
    return false
  }

  /// md4c gives U+0000 without its place; any other control character goes through as it is.
  private func maskZeros(from start: Int) {
    var index = start
    while let zero = view.find(0, from: index, to: view.count) {
      copy[zero] = .substitute
      index = zero + 1
    }
  }

  // MARK: Lines

  private mutating func startLine() {
    let lineStart = index
    if let fence {
      switch place(of: lineStart, in: fence) {
      case .code: return skipLine()
      case .closing:
        self.fence = nil
        return skipLine()
      case .outside: self.fence = nil
      }
    }
    let isQuoted = skipContainers()
    if index == view.count || view[index].isLineEnd {
      isAfterBlankLine = true
      return skipLine()
    }
    let wasAfterBlankLine = isAfterBlankLine
    isAfterBlankLine = false
    isAtLineStart = false
    contentStart = index
    if let fence = openingFence(isQuoted: isQuoted) {
      self.fence = fence
      return skipLine()
    }
    if contentIndent > 3 { return }
    switch view[index] {
    case .leftBracket: definition()
    case .colon where view.has(":::", at: index): eraseLine()
    case UInt8(ascii: "e"), UInt8(ascii: "i"):
      if variant == .mdx, index == lineStart, wasAfterBlankLine { module() }
    default: break
    }
  }

  mutating func skipLine() {
    index = view.afterLineEnd(view.lineEnd(from: index))
    isAtLineStart = true
  }

  /// Makes the rest of the line blank and goes on to the next one.
  mutating func eraseLine() {
    fill(index, view.lineEnd(from: index), with: .space)
    skipLine()
  }

  /// Passes over indentation, marks of block quotations and list markers.
  private mutating func skipContainers() -> Bool {
    var isQuoted = false
    contentIndent = 0
    while index < view.count {
      let byte = view[index]
      if byte.isBlank {
        contentIndent += byte == .tab ? 4 : 1
        index += 1
      } else if byte == .greater {
        isQuoted = true
        index += view[index + 1] == .space ? 2 : 1
        contentIndent = 0
      } else if let length = view.listMarkerLength(at: index) {
        index += length
        contentIndent = 0
        // Up to four white spaces belong to the marker.
        while contentIndent < 4, view[index].isBlank {
          contentIndent += 1
          index += 1
        }
        contentIndent = 0
      } else {
        break
      }
    }
    return isQuoted
  }

  private func openingFence(isQuoted: Bool) -> Fence? {
    let mark = view[index]
    guard mark == .backtick || mark == .tilde else { return nil }
    var end = index
    while view[end] == mark { end += 1 }
    guard end - index >= 3 else { return nil }
    if mark == .backtick, view.find(.backtick, from: end, to: view.lineEnd(from: end)) != nil { return nil }
    return Fence(mark: mark, length: end - index, isQuoted: isQuoted)
  }

  private enum FencePlace {
    case code, closing, outside
  }

  /// What the line at an offset is to an open fence; it is outside when the block quotation around the fence has ended.
  private func place(of lineStart: Int, in fence: Fence) -> FencePlace {
    var start = view.skipBlanks(from: lineStart, to: view.count)
    if fence.isQuoted {
      guard view[start] == .greater else { return .outside }
      while view[start] == .greater || view[start].isBlank { start += 1 }
    }
    var end = start
    while view[end] == fence.mark { end += 1 }
    return end - start >= fence.length && view.isBlankToLineEnd(from: end) ? .closing : .code
  }

  // MARK: Inside a line

  private mutating func step() {
    while index < view.count {
      switch view.base[index] {
      case .lineFeed, .carriageReturn:
        index = view.afterLineEnd(index)
        isAtLineStart = true
        return
      case .backslash: index += view[index + 1].isLineEnd ? 1 : 2
      case .backtick: return codeSpan()
      case .leftBrace: return brace()
      case .leftBracket where view[index + 1] == .caret: return footnoteReference()
      case .leftBracket where variant == .quarto: return citation()
      case .less where view.has("<!--", at: index): return comment()
      case .less where variant == .mdx: return tag()
      default: index += 1
      }
    }
  }

  /// Passes over a code span, or over a run of backticks that opens none.
  private mutating func codeSpan() {
    var end = index
    while view[end] == .backtick { end += 1 }
    let length = end - index
    guard length < 33, noCodeSpanBefore[length] <= index else {
      index = end
      return
    }
    let limit = blankLine.next(from: index, in: view)
    var next = end
    while let run = view.find(.backtick, from: next, to: limit) {
      next = run
      while view[next] == .backtick { next += 1 }
      if next - run == length {
        index = next
        return
      }
    }
    noCodeSpanBefore[length] = limit
    index = end
  }

  /// A comment inside a line that md4c takes for text, because CommonMark had no `--` in comments.
  private mutating func comment() {
    let lower = index
    let found = commentEnd.next(from: index + 4, in: view)
    guard found < view.count else {
      index += 4
      return
    }
    index = found + 3
    if lower == contentStart, contentIndent <= 3 { return }
    let isValid =
      view.find("--", from: lower + 4, to: found) == nil && view[lower + 4] != .greater
      && !view.has("->", at: lower + 4)
      && view[found - 1] != .hyphen
    if isValid || blankLine.next(from: lower, in: view) < found { return }
    put(.comment, lower, found + 3)
  }

  // MARK: Masks

  /// Hides a stretch and goes on after it.
  mutating func put(_ kind: Mask.Kind, _ lower: Int, _ upper: Int) {
    index = upper
    let fits = masks.last.map { $0.upper <= lower } ?? true
    guard fits else { return }
    fill(lower, upper, with: kind == .placeholder ? UInt8(ascii: "x") : .comma, lineEndsToo: true)
    masks.append(Mask(lower: lower, upper: upper, kind: kind))
  }

  /// Hides a stretch; when it has its lines to itself, they become blank.
  mutating func putOrBlank(_ kind: Mask.Kind, _ lower: Int, _ upper: Int) {
    if isAlone(lower, upper) {
      fill(lower, upper, with: .space)
      index = upper
    } else {
      put(kind, lower, upper)
    }
  }

  /// True when nothing else stands on the lines of a stretch.
  func isAlone(_ lower: Int, _ upper: Int) -> Bool {
    (lower == contentStart || view.isBlankToLineStart(from: lower)) && view.isBlankToLineEnd(from: upper)
  }

  /// Overwrites md4c's copy.
  func fill(_ lower: Int, _ upper: Int, with byte: UInt8, lineEndsToo: Bool = false) {
    for index in lower..<max(lower, upper) where lineEndsToo || !view[index].isLineEnd { copy[index] = byte }
  }
}

extension ByteView {
  /// Length of the list marker at an offset, without the white space that has to follow it.
  func listMarkerLength(at offset: Int) -> Int? {
    let byte = self[offset]
    if byte == .hyphen || byte == .plus || byte == .asterisk {
      let next = self[offset + 1]
      return next.isBlank || next.isLineEnd ? 1 : nil
    }
    var end = offset
    while end < offset + 9, self[end].isDigit { end += 1 }
    guard end > offset, self[end] == .fullStop || self[end] == .rightParenthesis,
      self[end + 1].isBlank || self[end + 1].isLineEnd
    else {
      return nil
    }
    return end + 1 - offset
  }
}
