import CalqueDocument

// Largest, best, most powerful.
extension SuperlativeClassifier {
  /// The verdict on a degree form.
  func degreeVerdict(for candidate: SuperlativeCandidate) -> SuperlativeVerdict {
    let first = candidate.first
    let classes = sentence.classes(candidate.head)
    if candidate.isBare { return .silent(.quantity) }
    if candidate.form == .periphrastic, sentence.is(candidate.head, "unique") { return degreeOfUnique(candidate) }
    if classes.contains(.relativeEst) { return .silent(.order) }
    var determiner = sentence.determiner(of: first)
    if determiner.kind == .none, let other = sentence.coordinated(with: first) {
      determiner = sentence.determiner(of: other)
      if sentence.isPartitive(other) { return .silent(.partitive) }
    }
    if let reason = setReason(candidate, determiner) { return .silent(reason) }
    let scope = sentence.scope(after: candidate.end)
    if determiner.kind == .start, let reason = fragmentReason(candidate, scope) { return .silent(reason) }
    if let reason = headReason(candidate, determiner) { return .silent(reason) }
    if let reason = sentence.hedge(of: candidate, isQuoted: isQuoted(candidate)) { return .silent(reason) }
    if isAdvice(candidate) { return .silent(.generic) }
    return scopedVerdict(candidate, determiner, scope)
  }

  /// Why the words before a superlative make it no claim about one referent.
  private func setReason(
    _ candidate: SuperlativeCandidate, _ determiner: SuperlativeDeterminer
  ) -> SuperlativeReason? {
    let first = candidate.first
    if determiner.isRank { return .rank }
    // The fourth company with the largest capital.
    if let word = sentence.nearest([.ordinal, .be], leftOf: first, within: 6), sentence.has(word, .ordinal) {
      return .rank
    }
    if determiner.isPlural || sentence.isPartitive(first) { return .partitive }
    if !isKnown(candidate) {
      switch determiner.kind {
      case .the, .place, .universal, .owner: if sentence.isCapitalized(first) { return .otherWord }
      default: return .otherWord
      }
    }
    return switch determiner.kind {
    case .own: .ownSet
    case .indefinite: .quantity
    case .none: .withinReferent
    case .start, .the, .universal, .place, .owner, .demonstrative: nil
    }
  }

  /// False for a word in -est that no table names.
  private func isKnown(_ candidate: SuperlativeCandidate) -> Bool {
    candidate.form == .periphrastic || sentence.has(candidate.first, anyOf: [.measurableEst, .evaluativeEst])
  }

  /// Why a superlative that opens its sentence is no headline such as “Best pies in Canada”.
  private func fragmentReason(_ candidate: SuperlativeCandidate, _ scope: SuperlativeScope) -> SuperlativeReason? {
    let next = candidate.end
    if candidate.form == .periphrastic { return sentence.has(next, .be) ? nil : .quantity }
    let isPlace =
      (sentence.is(next, "in") || sentence.is(next, "on"))
      && (sentence.isCapitalized(next + 1) || sentence.has(next + 1, .article))
    guard sentence.isWord(next), isPlace || !sentence.has(next, .follower) else { return .term }
    if sentence.from(next, 4).contains(where: { sentence.has($0, anyOf: [.be, .auxiliary]) }) { return .term }
    let isJudgment = sentence.has(candidate.first, .evaluativeEst)
    return isJudgment || !scope.isDisjoint(with: [.finite, .universal, .ever]) ? nil : .term
  }

  /// Why the words after a superlative make it an award, a manner, an adverb or a limit.
  private func headReason(
    _ candidate: SuperlativeCandidate, _ determiner: SuperlativeDeterminer
  ) -> SuperlativeReason? {
    let next = candidate.end
    if sentence.has(next, .limitWord) || sentence.has(next + 1, .limitWord) { return .generic }
    if sentence.is(candidate.first, "best"), isAward(candidate) { return .name }
    // With the greatest care.
    if determiner.kind == .the, sentence.has(determiner.index - 1, .adposition),
      sentence.from(next, 3).contains(where: { sentence.has($0, .elativeNoun) })
    {
      return .quantity
    }
    guard candidate.form == .inflected else { return nil }
    let follower = sentence.classes(next)
    if isMeasurable(candidate), isFollowedByInfinitive(next) { return .scoped }
    if follower.contains(.follower), startsClause(next), !followsVerbOfBeing(determiner.index) { return .term }
    let isNominal = sentence.isWordOrNumber(next) && !follower.overlaps([.follower, .auxiliary, .own, .article])
    if isNominal || determiner.kind != .the { return nil }
    return isPredicate(determiner.index, next) ? nil : .withinReferent
  }

  /// The best film award; awarded the best film.
  private func isAward(_ candidate: SuperlativeCandidate) -> Bool {
    for index in sentence.from(candidate.end, 7) {
      if sentence.has(index, anyOf: [.be, .auxiliary]) { break }
      if !sentence.isWordOrNumber(index), !sentence.isHyphen(index), !sentence.isPossessive(index) { break }
      if sentence.has(index, .awardNoun) { return true }
    }
    return sentence.before(candidate.first, 5).contains { sentence.has($0, .awardWord) }
  }

  /// The youngest member to speak.
  private func isFollowedByInfinitive(_ next: Int) -> Bool {
    sentence.from(next + 1, 2).contains {
      sentence.is($0, "to") && sentence.isWord($0 + 1) && sentence.isWord($0 - 1)
        && !sentence.has($0 + 1, anyOf: [.article, .own])
    }
  }

