import CalqueDocument

/// A form that may be a superlative.
struct SuperlativeCandidate: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// Largest, best, worst.
    case inflected
    /// Most or least, with the adjective when one follows.
    case periphrastic
    /// Unique, ultimate, leading, number one, first, only.
    case lexical
  }

  let form: Form
  /// The index of its first token.
  let first: Int
  /// The index after its last token.
  let end: Int
  /// The index of the word that carries the degree: largest, or powerful in most powerful.
  let head: Int

  /// True for most or least without an adjective.
  var isBare: Bool { form == .periphrastic && head == first }
}

extension SuperlativeSentence {
  /// Words that start a candidate without ending in -est.
  static let triggers: WordClasses = [
    .measurableEst, .evaluativeEst, .relativeEst, .superlativeAdverb, .absolute, .ultimate, .leading, .numberOne,
    .first,
    .only,
  ]

  /// The candidate that starts at a token.
  func candidate(at index: Int) -> SuperlativeCandidate? {
    let classes = classes(index)
    if isInflected(index) {
      return SuperlativeCandidate(form: .inflected, first: index, end: index + 1, head: index)
    }
    if classes.contains(.superlativeAdverb) { return periphrastic(at: index) }
    if classes.contains(.numberOne) {
      guard self.is(index + 1, "one") else { return nil }
      return SuperlativeCandidate(form: .lexical, first: index, end: index + 2, head: index)
    }
    if classes.overlaps(Self.triggers) {
      return SuperlativeCandidate(form: .lexical, first: index, end: index + 1, head: index)
    }
    return nil
  }

  /// Most or least with the adverbs and the adjective after it: most widely used, most cost-effective.
  private func periphrastic(at index: Int) -> SuperlativeCandidate {
    let isDetermined =
      has(index - 1, anyOf: [.article, .own, .booster, .conjunction, .partitive]) || isPossessive(index - 1)
      || isHyphen(index - 1)
    var head = index + 1
    if isHyphen(head) { head += 1 }
    while head < index + 4, isAdverb(head), isAdjective(head + 1, participles: true) || isAdverb(head + 1) { head += 1 }
    guard isAdjective(head, participles: isDetermined || head > index + 1) else {
      return SuperlativeCandidate(form: .periphrastic, first: index, end: index + 1, head: index)
    }
    var end = head + 1
    if isHyphen(end), isWord(end + 1) {
      end += 2
    } else if isWord(end), isCompound(head, end) {
      end += 1
    }
    return SuperlativeCandidate(form: .periphrastic, first: index, end: end, head: head)
  }

  /// True for two words of one adjective without their hyphen: cost effective, well known, talked about.
  private func isCompound(_ head: Int, _ next: Int) -> Bool {
    if self.is(head, "cost") || self.is(head, "well") {
      return isAdjective(next, participles: true) || self.is(next, "known")
    }
    return (self.is(head, "talked") && self.is(next, "about")) || (self.is(head, "sought") && self.is(next, "after"))
  }
}
