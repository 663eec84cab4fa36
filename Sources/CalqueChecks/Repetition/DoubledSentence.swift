import CalqueDocument
import CalqueRules
import CalqueText

/// The same sentence again shortly after, or a phrase directly after itself.
///
/// Sentences that repeat in the same order are one finding, so that a doubled paragraph is reported once.
struct DoubledSentence: Check {
  /// A sentence must have so many words.
  private static let minimumWords = 6
  /// So many when other sentences stand between.
  private static let minimumPartedSentence = 8
  /// A phrase must have so many words, and at most that many are compared.
  private static let phraseWords = 4...24
  /// So many when a mark stands between: speakers repeat short phrases for effect.
  private static let minimumPartedWords = 5
  /// A sentence is looked for in so many sentences before it.
  private static let distance = 3

  private let rule: Int

  /// Makes the check; it has no parameters.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters([])
    rule = compiler.rule
  }

  func run(on document: Document, into output: inout CheckOutput) {
    let words = SentenceWords(document)
    findSentences(words, document, into: &output)
    for sentence in document.sentences.indices { findPhrases(words.tokens(of: sentence), document, into: &output) }
  }

  /// The word tokens of all sentences, one after another.
  private struct SentenceWords {
    private var words: [Int32] = []
    private var ends: [Int] = []
    private(set) var hashes: [UInt64] = []

    init(_ document: Document) {
      words.reserveCapacity(document.tokens.count)
      for sentence in document.sentences {
        var hash: UInt64 = 0
        for token in sentence.tokens
        where document.tokens[token].kind == .word || document.tokens[token].kind == .number {
          words.append(Int32(truncatingIfNeeded: token))
          hash = (hash ^ UInt64(document.tokens[token].symbol.value)) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        ends.append(words.count)
        hashes.append(hash)
      }
    }

    func tokens(of sentence: Int) -> ArraySlice<Int32> {
      words[(sentence == 0 ? 0 : ends[sentence - 1])..<ends[sentence]]
    }
  }

  private func findSentences(_ words: SentenceWords, _ document: Document, into output: inout CheckOutput) {
    var last: [UInt64: Int] = [:]
    var (lastStart, lastEnd) = (-1, -1)
    var sentence = 0
    while sentence < document.sentences.count {
      let tokens = words.tokens(of: sentence)
      let known = tokens.count >= Self.minimumWords ? last.updateValue(sentence, forKey: words.hashes[sentence]) : nil
      guard let known, sentence - known <= Self.distance,
        sentence - known == 1 || tokens.count >= Self.minimumPartedSentence, isProse(sentence, document),
        isProse(known, document),
        isSame(tokens, words.tokens(of: known), document)
      else {
        sentence += 1
        continue
      }
      var end = sentence + 1
      while end < document.sentences.count, known + end - sentence < sentence,
        document.sentences[end].block == document.sentences[sentence].block,
        isSame(words.tokens(of: end), words.tokens(of: known + end - sentence), document)
      {
        last[words.hashes[end]] = end
        end += 1
      }
      if sentence == lastEnd, sentence - known == lastEnd - lastStart, let previous = output.findings.popLast() {
        // A loop: one finding over all copies.
        output.findings.append(
          Finding(
            rule: rule, range: ByteRange(previous.range.lower, Self.range(of: sentence..<end, document).upper),
            replacement: "", related: previous.related))
      } else {
        output.findings.append(
          Finding(
            rule: rule, range: Self.range(of: sentence..<end, document), replacement: "",
            related: [(Self.range(of: known..<known + end - sentence, document), "it stands here first")]))
      }
      (lastStart, lastEnd) = (sentence, end)
      sentence = end
    }
  }

  private static func range(of sentences: Range<Int>, _ document: Document) -> ByteRange {
    let first = document.sentences[sentences.lowerBound].tokens
    let last = document.sentences[sentences.upperBound - 1].tokens
    return document.range(ofTokens: first.lowerBound..<last.upperBound)
  }

  private func isProse(_ sentence: Int, _ document: Document) -> Bool {
    document.blocks[Int(document.sentences[sentence].block)].scope.isDisjoint(
      with: [.heading, .tableCell, .caption, .frontMatter, .code])
      // Two pieces of code look alike here.
      && document.tokens[document.sentences[sentence].tokens].allSatisfy { $0.kind != .placeholder }
  }

  private func isSame(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, _ document: Document) -> Bool {
    a.count == b.count && !a.isEmpty
      && zip(a, b).allSatisfy { document.tokens[Int($0)].symbol == document.tokens[Int($1)].symbol }
  }

  /// Finds words that follow themselves at once.
  ///
  /// - Complexity: O(*n* · *m*) in words and in the longest phrase, O(*n*) where no word occurs twice.
  private func findPhrases(_ words: ArraySlice<Int32>, _ document: Document, into output: inout CheckOutput) {
    guard words.count >= Self.phraseWords.lowerBound * 2 else { return }
    var position = words.startIndex
    while position + Self.phraseWords.lowerBound * 2 <= words.endIndex {
      guard let length = repeatedLength(at: position, words, document) else {
        position += 1
        continue
      }
      let first = Int(words[position])
      var copies = 2
      while position + length * (copies + 1) <= words.endIndex,
        isSame(
          words[position..<position + length],
          words[position + length * copies..<position + length * (copies + 1)], document)
      { copies += 1 }
      let second = Int(words[position + length])
      // Which of the commas goes with the copy is for a person to say.
      let isParted = second != Int(words[position + length - 1]) + 1
      let end = Int(words[position + length * copies - 1]) + 1
      output.findings.append(
        Finding(
          rule: rule, range: document.range(ofTokens: second..<end), replacement: isParted ? nil : "",
          related: [(document.range(ofTokens: first..<Int(words[position + length - 1]) + 1), "it stands here first")]))
      position += length * copies
    }
  }

  private func repeatedLength(at position: Int, _ words: ArraySlice<Int32>, _ document: Document) -> Int? {
    let symbol = document.tokens[Int(words[position])].symbol
    let longest = min(Self.phraseWords.upperBound, (words.endIndex - position) / 2)
    guard longest >= Self.phraseWords.lowerBound else { return nil }
    for length in Self.phraseWords.lowerBound...longest
    where document.tokens[Int(words[position + length])].symbol == symbol {
      let first = words[position..<position + length]
      let second = words[position + length..<position + length * 2]
      if isSame(first, second, document), isPhrase(first, before: Int(words[position + length]), document) {
        return length
      }
    }
    return nil
  }

  /// True for words of a running text: more than two different ones, no code among them, and nothing but a comma
  /// before their copy.
  private func isPhrase(_ words: ArraySlice<Int32>, before copy: Int, _ document: Document) -> Bool {
    guard let first = words.first, let last = words.last,
      Set(words.map { document.tokens[Int($0)].symbol }).count > 2,
      document.tokens[Int(first)..<copy].allSatisfy({ $0.kind != .placeholder && $0.kind != .symbol })
    else { return false }
    let between = document.tokens[Int(last) + 1..<copy]
    if between.isEmpty { return true }
    return words.count >= Self.minimumPartedWords
      && between.allSatisfy { document.plain[Int($0.range.lower)] == UInt8(ascii: ",") }
  }
}
