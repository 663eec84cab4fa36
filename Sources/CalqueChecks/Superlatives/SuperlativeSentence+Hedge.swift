import CalqueDocument

extension SuperlativeSentence {
  /// Attributions and citations further away than this are not looked for, so that long sentences cost no more.
  private static let reach = 60

  /// Why a superlative is not asserted in the author's own voice; nil when it is.
  ///
  /// - Parameter isQuoted: true when it stands in a quotation, whose attribution says nothing of the words inside.
  func hedge(of candidate: SuperlativeCandidate, isQuoted: Bool) -> SuperlativeReason? {
    if isQuestion { return .notAsserted }
    if !isQuoted, isAttributed(candidate) { return .attributed }
    if isEpistemic(candidate) { return .epistemic }
    if isNegated(candidate.first) || isConditional(candidate.first) || isAimed(candidate.first) { return .notAsserted }
    if isExperience(candidate.end) { return .experience }
    if isGeneric(candidate) { return .generic }
    return nil
  }

  // MARK: Attribution

  private func isAttributed(_ candidate: SuperlativeCandidate) -> Bool {
    for index in before(candidate.first, Self.reach) where isSource(index) || isReport(index) { return true }
    if before(candidate.first, 20).contains(where: isFinding) { return true }
    // A list of the most important people.
    if before(candidate.first, 4).contains(where: { has($0, .sourceNoun) && self.is($0 + 1, "of") }) { return true }
    if nearest([.rated], leftOf: candidate.first, within: 9) != nil { return true }
    if let rated = nearest([.ratedAs], leftOf: candidate.first, within: 9),
      (rated..<candidate.first).contains(where: { self.is($0, "as") || self.is($0, "by") })
    {
      return true
    }
    for index in from(candidate.end, Self.reach) {
      if isSource(index) && !self.is(index, "based") { return true }
      // … , he said: a verb of saying after its subject and a comma.
      if isReport(index), isWord(index - 1),
        (max(candidate.end, index - 6)..<index).contains(where: { self.is($0, ",") || isInQuotation($0) })
      {
        return true
      }
    }
    return from(candidate.end, 8).contains { self.is($0, ",") && self.is($0 + 1, "as") }
  }

  /// According to the council; based on the survey; per the report.
  private func isSource(_ index: Int) -> Bool {
    if self.is(index, "according") { return self.is(index + 1, "to") }
    if self.is(index, "based") { return self.is(index + 1, "on") || self.is(index + 1, "upon") }
    guard self.is(index, "per"), self.is(index + 1, "the") || isCapitalized(index + 1) else { return false }
    return index == tokens.lowerBound || self.is(index - 1, ",")
  }

  /// A verb of saying with another subject than the author.
  private func isReport(_ index: Int) -> Bool {
    has(index, .report) && !has(index - 1, anyOf: [.article, .adposition])
      && !before(index, 3).contains { has($0, .firstPerson) && !self.is($0, "me") }
  }

  /// The survey found, figures show: a verb of finding not far after a source.
  private func isFinding(_ index: Int) -> Bool {
    has(index, .finding) && before(index, 6).contains { has($0, .sourceNoun) }
  }

  private func isInQuotation(_ index: Int) -> Bool {
    token(index).map { Scope(inline: $0.inline).contains(.quotation) } ?? false
  }

  // MARK: Belief

  private func isEpistemic(_ candidate: SuperlativeCandidate) -> Bool {
    let first = candidate.first
    if nearest([.modal], leftOf: first, within: 6) != nil { return true }
    if nearest([.epistemic], leftOf: first, within: 7) != nil { return true }
    if from(candidate.end, 4).contains(where: { isEvidence($0, isFirst: $0 == candidate.end) }) { return true }
    // By any known animal.
    if from(candidate.end, 6).contains(where: { has($0, .quantifier) && self.is($0 + 1, "known") }) { return true }
    for index in before(first, 12) where has(index, .firstPerson) && !self.is(index, "me") && !self.is(index, "my") {
      let verb = isAdverb(index + 1) ? index + 2 : index + 1
      if verb < first, has(verb, .opinionVerb) || (self.is(index, "i") && self.is(verb, "would")) { return true }
    }
    return before(first, 12).contains(where: isOpinion) || from(candidate.end, 12).contains(where: isOpinion)
  }

