import CalqueDocument
import CalqueRules
import CalqueText

/// Decides for each superlative form of a sentence whether an editor would ask about it.
///
/// The steps go from cheap to dear: is it a superlative at all; is it hedged; what is missing. Words are looked up in
/// tables, so the classifier needs no tags; where only a tag could tell, it stays silent.
struct SuperlativeClassifier {
  let sentence: SuperlativeSentence

  /// What it makes of a candidate.
  ///
  /// - Complexity: O(1): it looks at no more than 60 tokens to each side.
  func verdict(for candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    // The world's best-selling car ranks it, though best-selling alone is a term.
    if !sentence.has(candidate.first - 1, .universalOwner),
      let reason = sentence.lexicon.idioms.reason(for: candidate, in: sentence)
    {
      return .silent(reason)
    }
    if isName(candidate) { return .silent(.name) }
    return switch candidate.form {
    case .lexical: absoluteVerdict(for: candidate)
    case .inflected, .periphrastic: degreeVerdict(for: candidate)
    }
  }

  /// True when the candidate stands in a quotation.
  func isQuoted(_ candidate: SuperlativeCandidate) -> Bool {
    Scope(inline: sentence.document.tokens[candidate.first].inline).contains(.quotation)
  }

  /// Hedged or backed by a citation, or flagged.
  func hedgedOr(_ kind: SuperlativeKind, _ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    if let reason = sentence.hedge(of: candidate, isQuoted: isQuoted(candidate)) { return .silent(reason) }
    if sentence.evidence(near: candidate) == .citation { return .silent(.measured) }
    return flagged(kind, candidate)
  }

  /// Flagged, or a note when it is quoted: the speaker says so, not the author.
  func flagged(_ kind: SuperlativeKind, _ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    if !isQuoted(candidate) { return .flagged(kind) }
    return hasSpeaker(candidate.first) ? .flagged(.quoted) : .silent(.quoted)
  }

  private func hasSpeaker(_ index: Int) -> Bool {
    let quotations = sentence.document.quotations
    let place = quotations.partitioningIndex { $0.endToken > UInt32(index) }
    return place < quotations.count && quotations[place].firstToken <= UInt32(index) && quotations[place].hasSpeaker
  }

  /// A capital inside a sentence: Best Buy, the Supreme Court.
  private func isName(_ candidate: SuperlativeCandidate) -> Bool {
    let (first, end) = (candidate.first, candidate.end)
    let token = sentence.document.tokens[first]
    guard token.flags.contains(.capitalized), !sentence.isTitle else { return false }
    // THE BEST is emphasis; the Best Driving School there is, praise.
    if token.flags.contains(.allCaps), token.range.count >= 4 { return false }
    if candidate.form == .inflected, sentence.scope(after: end).contains(.ever) { return false }
    if first > sentence.tokens.lowerBound {
      let before = sentence.document.tokens[first - 1]
      if !before.flags.contains(.quotationMark), !sentence.has(first - 1, .opener) { return true }
    }
    guard sentence.isWord(end), sentence.isCapitalized(end) else { return false }
    let isFragment =
      candidate.form == .inflected && sentence.determiner(of: first).kind == .start
      && !sentence.tokens.contains { sentence.has($0, anyOf: [.be, .auxiliary]) }
    return !(isFragment && sentence.scope(after: end).contains(.finite))
  }
}
