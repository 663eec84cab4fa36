/// Reads a romanized Korean syllable so that its spellings become equal.
///
/// Revised Romanization, McCune–Reischauer, the North's own system and the habits of newspapers write one syllable as
/// cheol, ch'ŏl, chol or chul. The classes here merge those and keep apart what no pair of systems shares.
enum KoreanSyllable {
  /// Consonants at the start, longest first; the class is 0 for none.
  private static let onsets: [(StaticString, UInt8)] = [
    ("kk", 1), ("kh", 1), ("tt", 2), ("th", 2), ("pp", 3), ("ph", 3), ("ch", 4), ("ts", 4), ("jj", 4), ("sh", 5),
    ("ss", 5), ("k", 1), ("g", 1), ("t", 2), ("d", 2), ("p", 3), ("b", 3), ("j", 4), ("s", 5), ("h", 6), ("m", 7),
    ("n", 8), ("r", 9), ("l", 9),
  ]
  private static let nuclei: [(StaticString, UInt8)] = [
    ("yeo", 20), ("yoo", 21), ("you", 20), ("yae", 22), ("wae", 25), ("weo", 26), ("woo", 11), ("eui", 28),
    ("yo", 20), ("yu", 21), ("ye", 22), ("ya", 23), ("wa", 24), ("we", 25), ("wo", 26), ("wi", 27), ("wu", 11),
    ("eo", 10), ("eu", 11), ("oo", 11), ("ou", 10), ("oe", 25), ("oi", 25), ("ui", 28), ("ae", 13), ("ai", 13),
    ("ay", 13), ("ee", 14), ("o", 10), ("u", 11), ("e", 12), ("a", 15), ("i", 14), ("y", 14),
  ]
  private static let codas: [(StaticString, UInt8)] = [
    ("ng", 40), ("ck", 41), ("k", 41), ("g", 41), ("n", 42), ("t", 43), ("d", 43), ("l", 44), ("r", 44), ("m", 45),
    ("p", 46), ("b", 46), ("h", 0),
  ]

  /// Appends the class of a syllable.
  ///
  /// - Parameters:
  ///   - letters: lower-case ASCII letters, as `LatinFolding` gives them.
  ///   - key: takes three bytes.
  /// - Returns: false when the letters are no Korean syllable; `key` is unchanged then.
  static func append(_ letters: ArraySlice<UInt8>, to key: inout [UInt8]) -> Bool {
    if letters.count > 6 { return false }
    var rest = letters
    var onset = take(onsets, &rest) ?? 0
    guard var nucleus = take(nuclei, &rest) else { return false }
    let coda = rest.isEmpty ? 0 : take(codas, &rest)
    guard let coda, rest.isEmpty else { return false }
    // The North keeps an r or n before i and y that the South drops: Ryong, Yong.
    if onset == 9, nucleus == 14 || (20...23).contains(nucleus) { onset = 0 }
    // hui, heui, hee and hi are one syllable.
    if onset == 6, nucleus == 28 { nucleus = 14 }
    // Before these endings newspapers write u for eo: Chul, Jung, Suk; and u for yeo: Young, Yul.
    let isMerged = coda == 40 || coda == 41 || coda == 44 || coda == 46
    if isMerged, nucleus == 11 { nucleus = 10 }
    if isMerged || onset != 0, nucleus == 21 { nucleus = 20 }
    key.append(onset + 1)
    key.append(nucleus)
    key.append(coda + 1)
    return true
  }

  private static func take(_ table: [(StaticString, UInt8)], _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    for (text, value) in table {
      let isMatch = text.withUTF8Buffer { rest.starts(with: $0) }
      if isMatch {
        rest = rest.dropFirst(text.utf8CodeUnitCount)
        return value
      }
    }
    return nil
  }
}
