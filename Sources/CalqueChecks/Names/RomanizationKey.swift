/// Folds a name so that spellings of it under different romanizations become equal.
///
/// The classes merge what the common systems of Cyrillic, Arabic and Indic names write differently (BGN, ALA-LC, ISO 9,
/// passports, French and German habits): Sergei, Sergey and Sergej; Fallujah and Falluja; Nizhniy and Nizhny. They say
/// nothing about vowels that systems agree on.
enum RomanizationKey {
  /// What the letter `j` stands for.
  enum Reading: CaseIterable {
    /// The sound of `y`, as in German and in Slavic languages written in Latin letters.
    case likeY
    /// The sound of `zh`, as in French, or of `dzh`, as in English.
    case likeZh
  }

  private struct Rule {
    let from: [UInt8]
    let to: [UInt8]
    init(_ from: StaticString, _ to: StaticString) {
      self.from = from.withUTF8Buffer(Array.init)
      self.to = to.withUTF8Buffer(Array.init)
    }
  }

  /// What is written with several letters, longest first; capital letters stand for sounds that need two.
  ///
  /// Chinese -zhou and -zhu differ.
  private static let rules: [Rule] = [
    Rule("zhou", "ZO"), Rule("shch", "S"), Rule("tsch", "C"), Rule("sch", "S"), Rule("tch", "C"), Rule("dzh", "J"),
    Rule("zh", "Z"),
    Rule("dj", "J"), Rule("sh", "S"), Rule("ch", "C"), Rule("kh", "h"), Rule("ph", "f"), Rule("th", "t"),
    Rule("gh", "g"), Rule("dh", "d"), Rule("bh", "b"), Rule("ck", "k"), Rule("tz", "ts"), Rule("ou", "u"),
    Rule("oo", "u"), Rule("ee", "i"), Rule("x", "ks"), Rule("c", "k"), Rule("q", "k"), Rule("w", "v"), Rule("y", "i"),
  ]
  /// The rules that start with each letter.
  private static let byFirst: [[Rule]] = (UInt8(0)...255).map { byte in rules.filter { $0.from.first == byte } }

  /// Appends the key of some base letters.
  ///
  /// - Parameters:
  ///   - letters: lower-case ASCII letters, as `LatinFolding` gives them.
  ///   - reading: what `j` stands for.
  ///   - key: takes the key.
  /// - Complexity: O(*n*) in letters.
  static func append(_ letters: ArraySlice<UInt8>, reading: Reading, to key: inout [UInt8]) {
    let start = key.count
    var index = letters.startIndex
    while index < letters.endIndex {
      let letter = letters[index]
      if letter == UInt8(ascii: "j") {
        // At the start of a name an English or Chinese j is likelier than a German one.
        let isY = reading == .likeY && key.count > start
        put(isY ? UInt8(ascii: "i") : reading == .likeY ? UInt8(ascii: "J") : UInt8(ascii: "Z"), start, &key)
        index += 1
        continue
      }
      if let rule = byFirst[Int(letter)].first(where: { letters[index...].starts(with: $0.from) }) {
        for byte in rule.to {
          put(byte == UInt8(ascii: "J") && reading == .likeZh ? UInt8(ascii: "Z") : byte, start, &key)
        }
        index += rule.from.count
      } else {
        put(letter, start, &key)
        index += 1
      }
    }
    trimEnd(start, &key)
  }

  /// Appends a sound: doubled ones once, and no glide before `e` at the start or after a vowel.
  private static func put(_ byte: UInt8, _ start: Int, _ key: inout [UInt8]) {
    if key.count > start, key[key.count - 1] == byte { return }
    if byte == UInt8(ascii: "e"), key.count > start, key[key.count - 1] == UInt8(ascii: "i"),
      key.count - 1 == start || isVowel(key[key.count - 2])
    {
      key[key.count - 1] = byte
      if key.count - 1 > start, key[key.count - 2] == byte { key.removeLast() }
      return
    }
    key.append(byte)
  }

  /// Drops a mute `h` after a vowel at the end, and makes `-of` `-ov`.
  private static func trimEnd(_ start: Int, _ key: inout [UInt8]) {
    guard key.count - start > 3 else { return }
    let last = key[key.count - 1]
    if last == UInt8(ascii: "h"), isVowel(key[key.count - 2]) {
      key.removeLast()
    } else if last == UInt8(ascii: "f"), key[key.count - 2] == UInt8(ascii: "o") {
      key[key.count - 1] = UInt8(ascii: "v")
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
