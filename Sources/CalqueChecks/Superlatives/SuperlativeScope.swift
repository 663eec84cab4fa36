import CalqueText

/// What the words after a superlative say of the class that it ranks.
struct SuperlativeScope: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// In the world, of all time, anywhere.
  static let universal = SuperlativeScope(rawValue: 1 << 0)
  /// Ever, there is.
  static let ever = SuperlativeScope(rawValue: 1 << 1)
  /// In the city, at the museum.
  static let finite = SuperlativeScope(rawValue: 1 << 2)
  /// In the club's history.
  static let institution = SuperlativeScope(rawValue: 1 << 3)
  /// Of the trainers, of Europe.
  static let genitive = SuperlativeScope(rawValue: 1 << 4)
  /// Of all applicants.
  static let all = SuperlativeScope(rawValue: 1 << 5)
  /// Since 1978, for ten years, yet.
  static let span = SuperlativeScope(rawValue: 1 << 6)
  /// This season.
  static let period = SuperlativeScope(rawValue: 1 << 7)
  /// Of my life.
  static let personal = SuperlativeScope(rawValue: 1 << 8)
  /// After another.
  static let exception = SuperlativeScope(rawValue: 1 << 9)
  /// For beginners, from one to two: enough for a measure, not a place where a judgment could be made.
  static let circumstance = SuperlativeScope(rawValue: 1 << 10)
}

extension SuperlativeSentence {
  /// The scope that the words from an index on give: as far as the noun phrase goes, at most 14 tokens.
  ///
  /// After a verb only `ever` counts: the best show that was ever made.
  func scope(after end: Int) -> SuperlativeScope {
    var scope: SuperlativeScope = []
    var isPastVerb = false
    for index in from(end, 14) {
      let classes = classes(index)
      if classes.contains(.ever) { scope.insert(.ever) }
      if self.is(index, ")") { break }
      if index > end, classes.overlaps([.be, .auxiliary]) { isPastVerb = true }
      if isPastVerb { continue }
      if isScopeEnd(index, isFirst: index == end) { break }
      if classes.contains(.universalAdverb) { scope.insert(.universal) }
      if self.is(index, "there"), has(index + 1, .be) { scope.insert(.ever) }
      if classes.contains(.exception), isCapitalized(index + 1) || has(index + 1, .article) { scope.insert(.exception) }
      if self.is(index, "of") {
        scope.formUnion(genitiveScope(index))
      } else if classes.overlaps([.scopePreposition, .circumstance]) {
        scope.formUnion(prepositionScope(index))
      }
      scope.formUnion(spanScope(index, isFirst: index <= end + 1))
    }
    return scope
  }

  private func isScopeEnd(_ index: Int, isFirst: Bool) -> Bool {
    if has(index, .report) { return !isFirst }
    // The best in town and the worst in the country.
    if has(index, .conjunction), has(index + 1, .article) { return true }
    if isWord(index) { return !isFirst && has(index, .break) }
    return self.is(index, ",") || has(index, .break) || self.is(index, "?") || self.is(index, "!")
  }

  private func genitiveScope(_ index: Int) -> SuperlativeScope {
    let next = index + 1
    if let universal = universalScope(index) { return universal }
    if self.is(next, "all") {
      return self.is(next + 1, "time") || self.is(next + 1, "times") ? .universal : .all
    }
    if has(next, .own) { return isPersonal(next) ? [.genitive, .personal] : .genitive }
    return isCapitalized(next) || has(next, anyOf: [.demonstrative, .article]) ? .genitive : []
  }

  private func prepositionScope(_ index: Int) -> SuperlativeScope {
    if let universal = universalScope(index) { return universal }
    guard isWordOrNumber(index + 1) else { return [] }
    let scope: SuperlativeScope = has(index, .scopePreposition) ? .finite : .circumstance
    return isPersonal(index + 1) ? [scope, .personal] : scope
  }

  private func isPersonal(_ index: Int) -> Bool {
    has(index, .own) && from(index + 1, 3).contains { has($0, .personalNoun) }
  }

  /// In the world, on earth, in human history; in the nation's history is an institution's.
  private func universalScope(_ index: Int) -> SuperlativeScope? {
    var noun = index + 1
    while noun < index + 5, isWord(noun), !has(noun, anyOf: [.universalNoun, .follower]) { noun += 1 }
    guard has(noun, .universalNoun) else { return nil }
    let between = index + 1..<noun
    // The world wide web and the World Cup are parts of the world.
    if self.is(noun + 1, "wide") || (isCapitalized(noun) && isCapitalized(noun + 1) && !isTitle) { return .finite }
    if self.is(noun, "history"),
      self.is(noun + 1, "of") || between.contains(where: { !has($0, anyOf: [.article, .broadAdjective]) })
    {
      return [.finite, .institution]
    }
    let isOwned = between.contains {
      has($0, .own) || isCapitalized($0) || (isPossessive($0) && !has($0, .universalOwner))
    }
    if isOwned { return .finite }
    return between.count <= 2 || has(index + 1, .article) ? .universal : nil
  }

  /// Since 1978, for ten years, in decades, yet, this season.
  private func spanScope(_ index: Int, isFirst: Bool) -> SuperlativeScope {
    let next = index + 1
    if self.is(index, "yet") || self.is(index, "currently") { return .span }
    if self.is(index, "date"), self.is(index - 1, "to") { return .span }
    if self.is(index, "far"), self.is(index - 1, "so") { return .span }
    if self.is(index, "this"), has(next, .timeWord) { return .period }
    if self.is(index, "for") || self.is(index, "in"), isDuration(next) { return .span }
    guard has(index, .temporalPreposition), !(isFirst && self.is(index, "by")) else { return [] }
    return isNumber(next) || has(next, anyOf: [.timeWord, .article]) || isCapitalized(next) ? .span : []
  }

  /// Ten years, more than a decade, decades; not the next ten years.
  private func isDuration(_ index: Int) -> Bool {
    let words = from(index, 4)
    if words.contains(where: { self.is($0, "next") || self.is($0, "coming") }) { return false }
    let isIndefinite =
      has(index, anyOf: [.article, .indefinite]) || self.is(index, "more") || self.is(index, "over")
    return words.contains {
      has($0, .timeWord)
        && (ends($0, in: "s")
          || (isIndefinite && (self.is($0, "year") || self.is($0, "decade") || self.is($0, "century"))))
    }
  }
}
