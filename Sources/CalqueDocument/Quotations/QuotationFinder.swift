import CalqueText
import CalqueUnicode

/// Finds the quotations of a document and marks the tokens inside them.
///
/// Only outermost quotations count. Marks pair inside one block; a quotation that runs over paragraphs has an opening mark
/// at the start of each. A mark without a partner is no quotation.
struct QuotationFinder {
  let blocks: [Block]
  let speech: SpeechVocabulary

  /// The quotations in order; sets `Scope.quotation` on the tokens between quotation marks.
  ///
  /// - Complexity: O(*n*) in tokens.
  func quotations(in tables: inout DocumentTables, plain: [UInt8]) -> [Quotation] {
    var spans: [Range<Int>] = []
    for block in blocks.indices {
      let tokens = tables.tokens(ofBlock: block)
      if !tokens.isEmpty { findMarked(tokens, nextBlock: block + 1, tables, plain, into: &spans) }
    }
    for span in spans {
      for token in span { tables.tokens[token].inline |= Scope.quotation.inlineByte }
    }
    let speakers = SpeakerFinder(tables: tables, speech: speech)
    var quotations = spans.map { speakers.quotation($0) }
    appendBlockQuotations(tables, to: &quotations)
    return quotations
  }

  private func findMarked(
    _ tokens: Range<Int>, nextBlock: Int, _ tables: DocumentTables, _ plain: [UInt8], into spans: inout [Range<Int>]
  ) {
    let scanner = MarkScanner(tokens: tables.tokens, range: tokens, plain: plain)
    // Families of which no closing mark is left in the block.
    var exhausted: Set<QuotationMark.Family> = []
    var index = tokens.lowerBound
    while let (opening, mark) = scanner.nextOpening(from: index, except: exhausted) {
      index = opening + 1
      if let closing = scanner.closing(of: mark, from: index) {
        if index < closing { spans.append(index..<closing) }
        index = closing + 1
      } else if goesOn(mark, into: nextBlock, tables, plain) {
        if index < tokens.upperBound { spans.append(index..<tokens.upperBound) }
        return
      } else {
        exhausted.insert(mark.family)
      }
    }
  }

  /// True when a block begins with the same mark that was left open in the block before.
  private func goesOn(_ mark: QuotationMark, into block: Int, _ tables: DocumentTables, _ plain: [UInt8]) -> Bool {
    guard block < blocks.count else { return false }
    let tokens = tables.tokens(ofBlock: block)
    guard !tokens.isEmpty else { return false }
    let scanner = MarkScanner(tokens: tables.tokens, range: tokens, plain: plain)
    return scanner.mark(at: tokens.lowerBound)?.scalar == mark.scalar
  }

  /// Merges in a quotation for each run of quoted blocks.
  private func appendBlockQuotations(_ tables: DocumentTables, to quotations: inout [Quotation]) {
    guard blocks.contains(where: { $0.scope.contains(.blockQuotation) }) else { return }
    var block = 0
    while block < blocks.count {
      var end = block
      while end < blocks.count, blocks[end].scope.contains(.blockQuotation) { end += 1 }
      let sentences = Int(tables.blockSentences[block])..<Int(tables.blockSentences[end])
      if !sentences.isEmpty {
        quotations.append(
          Quotation(
            firstToken: tables.sentences[sentences.lowerBound].firstToken,
            endToken: tables.sentences[sentences.upperBound - 1].endToken))
      }
      block = end + 1
    }
    quotations.sort { ($0.firstToken, $1.endToken) < ($1.firstToken, $0.endToken) }
  }
}

/// Reads the quotation marks among the tokens of one block.
private struct MarkScanner {
  let tokens: [Token]
  let range: Range<Int>
  let plain: [UInt8]

  /// The mark that a token is; nil for other tokens.
  func mark(at index: Int) -> QuotationMark? {
    let token = tokens[index]
    guard token.flags.contains(.quotationMark) else { return nil }
    return plain.withUnsafeBufferPointer { bytes in
      QuotationMark(UTF8Decoding.scalar(bytes, at: Int(token.range.lower)).value)
    }
  }

  /// The first mark at or after an index that can open a quotation.
  func nextOpening(from index: Int, except: Set<QuotationMark.Family>) -> (Int, QuotationMark)? {
    var index = index
    while index < range.upperBound {
      if let mark = mark(at: index), !except.contains(mark.family),
        mark.canOpen(isAfterSpace: isFree(index), isBeforeText: isBeforeText(index)), !isDecade(mark, index)
      {
        return (index, mark)
      }
      index += 1
    }
    return nil
  }

  /// The mark that closes what `opening` opened.
  func closing(of opening: QuotationMark, from index: Int) -> Int? {
    var index = index
    var possessive: Int?
    while index < range.upperBound {
      if let mark = mark(at: index), mark.family == opening.family {
        let canClose = mark.canClose(
          opening, isAfterSpace: tokens[index].flags.contains(.afterSpace), isBeforeText: isBeforeWord(index))
        if canClose {
          guard mark.family == .single || mark.family == .straightSingle, isAfterS(index) else { return index }
          // “the boys’ toys”: closes only when no better mark follows.
          if possessive == nil { possessive = index }
        } else if possessive != nil, mark.canOpen(isAfterSpace: isFree(index), isBeforeText: isBeforeText(index)) {
          return possessive
        }
      }
      index += 1
    }
    return possessive
  }

  /// True when nothing, white space or an opening mark stands before a token.
  private func isFree(_ index: Int) -> Bool {
    if index == range.lowerBound || tokens[index].flags.contains(.afterSpace) { return true }
    let before = tokens[index - 1]
    return before.kind == .punctuation && !isClosingMark(plain[Int(before.range.lower)])
  }

  /// True for ASCII marks that end something.
  private func isClosingMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private func isBeforeText(_ index: Int) -> Bool {
    index + 1 < range.upperBound && !tokens[index + 1].flags.contains(.afterSpace)
  }

  /// True for the apostrophe of `'90s`.
  private func isDecade(_ mark: QuotationMark, _ index: Int) -> Bool {
    guard mark.family == .single || mark.family == .straightSingle, index + 1 < range.upperBound else { return false }
    let next = tokens[index + 1]
    return plain[Int(next.range.lower)] &- 0x30 < 10 && next.range.count <= 3
  }

  private func isBeforeWord(_ index: Int) -> Bool {
    isBeforeText(index) && tokens[index + 1].kind.isWordOrNumber
  }

  private func isAfterS(_ index: Int) -> Bool {
    let lower = Int(tokens[index].range.lower)
    return lower > 0 && plain[lower - 1] | 0x20 == UInt8(ascii: "s")
  }
}
