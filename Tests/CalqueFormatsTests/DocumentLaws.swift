import CalqueDocument
import CalqueText

/// The laws that every parsed document keeps; each broken one is a line of text.
func brokenLaws(of document: ParsedDocument) -> [String] {
  var broken: [String] = []
  checkPieces(document, &broken)
  checkBlocks(document, &broken)
  checkDirectives(document, &broken)
  return broken
}

private func checkPieces(_ document: ParsedDocument, _ broken: inout [String]) {
  let source = document.source
  let pieces = document.map.pieces
  if document.map.plainCount != document.plain.count { broken.append("the map does not cover the plain text") }
  if UTF8.validate(document.plain) {} else { broken.append("the plain text is no UTF-8") }
  var sourceEnd: UInt32 = 0
  for (index, piece) in pieces.enumerated() {
    let plainUpper = index + 1 < pieces.count ? pieces[index + 1].plainLower : document.map.plainCount
    if index == 0, piece.plainLower != 0 { broken.append("the first piece does not start at 0") }
    guard piece.plainLower < plainUpper, Int(piece.source.upper) <= source.count else {
      broken.append("piece \(index) is empty or leaves the source")
      return
    }
    if piece.source.lower < sourceEnd { broken.append("piece \(index) goes back to \(piece.source) from \(sourceEnd)") }
    sourceEnd = piece.source.upper
    if !source.isScalarBoundary(piece.source.lower) || !source.isScalarBoundary(piece.source.upper) {
      broken.append("piece \(index) cuts a scalar: \(piece.source)")
    }
    let plain = document.plain[Int(piece.plainLower)..<Int(plainUpper)]
    let original = source.bytes[piece.source.indices]
    switch piece.kind {
    case .verbatim: if plain != original { broken.append("piece \(index) is not verbatim at \(piece.source)") }
    case .decoded:
      if !isDecoding(Array(original), Array(plain)) {
        broken.append("\(String(decoding: original, as: UTF8.self)) is not \(String(decoding: plain, as: UTF8.self))")
      }
    case .synthetic:
      if Array(plain) != [0x0A], Array(plain) != Array("\u{FFFC}".utf8) { broken.append("piece \(index) is made up") }
    }
  }
}

/// True when some bytes of the source stand for some text, as far as that can be told without the parsers.
private func isDecoding(_ original: [UInt8], _ plain: [UInt8]) -> Bool {
  guard let first = original.first else { return false }
  if plain == [0x20] {
    // A line's end, a tag, an entity, an escape or an expression, with what was left out around it.
    return original.contains { [0x0A, 0x0D, 0x3C, 0x26, 0x5C, 0x7B].contains($0) }
  }
  if first == 0x26 { return original.last == 0x3B && !plain.isEmpty && plain.count <= 8 }
  if first == 0x27 { return original == [0x27, 0x27] && plain == [0x27] }
  guard first == 0x5C, original.count >= 2 else { return false }
  if original.count == 2, original[1] == plain[0], plain.count == 1 { return true }
  return [0x75, 0x55, 0x78, 0x5F, 0x30].contains(original[1])
}

private func checkBlocks(_ document: ParsedDocument, _ broken: inout [String]) {
  var end: UInt32 = 0
  for block in document.blocks {
    if block.range.lower != end { broken.append("a gap before block \(block.range)") }
    if block.range.isEmpty { broken.append("an empty block at \(block.range.lower)") }
    end = block.range.upper + 1
    if end > document.plain.count || document.plain[Int(end) - 1] != 0x0A {
      broken.append("no line feed after block \(block.range)")
      return
    }
    if document.plain[block.range.indices].contains(0x0A) { broken.append("a line feed in block \(block.range)") }
    if block.scope.isEmpty || !Scope.blocks.contains(block.scope) { broken.append("block \(block.range) has no scope") }
    if (block.level > 0) != block.scope.contains(.heading) { broken.append("block \(block.range) has a wrong level") }
  }
  if end != document.plain.count { broken.append("text after the last block") }
  var lower: UInt32 = 0
  for inline in document.inlines {
    if inline.range.lower < lower { broken.append("inline markup out of order at \(inline.range)") }
    lower = inline.range.lower
    if inline.range.isEmpty { broken.append("empty inline markup at \(inline.range)") }
    if !document.blocks.contains(where: { $0.range.contains(inline.range) }) {
      broken.append("inline markup crosses blocks at \(inline.range)")
    }
  }
}

private func checkDirectives(_ document: ParsedDocument, _ broken: inout [String]) {
  var lower: UInt32 = 0
  for directive in document.directives {
    if directive.range.lower < lower { broken.append("a directive out of order at \(directive.range)") }
    lower = directive.range.upper
    for selector in directive.selectors {
      if !directive.range.contains(selector.range) || document.source.string(in: selector.range) != selector.text {
        broken.append("a selector stands somewhere else: \(selector.text)")
      }
    }
  }
}

extension UTF8 {
  /// True when some bytes are valid UTF-8.
  fileprivate static func validate(_ bytes: [UInt8]) -> Bool {
    (try? SourceText(validating: bytes)) != nil
  }
}
