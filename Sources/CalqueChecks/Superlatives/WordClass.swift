/// A class of words that decides whether a superlative is asserted, of what, and by whom.
///
/// The names are those of the tables under `superlative/`, there with hyphens: `measurable-est`.
enum WordClass: UInt8, CaseIterable, Sendable {
  // Degrees.
  case measurableEst, figurativeEst, evaluativeEst, relativeEst, falseEst
  case measurableAdjective, frequencyAdjective, adjective, plainNoun
  case superlativeAdverb, degreeWord, absolute, ultimate, leading, numberOne, first, only, ever
  // Determiners and owners.
  case article, indefinite, own, universalOwner, place, demonstrative, quantifier, booster, numberWord, ordinal
  case partitive, among, exemplifier
  // Verbs that make a sentence of a fragment.
  case be, auxiliary, modal
  // Scope.
  case universalNoun, universalAdverb, broadAdjective, scopePreposition, circumstance, temporalPreposition
  case adposition, follower
  case timeWord, periodNoun, personalNoun, exception
  // Attribution.
  case report, sourceNoun, finding, rated, ratedAs, epistemic, evidential, opinionVerb, opinionNoun
  case firstPerson, secondPerson, thirdPerson, experience
  // Not asserted.
  case negation, noWord, condition, irrealis, desire, search, realize, even
  // What a superlative is said of.
  case adviceNoun, choiceNoun, onlyNoun, limitWord, awardNoun, awardWord, elativeNoun, measureNoun, abstractNoun
  case ultimateNoun, leadingNoun, technicalNoun
  // Measures and small words.
  case unit, currency, `break`, conjunction, opener, approximator

  /// The name in the tables.
  var name: String {
    var result = ""
    for character in "\(self)" {
      if character.isUppercase { result += "-" }
      result += character.lowercased()
    }
    return result
  }
}

/// A set of word classes: 16 bytes, no allocation.
struct WordClasses: Hashable, Sendable, BitwiseCopyable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  /// No class.
  init() {}

  /// A set from its classes.
  init(arrayLiteral elements: WordClass...) {
    for element in elements { insert(element) }
  }

  /// Adds a class.
  mutating func insert(_ element: WordClass) { bits |= 1 << UInt128(element.rawValue) }

  /// True when it has the class.
  func contains(_ element: WordClass) -> Bool { bits & (1 << UInt128(element.rawValue)) != 0 }

  /// True when it has one of the classes.
  func overlaps(_ other: WordClasses) -> Bool { bits & other.bits != 0 }

  /// True when it has no class.
  var isEmpty: Bool { bits == 0 }
}
