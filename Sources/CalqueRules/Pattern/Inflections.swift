/// Spells out the inflected forms of English lemmas: regular endings by rule, the others from a table.
package struct Inflections: Sendable {
  /// What is known of a word that stands after `~`.
  package enum Lookup: Hashable {
    /// It is a lemma with these folded forms, itself first.
    case forms([String])
    /// It is itself a form of this lemma.
    case inflected(lemma: String)
  }

  /// Irregular forms by lemma.
  private var irregular: [String: [String]] = [:]
  /// The lemma of each irregular form that is no lemma itself.
  private var lemmas: [String: String] = [:]

  /// Inflections with a table of irregular forms.
  ///
  /// Each line of the table: a lemma, then its other forms, separated by tabs; `#` starts a comment. The forms replace
  /// the regular ones, so that the line holds all of them.
  package init(table: String) {
    for line in table.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard let lemma = fields.first else { continue }
      irregular[lemma, default: []].append(contentsOf: fields.dropFirst())
      for form in fields.dropFirst() where lemmas[form] == nil { lemmas[form] = lemma }
    }
  }

  /// The forms of a lemma, or the lemma of a form.
  package func forms(of word: String) -> Lookup {
    if let forms = irregular[word] { return .forms(Self.distinct([word] + forms)) }
    if let lemma = lemmas[word] { return .inflected(lemma: lemma) }
    return .forms(Self.distinct([word] + Self.regularForms(of: word)))
  }

  private static func distinct(_ forms: [String]) -> [String] {
    var result: [String] = []
    for form in forms where !result.contains(form) { result.append(form) }
    return result
  }

  /// Plural or third person, past and participles by the spelling rules of English.
  ///
  /// Source: Quirk et al., A Comprehensive Grammar of the English Language (1985), sections 3.5 to 3.10 and 5.80.
  private static func regularForms(of word: String) -> [String] {
    let letters = Array(word)
    guard letters.count > 1, let last = letters.last else { return [word + "s"] }
    let before = letters[letters.count - 2]
    if last == "y", !before.isVowel {
      let stem = String(letters.dropLast())
      return [stem + "ies", stem + "ied", word + "ing"]
    }
    let plural = word.hasSibilantEnd || (last == "o" && !before.isVowel) ? word + "es" : word + "s"
    if last == "e" {
      if before == "i" { return [plural, word + "d", String(letters.dropLast(2)) + "ying"] }
      if before == "e" || before == "o" || before == "y" { return [plural, word + "d", word + "ing"] }
      return [plural, word + "d", String(letters.dropLast()) + "ing"]
    }
    if letters.doublesLastConsonant {
      return [plural, word + String(last) + "ed", word + String(last) + "ing"]
    }
    return [plural, word + "ed", word + "ing"]
  }
}

extension Character {
  fileprivate var isVowel: Bool { "aeiou".contains(self) }
}

extension String {
  fileprivate var hasSibilantEnd: Bool {
    hasSuffix("s") || hasSuffix("x") || hasSuffix("z") || hasSuffix("ch") || hasSuffix("sh")
  }
}

extension [Character] {
  /// True for words of one syllable that end in one vowel and one consonant: stop, plan, quiz.
  fileprivate var doublesLastConsonant: Bool {
    guard count >= 3, let last, !last.isVowel, !"wxy".contains(last), self[count - 2].isVowel else { return false }
    let vowels = indices.filter { self[$0].isVowel && !(self[$0] == "u" && $0 > 0 && self[$0 - 1] == "q") }
    return vowels.count == 1
  }
}
