import CalqueDocument

// Unique, unprecedented, ultimate, leading, first ever, the only way.
extension SuperlativeClassifier {
  /// The verdict on a word that admits no equal.
  func absoluteVerdict(for candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let classes = sentence.classes(candidate.first)
    if classes.contains(.absolute) { return plainAbsolute(candidate) }
    if classes.contains(.ultimate) { return ultimate(candidate) }
    if classes.contains(.leading) || classes.contains(.numberOne) { return leading(candidate) }
    if classes.contains(.first) { return first(candidate) }
    return only(candidate)
  }

  private func plainAbsolute(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let (before, next) = (candidate.first - 1, candidate.end)
    let isUnique = sentence.is(candidate.first, "unique")
    if isUnique {
      if sentence.is(before, "own") { return .silent(.term) }
      let isTechnical = sentence.from(next, 3).contains {
        sentence.has($0, .technicalNoun) || sentence.document.tokens[$0].kind == .placeholder || sentence.is($0, "`")
      }
      if isTechnical { return .silent(.term) }
    }
    if isUnique, sentence.has(before, .degreeWord) { return degreeOfUnique(candidate) }
    if sentence.isPartitive(candidate.first) { return .silent(.partitive) }
    // Every family is unique.
    if isUnique, sentence.before(before, 4).contains(where: { sentence.is($0, "every") || sentence.is($0, "each") }) {
      return .silent(.term)
    }
    // Unprecedented: none of the 31 earlier ones …
    if sentence.is(next, ":") || sentence.is(next, ";") || sentence.is(next, "—"),
      sentence.from(next, 20).contains(where: sentence.isNumber)
    {
      return .silent(.measured)
    }
    return hedgedOr(.absolute, candidate)
  }

  /// Very unique: a slip of usage, whoever says so, but not in a quotation.
  func degreeOfUnique(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    sentence.nearest([.negation], leftOf: candidate.first, within: 2) == nil
      ? flagged(.stacked, candidate) : .silent(.notAsserted)
  }

  private func ultimate(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let (before, next) = (candidate.first - 1, candidate.end)
    let isDetermined = sentence.has(before, anyOf: [.article, .own]) || sentence.isPossessive(before)
    guard isDetermined, sentence.isWord(next), !sentence.has(next, anyOf: [.ultimateNoun, .follower]) else {
      return .silent(.otherWord)
    }
    return hedgedOr(.absolute, candidate)
  }

  /// The leading brand, the world's number one.
  private func leading(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let (before, next) = (candidate.first - 1, candidate.end)
    guard sentence.isWord(next),
      !sentence.has(next, anyOf: [.leadingNoun, .adviceNoun, .abstractNoun, .follower, .article, .own, .auxiliary])
    else { return .silent(.otherWord) }
    // The premier said: a person.
    if sentence.is(candidate.first, "premier"), sentence.ends(next, in: "ed") || sentence.has(next, .report) {
      return .silent(.otherWord)
    }
    guard sentence.has(before, .article) || sentence.isPossessive(before), !sentence.isPartitive(candidate.first) else {
      return .silent(.partitive)
    }
    let isUniversal =
      sentence.has(before, .universalOwner)
      || !sentence.scope(after: next).isDisjoint(with: [.universal, .ever])
    return hedgedOr(isUniversal ? .universal : .absolute, candidate)
  }

  /// First ever; the world's first; for the first time in history.
  private func first(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let (before, next) = (candidate.first - 1, candidate.end)
    if sentence.is(next, "ever") || (sentence.isHyphen(next) && sentence.is(next + 1, "ever")) {
      return hedgedOr(.stacked, candidate)
    }
    if sentence.has(before, .universalOwner) { return hedgedOr(.universal, candidate) }
    if sentence.is(next, "time"), sentence.is(before, "the"), sentence.is(before - 1, "for"),
      !sentence.scope(after: next).isDisjoint(with: [.universal, .institution])
    {
      return hedgedOr(.universal, candidate)
    }
    return .silent(.order)
  }

  /// The only way to; the only country that.
  private func only(_ candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let next = candidate.end
    guard sentence.has(candidate.first - 1, .article), sentence.has(next, .onlyNoun),
      ["to", "that", "who", "which", "is"].contains(where: { sentence.is(next + 1, $0) })
    else { return .silent(.restrictive) }
    if sentence.scope(after: next).contains(.finite) { return .silent(.scoped) }
    return hedgedOr(.absolute, candidate)
  }
}
