import CalqueDocument

/// The superlatives of a document that an editor would ask about: worked out once, shared by the rules.
package struct SuperlativeAnalysis: Sendable {
  /// In the order of the text.
  package let superlatives: [Superlative]

  /// Looks through a document.
  ///
  /// - Complexity: O(*n*) in tokens.
  package init(_ document: Document, lexicon: SuperlativeLexicon) {
    var superlatives: [Superlative] = []
    Self.forEachForm(in: document, lexicon: lexicon) { tokens, verdict in
      if case .flagged(let kind) = verdict { superlatives.append(Superlative(kind: kind, tokens: tokens)) }
    }
    self.superlatives = superlatives
  }

  /// Hands over each form that looks like a superlative, with the tokens that a finding would show.
  ///
  /// Words that are no candidate cost a table look-up and a glance at their last letters.
  ///
  /// - Complexity: O(*n*) in tokens.
  package static func forEachForm(
    in document: Document, lexicon: SuperlativeLexicon, _ body: (Range<Int>, SuperlativeVerdict) -> Void
  ) {
    for sentence in document.sentences {
      var index = sentence.tokens.lowerBound
      while let first = firstForm(in: index..<sentence.tokens.upperBound, document, lexicon) {
        let sentence = SuperlativeSentence(document: document, lexicon: lexicon, tokens: sentence.tokens)
        index = first + 1
        guard let candidate = sentence.candidate(at: first) else { continue }
        index = candidate.end
        body(sentence.extent(of: candidate), SuperlativeClassifier(sentence: sentence).verdict(for: candidate))
      }
    }
  }

  /// The first token that may start a form.
  private static func firstForm(in tokens: Range<Int>, _ document: Document, _ lexicon: SuperlativeLexicon) -> Int? {
    for index in tokens {
      let token = document.tokens[index]
      guard case .word = token.kind else { continue }
      switch lexicon.role(of: token.symbol) {
      case .form: return index
      case .unknown: if document.endsInEst(token) { return index }
      case .other: break
      }
    }
    return nil
  }
}

extension SuperlativeSentence {
  /// The tokens that a finding shows: with “world's” or the degree of unique before it, with the rest of a
  /// compound, and with “ever” soon after it.
  func extent(of candidate: SuperlativeCandidate) -> Range<Int> {
    let isWider =
      has(candidate.first - 1, .universalOwner)
      || (self.is(candidate.first, "unique") && has(candidate.first - 1, .degreeWord))
    let first = isWider ? candidate.first - 1 : candidate.first
    let end = isHyphen(candidate.end) && isWord(candidate.end + 1) ? candidate.end + 2 : candidate.end
    for index in from(end, 3) {
      if has(index, .ever) { return first..<index + 1 }
      if !isHyphen(index), !isWord(index) || has(index, anyOf: [.follower, .be, .auxiliary, .thirdPerson]) { break }
    }
    return first..<end
  }
}