  /// The best that, the most we.
  private func startsClause(_ index: Int) -> Bool {
    sentence.is(index, "that") || sentence.has(index, anyOf: [.firstPerson, .secondPerson])
      || sentence.is(index, "they")
      || sentence.is(index, "he") || sentence.is(index, "she") || sentence.is(index, "it")
  }

  private func followsVerbOfBeing(_ index: Int) -> Bool {
    sentence.before(index, 3).contains { sentence.has($0, .be) }
  }

  /// True when a superlative without a noun is predicated of something: X is by far the best.
  private func isPredicate(_ determiner: Int, _ next: Int) -> Bool {
    var governor = determiner - 1
    while governor >= sentence.tokens.lowerBound, governor > determiner - 5,
      sentence.isAdverb(governor) || sentence.has(governor, .approximator) || isJoint(governor)
    {
      if isJoint(governor), !sentence.is(governor, ",") { return true }
      governor -= 1
    }
    if governor < sentence.tokens.lowerBound || sentence.has(governor, .be) { return true }
    let hasScope = ["in", "of", "ever", "on"].contains { sentence.is(next, $0) }
    return hasScope && (!sentence.has(governor, .follower) || sentence.has(governor, .conjunction))
  }

  /// Your, its (for you're, it's), a dash or a comma before the article.
  private func isJoint(_ index: Int) -> Bool {
    sentence.is(index, "your") || sentence.is(index, "its") || sentence.is(index, ",") || sentence.is(index, "-")
      || sentence.is(index, "–") || sentence.is(index, "—")
  }

  /// The best way to; the best thing you can do.
  private func isAdvice(_ candidate: SuperlativeCandidate) -> Bool {
    let next = candidate.end
    guard sentence.has(next, .adviceNoun) else { return false }
    if sentence.has(next + 1, .secondPerson) { return true }
    guard ["to", "of", "is", "was", "by"].contains(where: { sentence.is(next + 1, $0) }) else { return false }
    if !sentence.has(next, .choiceNoun) { return true }
    // “The best place to sit is …” advises; “It is the best place to sit” judges.
    let isSubject = candidate.first <= sentence.tokens.lowerBound + 1
    return isSubject && sentence.from(next + 1, 13).contains { sentence.has($0, anyOf: [.be, .modal]) }
  }

  // MARK: Scope and property

  /// True when the property can be measured: the largest city, but not the biggest mistake.
  private func isMeasurable(_ candidate: SuperlativeCandidate) -> Bool {
    if candidate.form == .periphrastic {
      return (candidate.first + 1..<candidate.end).contains { sentence.has($0, .measurableAdjective) }
    }
    let next = candidate.end
    if isMeasure(candidate) { return true }
    return sentence.has(candidate.first, .measurableEst)
      && !(sentence.has(candidate.first, .figurativeEst) && sentence.has(next, .abstractNoun))
  }

  /// The strongest growth: a judgment of what is measured.
  private func isMeasure(_ candidate: SuperlativeCandidate) -> Bool {
    let plain: [StaticString] = ["best", "worst", "finest", "nicest"]
    if plain.contains(where: { sentence.is(candidate.first, $0) }) { return false }
    return sentence.has(candidate.end, .measureNoun) || sentence.has(candidate.end + 1, .measureNoun)
  }

  private func scopedVerdict(
    _ candidate: SuperlativeCandidate, _ determiner: SuperlativeDeterminer, _ scope: SuperlativeScope
  ) -> SuperlativeVerdict {
    let isUniversal = determiner.kind == .universal || !scope.isDisjoint(with: [.universal, .ever])
    if scope.contains(.personal), scope.isDisjoint(with: [.universal, .ever]) { return .silent(.ownSet) }
    if scope.contains(.exception) { return .silent(.rank) }
    if scope.contains(.span), scope.isDisjoint(with: [.universal, .ever]) { return .silent(.scoped) }
    let isMeasurable = isMeasurable(candidate)
    if isMeasurable, scope.contains(.period) { return .silent(.scoped) }
    // The world's poorest nations: a class, not one referent.
    if isMeasurable, determiner.kind == .universal, isPlural(candidate.end) { return .silent(.partitive) }
    let evidence = sentence.evidence(near: candidate)
    if evidence == .citation { return .silent(.measured) }
    if evidence == .measure, isUniversal || isMeasurable || isFrequency(candidate) { return .silent(.measured) }
    if isUniversal { return flagged(.universal, candidate) }
    if scope.contains(.institution) { return .silent(.scoped) }
    if determiner.kind == .owner { return .silent(.ownSet) }
    let isScoped = determiner.kind == .place || !scope.isDisjoint(with: [.finite, .all])
    if isMeasurable {
      if isScoped || !scope.isDisjoint(with: [.genitive, .circumstance]) { return .silent(.scoped) }
      return flagged(.unscoped, candidate)
    }
    return flagged(isScoped && !isFrequency(candidate) ? .evaluative : .unscoped, candidate)
  }

  /// The most widely used: it could be counted, but hardly was.
  private func isFrequency(_ candidate: SuperlativeCandidate) -> Bool {
    (candidate.first + 1..<candidate.end).contains { sentence.has($0, .frequencyAdjective) }
  }

  private func isPlural(_ index: Int) -> Bool {
    sentence.isWord(index) && sentence.ends(index, in: "s") && !sentence.ends(index, in: "ss")
      && !sentence.isPossessive(index)
  }
}
