/// The tables of a document while they grow.
struct DocumentTables {
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  /// For each block the index of its first sentence, and at the end the number of sentences.
  var blockSentences: [UInt32] = []

  /// Empty tables for a text of so many bytes.
  init(byteCount: Int, blockCount: Int) {
    // English news has a token for each 5 bytes and a sentence for each 110.
    tokens.reserveCapacity(byteCount / 5 + 16)
    sentences.reserveCapacity(byteCount / 100 + blockCount + 1)
    blockSentences.reserveCapacity(blockCount + 1)
  }

  /// Number of words and numbers outside code.
  var wordCount: Int {
    var count = 0
    let code = Scope.code.inlineByte
    for token in tokens where token.kind.isWordOrNumber && token.inline & code == 0 { count += 1 }
    return count
  }

  /// The tokens of a block.
  func tokens(ofBlock block: Int) -> Range<Int> {
    let first = Int(blockSentences[block])
    let end = Int(blockSentences[block + 1])
    return first == end ? 0..<0 : Int(sentences[first].firstToken)..<Int(sentences[end - 1].endToken)
  }
}
