import CalqueDocument
import CalqueText

/// A sentence as the superlative check reads it: word classes, word shapes and neighbors by token index.
///
/// An index outside the sentence is no word and has no class.
struct SuperlativeSentence {
  let document: Document
  let lexicon: SuperlativeLexicon
  /// The indices of its tokens.
  let tokens: Range<Int>
  /// True when it ends in a question mark, perhaps with closing marks after it.
  var isQuestion: Bool {
    for index in tokens.suffix(8).reversed() {
      let token = document.tokens[index]
      guard token.kind == .punctuation else { return false }
      if document.plain[Int(token.range.lower)] == UInt8(ascii: "?") { return true }
    }
    return false
  }

  /// True when most of its longer words are capitalized, so that a capital says nothing; the first 40 tokens tell.
  var isTitle: Bool {
    var words = 0
    var capitalized = 0
    for index in tokens.prefix(40) {
      let token = document.tokens[index]
      guard token.kind == .word, token.range.count > 3 else { continue }
      words += 1
      if token.flags.contains(.capitalized) { capitalized += 1 }
    }
    return words >= 2 && capitalized * 3 >= words * 2
  }

  // MARK: Tokens

  /// The token with an index; nil outside the sentence.
  func token(_ index: Int) -> Token? { tokens.contains(index) ? document.tokens[index] : nil }

  /// The classes of a word.
  func classes(_ index: Int) -> WordClasses { token(index).map { lexicon.classes(of: $0.symbol) } ?? [] }

  /// True when a word has a class.
  func has(_ index: Int, _ wordClass: WordClass) -> Bool { classes(index).contains(wordClass) }

  /// True when a word has one of some classes.
  func has(_ index: Int, anyOf wordClasses: WordClasses) -> Bool { classes(index).overlaps(wordClasses) }

  /// True for a word.
  func isWord(_ index: Int) -> Bool { token(index)?.kind == .word }

  /// True for a number.
  func isNumber(_ index: Int) -> Bool { token(index)?.kind == .number }

  /// True for a word or a number.
  func isWordOrNumber(_ index: Int) -> Bool { isWord(index) || isNumber(index) }

  /// True for a word with a capital.
  func isCapitalized(_ index: Int) -> Bool { token(index)?.flags.contains(.capitalized) ?? false }

  /// True for a hyphen or dash that follows its word without a space.
  func isHyphen(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .punctuation, !token.flags.contains(.afterSpace) else { return false }
    return ends(index, in: "-") || ends(index, in: "‐") || ends(index, in: "‑") || ends(index, in: "–")
  }

  // MARK: Shapes

  /// True when the token is this word or mark, whatever the case of its ASCII letters.
  func `is`(_ index: Int, _ word: StaticString) -> Bool {
    guard let token = token(index), token.range.count == word.utf8CodeUnitCount else { return false }
    return ends(index, in: word)
  }

  /// True when the token ends in these letters, whatever the case of ASCII letters.
  func ends(_ index: Int, in ending: StaticString) -> Bool {
    guard let token = token(index), token.range.count >= ending.utf8CodeUnitCount else { return false }
    return ending.withUTF8Buffer { ending in
      let first = Int(token.range.upper) - ending.count
      for offset in 0..<ending.count where document.plain[first + offset].asciiLowercased != ending[offset] {
        return false
      }
      return true
    }
  }

  /// True for a form in -est that is no other word, and for best, worst and foremost.
  func isInflected(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    let classes = classes(index)
    if classes.overlaps([.measurableEst, .evaluativeEst, .relativeEst]) { return true }
    return !classes.contains(.falseEst) && document.endsInEst(token)
  }

  /// True for a word in -ly.
  func isAdverb(_ index: Int) -> Bool { hasLetters(5, index) && ends(index, in: "ly") }

  /// True for a word that is an adjective by table or ending.
  ///
  /// - Parameter participles: true when a participle counts, as after an article.
  func isAdjective(_ index: Int, participles: Bool) -> Bool {
    guard isWord(index) else { return false }
    let classes = classes(index)
    if classes.contains(.plainNoun) { return false }
    if classes.overlaps([.adjective, .measurableAdjective, .absolute]) { return true }
    if hasLetters(5, index), Self.adjectiveEndings.contains(where: { ends(index, in: $0) }) { return true }
    return participles && hasLetters(4, index) && (ends(index, in: "ed") || ends(index, in: "ing"))
  }

  private static let adjectiveEndings: [StaticString] = [
    "ful", "ous", "ive", "able", "ible", "ic", "ical", "ial", "ual", "nal", "ral", "tal", "ant", "ent", "less", "ary",
    "ory", "esque", "ish", "some",
  ]

  private func hasLetters(_ count: Int, _ index: Int) -> Bool {
    token(index).map { $0.kind == .word && $0.range.count >= count } ?? false
  }

  /// True for an owner: the city's, the workers'.
  func isPossessive(_ index: Int) -> Bool {
    if has(index, .be) { return false }
    if isWord(index) { return ends(index, in: "'s") || ends(index, in: "’s") }
    guard let mark = token(index), !mark.flags.contains(.afterSpace), isWord(index - 1) else { return false }
    return (ends(index, in: "'") || ends(index, in: "’")) && ends(index - 1, in: "s")
  }

  // MARK: Neighbors

  /// The nearest word of some classes to the left of an index, at most so many tokens away, in the same clause.
  func nearest(_ wordClasses: WordClasses, leftOf index: Int, within distance: Int) -> Int? {
    var place = index - 1
    while place >= tokens.lowerBound, place >= index - distance {
      let classes = classes(place)
      if classes.overlaps(wordClasses) { return place }
      if classes.contains(.break) { return nil }
      place -= 1
    }
    return nil
  }

  /// Some tokens of the sentence before an index, in order.
  func before(_ index: Int, _ count: Int) -> Range<Int> { (index - count..<index).clamped(to: tokens) }

  /// Some tokens of the sentence from an index on, in order.
  func from(_ index: Int, _ count: Int) -> Range<Int> { (index..<index + count).clamped(to: tokens) }
}

extension UInt8 {
  /// The byte with an ASCII capital made small.
  var asciiLowercased: UInt8 { self &- 65 < 26 ? self | 32 : self }
}

extension Document {
  /// True for a word of six letters or more in -est.
  ///
  /// Shorter ones (best, worst) stand in the tables.
  func endsInEst(_ token: Token) -> Bool {
    guard token.range.count >= 6, token.script == .latin else { return false }
    let upper = Int(token.range.upper)
    return plain[upper - 1] | 32 == UInt8(ascii: "t") && plain[upper - 2] | 32 == UInt8(ascii: "s")
      && plain[upper - 3] | 32 == UInt8(ascii: "e")
  }
}
