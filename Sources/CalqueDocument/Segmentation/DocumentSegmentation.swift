import CalqueText
import CalqueUnicode

/// Cuts documents into tokens and sentences; owns what that takes from one document to the next.
struct DocumentSegmentation: ~Copyable {
  private var interner: Interner
  private var folder: CaseFolder
  private var words: WordSegmenter
  private let sentences = SentenceSegmenter()
  private let refiner = SentenceRefiner()
  private let batch: SegmentBatch
  private var boundaries: [UInt32] = []

  init(_ vocabulary: Vocabulary) throws(UnicodeError) {
    // What may fail comes first: a type that cannot be copied may not be left half made.
    let folder = try CaseFolder()
    let words = try WordSegmenter()
    self.folder = folder
    self.words = words
    batch = SegmentBatch()
    interner = Interner(vocabulary)
  }

  /// The tokens and sentences of a text.
  mutating func tables(of parsed: borrowing ParsedDocument) -> DocumentTables {
    interner.reset()
    let blocks = parsed.blocks
    var tables = DocumentTables(byteCount: parsed.plain.count, blockCount: blocks.count)
    parsed.plain.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() {
        let firstToken = tables.tokens.count
        appendTokens(of: block.range, bytes, to: &tables.tokens)
        appendSentences(of: block.range, index: UInt32(index), firstToken: firstToken, bytes, to: &tables)
      }
    }
    tables.blockSentences.append(UInt32(tables.sentences.count))
    return tables
  }

  /// Cuts a phrase into tokens as text is cut.
  mutating func tokenize(phrase: String) -> [(text: String, original: String, kind: TokenKind)] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var tokens: [(text: String, original: String, kind: TokenKind)] = []
      words.begin(ByteRange(0, bytes.count))
      while true {
        let count = words.next(bytes, into: batch.segments)
        if count == 0 { return tokens }
        for segment in batch.segments[..<count] {
          guard let kind = TokenKind(segment.kind) else { continue }
          let original = UnsafeBufferPointer(rebasing: bytes[Int(segment.lower)..<Int(segment.upper)])
          let folded = folder.withFolded(original) { String(decoding: $0, as: UTF8.self) }
          tokens.append((folded, String(decoding: original, as: UTF8.self), kind))
        }
      }
    }
  }

  private mutating func appendTokens(
    of range: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]
  ) {
    words.begin(range)
    // The first token of a block counts as standing after space.
    var end = UInt32.max
    while true {
      let count = words.next(bytes, into: batch.segments)
      if count == 0 { return }
      var written = 0
      for segment in batch.segments[..<count] {
        guard let kind = TokenKind(segment.kind) else { continue }
        var flags = TokenFlags(segment)
        if end == UInt32.max || Self.hasSpace(bytes, end, segment.lower) { flags.insert(.afterSpace) }
        end = segment.upper
        batch.tokens[written] = Token(
          range: ByteRange(segment.lower, segment.upper), symbol: symbol(of: segment, bytes), kind: kind,
          script: Script(segment.script), flags: flags)
        written += 1
      }
      tokens.append(contentsOf: UnsafeBufferPointer(rebasing: batch.tokens[..<written]))
    }
  }

  @inline(__always)
  private mutating func symbol(of segment: WordSegment, _ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
    let range = Int(segment.lower)..<Int(segment.upper)
    if segment.isNonASCII { return foldedSymbol(of: UnsafeBufferPointer(rebasing: bytes[range])) }
    return interner.symbol(ofASCII: range, in: UnsafeRawBufferPointer(bytes))
  }

  @inline(never)
  private mutating func foldedSymbol(of form: UnsafeBufferPointer<UInt8>) -> Symbol {
    folder.withFolded(form) { interner.symbol(of: $0) }
  }

  @inline(__always)
  private static func hasSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: UInt32, _ upper: UInt32) -> Bool {
    lower < upper && (bytes[Int(lower)] == 0x20 || hasRareSpace(bytes, Int(lower), Int(upper)))
  }

  /// True when white space stands among what leaves no token: no-break spaces, tabs, zero-width characters.
  @inline(never)
  private static func hasRareSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    var index = lower
    while index < upper {
      let (value, next) = UTF8Decoding.scalar(bytes, at: index)
      if let scalar = Unicode.Scalar(value), UnicodeProperties.isWhiteSpace(scalar) { return true }
      index = next
    }
    return false
  }

  /// Deals the tokens of a block to sentences: a token belongs to the sentence in which it starts.
  private mutating func appendSentences(
    of range: ByteRange, index: UInt32, firstToken: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    to tables: inout DocumentTables
  ) {
    tables.blockSentences.append(UInt32(tables.sentences.count))
    boundaries.removeAll(keepingCapacity: true)
    sentences.boundaries(bytes, range, into: &boundaries)
    let endToken = tables.tokens.count
    var token = firstToken
    for boundary in boundaries {
      let first = token
      if boundary == range.upper {
        token = endToken
      } else if !refiner.isSuppressed(boundary, bytes, range) {
        while token < endToken, tables.tokens[token].range.lower < boundary { token += 1 }
      }
      if first == token { continue }
      tables.sentences.append(Sentence(firstToken: UInt32(first), endToken: UInt32(token), block: index))
    }
  }
}
