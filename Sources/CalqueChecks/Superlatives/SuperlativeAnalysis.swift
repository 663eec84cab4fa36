import CalqueDocument

/// The superlatives of a document that an editor would ask about: worked out once, shared by the rules.
struct SuperlativeAnalysis: Sendable {
  /// In the order of the text.
  let superlatives: [Superlative]

  /// Looks through a document.
  ///
  /// Words that are no candidate cost a table look-up and a glance at their last letters.
  ///
  /// - Complexity: O(*n*) in tokens.
  init(_ document: Document, lexicon: SuperlativeLexicon) {
    var superlatives: [Superlative] = []
    for sentence in document.sentences where Self.mayHold(sentence.tokens, document, lexicon) {
      let sentence = SuperlativeSentence(sentence.tokens, of: document, lexicon: lexicon)
      let classifier = SuperlativeClassifier(sentence: sentence)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let candidate = sentence.candidate(at: index) else {
          index += 1
          continue
        }
        index = candidate.end
        if case .flagged(let kind) = classifier.verdict(for: candidate) {
          superlatives.append(Superlative(kind: kind, tokens: sentence.extent(of: candidate)))
        }
      }
    }
    self.superlatives = superlatives
  }

  /// True when a sentence has a word that could start a candidate.
  private static func mayHold(_ tokens: Range<Int>, _ document: Document, _ lexicon: SuperlativeLexicon) -> Bool {
    for index in tokens {
      let token = document.tokens[index]
      guard token.kind == .word else { continue }
      let classes = lexicon.classes(of: token.symbol)
      if classes.overlaps(SuperlativeSentence.triggers) { return true }
      if classes.isEmpty, document.endsInEst(token) { return true }
    }
    return false
  }
}

extension SuperlativeSentence {
  /// The tokens that a finding shows: with the world's before it, and with ever soon after it.
  func extent(of candidate: SuperlativeCandidate) -> Range<Int> {
    let first = has(candidate.first - 1, .universalOwner) ? candidate.first - 1 : candidate.first
    for index in from(candidate.end, 3) {
      if has(index, .ever) { return first..<index + 1 }
      if !isWord(index), !isHyphen(index) { break }
    }
    return first..<candidate.end
  }
}
