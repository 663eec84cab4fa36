import CalqueText

/// Text inside quotation marks, or a block quotation.
package struct Quotation: Hashable, Sendable, BitwiseCopyable {
  /// The index of the first token inside the marks.
  package let firstToken: UInt32
  /// The index after the last token inside the marks.
  package let endToken: UInt32
  /// The index of the first token of the clause that probably names the speaker (`Madden told the paper`), and the
  /// index after its last; both 0 when there is none in the sentences that touch the quotation.
  package let speakerFirst: UInt32
  package let speakerEnd: UInt32

  /// A quotation from its parts.
  package init(firstToken: UInt32, endToken: UInt32, speakerFirst: UInt32 = 0, speakerEnd: UInt32 = 0) {
    self.firstToken = firstToken
    self.endToken = endToken
    self.speakerFirst = speakerFirst
    self.speakerEnd = speakerEnd
  }

  /// True when a clause nearby names a speaker.
  package var hasSpeaker: Bool { speakerEnd > speakerFirst }
}

/// One text as rules see it: flat tables over the plain text.
package struct Document: Sendable {
  /// The text, its layout and the way back to the source.
  package let parsed: ParsedDocument
  /// Tokens in order; no token crosses a block.
  package let tokens: [Token]
  /// Sentences in order; they tile the tokens of each block.
  package let sentences: [Sentence]
  /// For each block the index of its first sentence, and at the end the number of sentences.
  package let blockSentences: [UInt32]
  /// Quotations in order.
  package let quotations: [Quotation]
  /// Number of word and number tokens outside code.
  package let wordCount: Int

  /// A document from its tables.
  package init(
    parsed: ParsedDocument, tokens: [Token], sentences: [Sentence], blockSentences: [UInt32],
    quotations: [Quotation], wordCount: Int
  ) {
    self.parsed = parsed
    self.tokens = tokens
    self.sentences = sentences
    self.blockSentences = blockSentences
    self.quotations = quotations
    self.wordCount = wordCount
  }

  /// The plain text.
  package var plain: [UInt8] { parsed.plain }
  /// The blocks.
  package var blocks: [Block] { parsed.blocks }

  /// The indices of a block's sentences.
  package func sentences(inBlock block: Int) -> Range<Int> {
    Int(blockSentences[block])..<Int(blockSentences[block + 1])
  }

  /// The plain text of a range as a string.
  package func string(in range: ByteRange) -> String {
    String(decoding: parsed.plain[range.indices], as: UTF8.self)
  }

  /// The plain text of a token as a string.
  package func string(of token: Token) -> String { string(in: token.range) }

  /// The plain range from the first to the last of some tokens.
  ///
  /// - Precondition: `tokens` is not empty.
  package func range(ofTokens tokens: Range<Int>) -> ByteRange {
    ByteRange(self.tokens[tokens.lowerBound].range.lower, self.tokens[tokens.upperBound - 1].range.upper)
  }
}
