import CalqueDocument
import CalqueText

extension SuperlativeSentence {
  /// What backs a superlative in its sentence.
  enum Evidence: Hashable, Sendable {
    /// A number with a unit or a currency, a number that something is, or a score.
    case measure
    /// A citation mark or a link.
    case citation
  }

  /// The evidence near a superlative: a measure at most 14 tokens away, or a citation further on in the sentence.
  func evidence(near candidate: SuperlativeCandidate) -> Evidence? {
    for index in from(candidate.first, 60) where isCitation(index) { return .citation }
    if isCited { return .citation }
    for index in before(candidate.first, 14) where isMeasure(index) { return .measure }
    for index in from(candidate.end, 14) {
      if isMeasure(index) { return .measure }
      if isLink(index) { return .citation }
    }
    return nil
  }

  /// True when a citation mark stands right after the sentence: “… of all. [19]”
  private var isCited: Bool {
    let number = tokens.upperBound + 1
    guard number + 1 < document.tokens.count, document.tokens[number].kind == .number else { return false }
    let bytes = [number - 1, number + 1].map { document.plain[Int(document.tokens[$0].range.lower)] }
    return bytes == [UInt8(ascii: "["), UInt8(ascii: "]")]
  }

  /// The number in [19].
  private func isCitation(_ index: Int) -> Bool {
    isNumber(index) && self.is(index - 1, "[") && self.is(index + 1, "]")
  }

  private func isLink(_ index: Int) -> Bool {
    token(index).map { !Scope(inline: $0.inline).isDisjoint(with: [.linkText, .url]) } ?? false
  }

  private func isMeasure(_ index: Int) -> Bool {
    if isAmount(index) { return true }
    guard isNumber(index) else { return false }
    if has(index - 1, anyOf: [.currency, .be]) || has(index + 1, anyOf: [.unit, .currency]) { return true }
    // A score: 0-9.
    return isShortNumber(index) && isHyphen(index + 1) && isShortNumber(index + 2)
  }

  /// 5m, 400km, but neither 2nd nor 1990s.
  private func isAmount(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .word, document.plain[Int(token.range.lower)] &- 48 < 10 else {
      return false
    }
    return !isOrdinalNumber(index) && !ends(index, in: "s")
  }

  private func isShortNumber(_ index: Int) -> Bool {
    token(index).map { $0.kind == .number && $0.range.count <= 2 } ?? false
  }
}
