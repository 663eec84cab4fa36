import CalqueDocument
import CalqueText

/// What stands before a superlative and says whose it is.
struct SuperlativeDeterminer: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Nothing: the superlative opens the sentence.
    case start
    case the
    /// A most unusual day.
    case indefinite
    /// My, their.
    case own
    /// The world's.
    case universal
    /// The country's, Poland's.
    case place
    /// Another owner: the party's.
    case owner
    case demonstrative
    /// None of these.
    case none
  }

  let kind: Kind
  /// The index of the determiner; before the sentence when there is none.
  let index: Int
  /// True for the two largest.
  let isPlural: Bool
  /// True for the second largest.
  let isRank: Bool
}

extension SuperlativeSentence {
  /// What stands before the superlative that starts at an index.
  func determiner(of first: Int) -> SuperlativeDeterminer {
    var place = first - 1
    var isPlural = false
    var isRank = false
    while place >= tokens.lowerBound {
      if isHyphen(place), has(place - 1, anyOf: [.ordinal, .numberWord]) || isNumber(place - 1) {
        isRank = true
        place -= 2
      } else if has(place, .ordinal) || isOrdinalNumber(place) {
        isRank = true
        place -= 1
      } else if has(place, .numberWord) || isNumber(place) {
        isPlural = true
        place -= 1
      } else if has(place, .booster) {
        place -= 1
      } else {
        break
      }
    }
    return SuperlativeDeterminer(kind: determinerKind(place), index: place, isPlural: isPlural, isRank: isRank)
  }

  /// True for 2nd, 15th.
  func isOrdinalNumber(_ index: Int) -> Bool {
    guard let token = token(index), let first = document.plain[token.range.indices].first, first &- 48 < 10 else {
      return false
    }
    return ends(index, in: "st") || ends(index, in: "nd") || ends(index, in: "rd") || ends(index, in: "th")
  }

  private func determinerKind(_ index: Int) -> SuperlativeDeterminer.Kind {
    guard let token = token(index) else { return .start }
    let classes = classes(index)
    if classes.contains(.article) { return .the }
    if classes.contains(.indefinite) { return .indefinite }
    if classes.contains(.own) { return .own }
    if classes.contains(.universalOwner) { return .universal }
    if classes.contains(.place) { return .place }
    if isPossessive(index) { return .owner }
    if classes.contains(.demonstrative) { return .demonstrative }
    if token.kind == .word || token.kind == .number { return .none }
    let isFirst = index == tokens.lowerBound
    if isFirst, classes.contains(.opener) || token.flags.contains(.quotationMark) { return .start }
    // A few words and a mark before it are an exclamation or a label: “Hands down, best place in town!”
    let isShort = index - tokens.lowerBound <= 3
    return isShort && (self.is(index, ",") || classes.contains(.opener)) ? .start : .none
  }

  /// The start of the superlative that the one at an index is joined to: the oldest and largest.
  func coordinated(with first: Int) -> Int? {
    var place = first - 1
    guard has(place, .conjunction) || self.is(place, ",") else { return nil }
    place -= 1
    if self.is(place, ",") { place -= 1 }
    for index in before(place + 1, 4).reversed() {
      if isInflected(index) || has(index, anyOf: [.superlativeAdverb, .first]) || self.is(index, "last") {
        return index
      }
      if !isWord(index) { return nil }
    }
    return nil
  }

  /// True when the noun phrase that a superlative opens is part of a set: one of the, among the, such as the.
  func isPartitive(_ first: Int) -> Bool {
    for index in before(first, 7).reversed() {
      let classes = classes(index)
      if classes.overlaps([.among, .exemplifier]) { return true }
      if self.is(index, "one"), self.is(index + 1, "the") { return true }
      if self.is(index, "as"), self.is(index - 1, "such") { return true }
      if self.is(index, "of") { return has(index - 1, anyOf: [.partitive, .unit]) || isNumber(index - 1) }
      if isPossessive(index) || isNumber(index) { continue }
      if !isWord(index) {
        if isHyphen(index) || self.is(index, ",") || self.is(index, "&") { continue }
        return false
      }
      let belongs =
        classes.overlaps([.article, .own, .booster, .numberWord, .ordinal, .conjunction, .superlativeAdverb])
        || isInflected(index) || isAdjective(index, participles: true) || isAdverb(index) || isCapitalized(index)
      if !belongs { return false }
    }
    return false
  }
}
