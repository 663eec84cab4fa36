import CalqueText
import CalqueUnicode

/// Turns parsed prose into a `Document`: words, sentences, quotations.
///
/// Holds ICU objects and scratch memory: one per worker, not to be shared between threads.
package final class TextAnalyzer {
  private var interner: Interner
  private var folder: CaseFolder
  private var words: WordSegmenter
  private var sentences: SentenceSegmenter
  private let refiner = SentenceRefiner()
  private let speech: SpeechVocabulary
  private var segments: [WordSegment] = []
  private var boundaries: [UInt32] = []

  /// An analyzer whose symbols are those of a rule set's vocabulary.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init(vocabulary: Vocabulary) throws(UnicodeError) {
    var vocabulary = vocabulary
    speech = SpeechVocabulary(&vocabulary)
    interner = Interner(vocabulary)
    folder = try CaseFolder()
    words = try WordSegmenter()
    sentences = try SentenceSegmenter()
  }

  /// The tables of one text.
  ///
  /// Symbols above those of the vocabulary are numbered anew in each document.
  ///
  /// - Complexity: O(*n*) in bytes, plus O(*m*) in inline spans.
  package func analyze(_ parsed: consuming ParsedDocument) -> Document {
    let parsed = parsed
    interner.reset()
    var tables = DocumentTables(capacity: parsed.plain.count)
    parsed.plain.withUnsafeBufferPointer { bytes in
      for (index, block) in parsed.blocks.enumerated() {
        appendBlock(block.range, index: UInt32(index), bytes, to: &tables)
      }
    }
    tables.blockSentences.append(UInt32(tables.sentences.count))
    InlineMarker.mark(&tables.tokens, with: parsed.inlines)
    let finder = QuotationFinder(blocks: parsed.blocks, speech: speech)
    let quotations = finder.quotations(in: &tables, plain: parsed.plain)
    return Document(
      parsed: parsed, tokens: tables.tokens, sentences: tables.sentences, blockSentences: tables.blockSentences,
      quotations: quotations, wordCount: tables.wordCount)
  }

  /// Cuts a phrase into tokens as `analyze` cuts text; white space leaves none.
  ///
  /// - Returns: for each token its folded form, the form as written, and what it is.
  package func tokenize(phrase: String) -> [(text: String, original: String, kind: TokenKind)] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      segments.removeAll(keepingCapacity: true)
      words.segment(bytes, ByteRange(0, bytes.count), into: &segments)
      return segments.compactMap { segment in
        guard let kind = TokenKind(of: segment.traits) else { return nil }
        let original = UnsafeBufferPointer(rebasing: bytes[Int(segment.lower)..<Int(segment.upper)])
        let folded = folder.withFolded(original) { String(decoding: $0, as: UTF8.self) }
        return (folded, String(decoding: original, as: UTF8.self), kind)
      }
    }
  }

  private func appendBlock(
    _ range: ByteRange, index: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, to tables: inout DocumentTables
  ) {
    let firstToken = tables.tokens.count
    segments.removeAll(keepingCapacity: true)
    words.segment(bytes, range, into: &segments)
    var end = range.lower
    var isFirst = true
    for segment in segments {
      guard let kind = TokenKind(of: segment.traits) else { continue }
      let form = UnsafeBufferPointer(rebasing: bytes[Int(segment.lower)..<Int(segment.upper)])
      let symbol = folder.withFolded(form) { interner.symbol(of: $0) }
      var flags = TokenFlags(of: segment.traits, form)
      if isFirst || Self.hasSpace(bytes, end, segment.lower) { flags.insert(.afterSpace) }
      isFirst = false
      end = segment.upper
      tables.tokens.append(
        Token(
          range: ByteRange(segment.lower, segment.upper), symbol: symbol, kind: kind,
          script: Script(of: segment.traits), flags: flags))
    }
    appendSentences(range, index: index, firstToken: firstToken, bytes, to: &tables)
  }

  private static func hasSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: UInt32, _ upper: UInt32) -> Bool {
    var index = Int(lower)
    while index < Int(upper) {
      let (value, next) = UTF8Decoding.scalar(bytes, at: index)
      if value == 0x20 { return true }
      if let scalar = Unicode.Scalar(value), UnicodeProperties.isWhiteSpace(scalar) { return true }
      index = next
    }
    return false
  }

  /// Deals the tokens of a block to sentences: a token belongs to the sentence in which it starts.
  private func appendSentences(
    _ range: ByteRange, index: UInt32, firstToken: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    to tables: inout DocumentTables
  ) {
    tables.blockSentences.append(UInt32(tables.sentences.count))
    boundaries.removeAll(keepingCapacity: true)
    sentences.boundaries(bytes, range, into: &boundaries)
    var token = firstToken
    for boundary in boundaries {
      if boundary != range.upper, refiner.isSuppressed(boundary, bytes, range) { continue }
      let first = token
      if boundary == range.upper {
        token = tables.tokens.count
      } else {
        while token < tables.tokens.count, tables.tokens[token].range.lower < boundary { token += 1 }
      }
      if first == token { continue }
      tables.sentences.append(Sentence(firstToken: UInt32(first), endToken: UInt32(token), block: index))
    }
  }
}

/// The tables of a document while they grow.
struct DocumentTables {
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var blockSentences: [UInt32] = []

  /// Empty tables for a text of so many bytes.
  init(capacity: Int) {
    // English news has a token for each 5 bytes.
    tokens.reserveCapacity(capacity / 5 + 16)
  }

  /// Number of words and numbers outside code.
  var wordCount: Int {
    var count = 0
    let code = Scope.code.inlineByte
    for token in tokens where token.kind.rawValue <= TokenKind.number.rawValue && token.inline & code == 0 {
      count += 1
    }
    return count
  }
}
