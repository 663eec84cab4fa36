import CalqueDocument
import CalqueRules

/// Fixed phrases in which a superlative form ranks nothing: at least, best practice, youngest son.
struct SuperlativeIdioms: Sendable {
  private static let table = "superlative/idioms.tsv"

  /// One token of a phrase.
  private enum Element: Hashable, Sendable {
    case word(Symbol)
    /// Any possessive: my, their.
    case own
    /// Any form in -est.
    case inflected
    /// Any word or number.
    case any
  }

  private struct Phrase: Sendable {
    let reason: SuperlativeReason
    let elements: [Element]
    /// The place of the superlative form among the elements.
    let anchor: Int
  }

  private var phrases: [Phrase] = []
  /// The phrases whose form is this word.
  private var phrasesOfWord: [Symbol: [Int]] = [:]
  /// The phrases whose form is any in -est.
  private var phrasesOfInflected: [Int] = []

  /// Reads the table and adds its words to the vocabulary.
  ///
  /// - Throws: `CheckError` when the table is missing, a phrase marks no form, or a reason is unknown.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    for row in try SuperlativeLexicon.rows(of: Self.table, compiler.tables) {
      guard let reason = Self.reason(row[0]) else {
        throw CheckError(message: "\(Self.table): “\(row[0])” is no reason; write quantity, term, order or part")
      }
      let words = row[1].split(separator: " ")
      guard let anchor = words.firstIndex(where: { $0.hasPrefix("*") }) else {
        throw CheckError(message: "\(Self.table): “\(row[1])” marks no form with an asterisk")
      }
      let elements = words.map { word -> Element in
        switch word.drop(while: { $0 == "*" }) {
        case "{own}": .own
        case "{est}": .inflected
        case "{any}": .any
        case let plain: .word(compiler.symbol(String(plain)))
        }
      }
      if case .word(let symbol) = elements[anchor] {
        phrasesOfWord[symbol, default: []].append(phrases.count)
      } else {
        phrasesOfInflected.append(phrases.count)
      }
      phrases.append(Phrase(reason: reason, elements: elements, anchor: anchor))
    }
  }

  private static func reason(_ name: String) -> SuperlativeReason? {
    switch name {
    case "quantity": .quantity
    case "term": .term
    case "order": .order
    case "part": .withinReferent
    default: nil
    }
  }

  /// Why a candidate ranks nothing, when it stands in a phrase.
  ///
  /// A phrase that ends in `most` or `least` does not count before an adjective: “at the most affordable rates”.
  func reason(for candidate: SuperlativeCandidate, in sentence: SuperlativeSentence) -> SuperlativeReason? {
    let symbol = sentence.document.tokens[candidate.first].symbol
    for number in phrasesOfWord[symbol] ?? [] where matches(phrases[number], candidate, sentence) {
      return phrases[number].reason
    }
    guard candidate.form == .inflected else { return nil }
    for number in phrasesOfInflected where matches(phrases[number], candidate, sentence) {
      return phrases[number].reason
    }
    return nil
  }

  private func matches(_ phrase: Phrase, _ candidate: SuperlativeCandidate, _ sentence: SuperlativeSentence) -> Bool {
    let first = candidate.first - phrase.anchor
    let end = first + phrase.elements.count
    guard first >= sentence.tokens.lowerBound, end <= sentence.tokens.upperBound else { return false }
    if candidate.form == .periphrastic, !candidate.isBare, end == candidate.first + 1 { return false }
    for (index, element) in zip(first..<end, phrase.elements) {
      let matches =
        switch element {
        case .word(let symbol): sentence.document.tokens[index].symbol == symbol
        case .own: sentence.has(index, .own)
        case .inflected: sentence.isInflected(index)
        case .any: sentence.isWordOrNumber(index)
        }
      if !matches { return false }
    }
    return true
  }
}
