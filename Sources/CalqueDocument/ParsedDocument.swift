import CalqueText

/// What a format makes of a source text: prose laid out flat, before any word or sentence is known.
package struct ParsedDocument: Sendable {
  /// The text that was parsed.
  package let source: SourceText
  /// The prose, UTF-8: the blocks in order, a line feed after each.
  package let plain: [UInt8]
  /// Lays `plain` back on `source`.
  package let map: OffsetMap
  /// The blocks in order; they do not overlap.
  package let blocks: [Block]
  /// Inline markup, ordered by start; outer spans before inner ones.
  package let inlines: [InlineSpan]
  /// Comments that switch rules, in order.
  package let directives: [Directive]
  /// What the format could not make sense of.
  package let problems: [InputProblem]
}

/// Builds a `ParsedDocument` from left to right.
///
/// A format opens a block, appends pieces of the source to it, and closes it. Nothing that is not prose (code blocks,
/// markup, link targets) is appended.
package struct DocumentBuilder: Sendable {
  /// The text that is parsed.
  package let source: SourceText
  private var plain: [UInt8] = []
  private var map = OffsetMap()
  private var blocks: [Block] = []
  private var inlines: [InlineSpan] = []
  private var directives: [Directive] = []
  private var problems: [InputProblem] = []
  private var openInlines: [Int] = []
  private var blockStart: UInt32?
  private var blockScope: Scope = []
  private var blockLevel: UInt8 = 0
  private var sourceEnd: UInt32 = 0

  /// A builder over a text.
  package init(source: SourceText) {
    self.source = source
    plain.reserveCapacity(source.count + 16)
  }

  /// True when any block has text.
  package var hasText: Bool { !plain.isEmpty }
  /// True between `beginBlock` and `endBlock`.
  package var isInBlock: Bool { blockStart != nil }
  /// True when the open block holds no bytes yet.
  package var isBlockEmpty: Bool { blockStart.map { Int($0) == plain.count } ?? true }
  /// The last byte of the open block's text; nil when it is empty.
  package var lastByte: UInt8? { isBlockEmpty ? nil : plain.last }

  /// Opens a block; closes the one that is open.
  package mutating func beginBlock(_ scope: Scope, level: UInt8 = 0) {
    endBlock()
    blockStart = UInt32(plain.count)
    blockScope = scope
    blockLevel = level
  }

  /// Closes the open block; an empty one leaves no trace.
  package mutating func endBlock() {
    guard let start = blockStart else { return }
    blockStart = nil
    while !openInlines.isEmpty { endInline() }
    let range = ByteRange(start, UInt32(plain.count))
    if range.isEmpty { return }
    blocks.append(Block(range: range, scope: blockScope, level: blockLevel))
    plain.append(0x0A)
    map.append(plainCount: 1, source: ByteRange(at: sourceEnd), kind: .synthetic)
  }

  /// Appends source bytes as they stand.
  package mutating func appendVerbatim(_ range: ByteRange) {
    plain.append(contentsOf: source.bytes[range.indices])
    map.append(plainCount: range.count, source: range, kind: .verbatim)
    sourceEnd = range.upper
  }

  /// Appends text that stands in the source in another form: an entity, an escape, a line break as a space.
  package mutating func appendDecoded(_ text: String, from range: ByteRange) {
    append(text, range, .decoded)
  }

  /// Appends text that stands for something that is not prose: U+FFFC for inline code or an image.
  package mutating func appendSynthetic(_ text: String, for range: ByteRange) {
    append(text, range, .synthetic)
  }

  private mutating func append(_ text: String, _ range: ByteRange, _ kind: PieceKind) {
    let before = plain.count
    plain.append(contentsOf: text.utf8)
    map.append(plainCount: plain.count - before, source: range, kind: kind)
    sourceEnd = range.upper
  }

  /// Opens inline markup inside the open block.
  package mutating func beginInline(_ scope: Scope) {
    openInlines.append(inlines.count)
    inlines.append(InlineSpan(range: ByteRange(at: UInt32(plain.count)), scope: scope))
  }

  /// Closes the innermost inline markup.
  package mutating func endInline() {
    guard let index = openInlines.popLast() else { return }
    let span = inlines[index]
    inlines[index] = InlineSpan(range: ByteRange(span.range.lower, UInt32(plain.count)), scope: span.scope)
  }

  /// Adds a comment that switches rules.
  package mutating func add(_ directive: Directive) { directives.append(directive) }

  /// Adds something that the format could not make sense of.
  package mutating func add(_ problem: InputProblem) { problems.append(problem) }

  /// Closes what is open and hands over the document.
  package consuming func finish() -> ParsedDocument {
    endBlock()
    return ParsedDocument(
      source: source, plain: plain, map: map, blocks: blocks, inlines: inlines.filter { !$0.range.isEmpty },
      directives: directives, problems: problems)
  }
}