  /// The oldest known, the largest ever recorded.
  private func isEvidence(_ index: Int, isFirst: Bool) -> Bool {
    guard has(index, .evidential), isFirst || !self.is(index, "reported") else { return false }
    return !self.is(index + 1, "for") && !self.is(index + 1, "as") && !has(index + 1, anyOf: [.article, .own])
  }

  /// In my opinion; to me, set off by a comma.
  private func isOpinion(_ index: Int) -> Bool {
    if self.is(index, "in"), self.is(index + 1, "my") || self.is(index + 1, "our") {
      return has(index + 2, .opinionNoun)
    }
    guard self.is(index, "to") || self.is(index, "for"), self.is(index + 1, "me") else { return false }
    return index == tokens.lowerBound || self.is(index - 1, ",") || has(index + 2, .be)
  }

  // MARK: Not asserted

  private func isNegated(_ first: Int) -> Bool {
    if nearest([.negation], leftOf: first, within: 7) != nil { return true }
    guard let index = nearest([.noWord], leftOf: first, within: 3) else { return false }
    // Without a doubt, no question: these assert.
    return !(index..<first).contains { self.is($0, "doubt") || self.is($0, "question") || self.is($0, "other") }
  }

  private func isConditional(_ first: Int) -> Bool {
    guard let index = nearest([.condition], leftOf: first, within: 12) else { return false }
    return !(index..<first).contains { self.is($0, ",") }
  }

  /// Aims to build the largest; find the best; an effort to become the first.
  private func isAimed(_ first: Int) -> Bool {
    if nearest([.search], leftOf: first, within: 6) != nil { return true }
    if let index = nearest([.irrealis], leftOf: first, within: 7),
      (index + 1..<first).contains(where: { self.is($0, "to") || self.is($0, "for") })
    {
      return true
    }
    let governor = governor(of: first)
    // We need the best people.
    if has(governor, .desire) { return true }
    for verb in [governor - 1, governor] where has(verb, .realize) && self.is(verb - 1, "to") {
      // Has to be the best: this asserts.
      if !["have", "has", "had", "got"].contains(where: { self.is(verb - 2, $0) }) { return true }
    }
    return false
  }

  // MARK: Experience and the general case

  /// I have ever seen, you will ever meet, we got.
  private func isExperience(_ end: Int) -> Bool {
    from(end, 9).contains { index in
      if has(index, .thirdPerson) { return from(index, 4).contains { has($0, .ever) } }
      return has(index, anyOf: [.firstPerson, .secondPerson]) && !self.is(index, "me")
        && from(index, 5).contains { has($0, anyOf: [.experience, .ever]) }
    }
  }

  private func isGeneric(_ candidate: SuperlativeCandidate) -> Bool {
    let governor = governor(of: candidate.first)
    if self.is(governor, "than"), governor > tokens.lowerBound { return true }
    // As healthy as the sickest.
    if self.is(governor, "as"), before(governor, 4).contains(where: { self.is($0, "as") }) { return true }
    // On the hottest days.
    if has(governor, .adposition), has(candidate.end, .periodNoun) || has(candidate.end + 1, .periodNoun) {
      return true
    }
    // All but the most urgent.
    if self.is(governor, "but"), self.is(governor - 1, "all") { return true }
    return has(candidate.first - 1, .even) || has(candidate.first - 2, .even)
  }

  /// The index of the word before the superlative and its determiners.
  private func governor(of first: Int) -> Int {
    var index = first - 1
    while has(index, anyOf: [.article, .own, .booster]) || isPossessive(index) { index -= 1 }
    return index
  }
}
