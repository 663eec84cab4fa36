import CalqueDocument
import CalqueRules
import CalqueText

/// Cyrillic and Greek letters that stand in for Latin ones.
///
/// Two kinds of word are reported: one that mixes Latin letters with look-alikes only, and one that is all look-alikes,
/// reads as an English word or a type number, and stands among Latin words. A word with a letter that has no Latin twin
/// was meant: µm, TGF-β, kΩ.
struct Homoglyph: Check {
  private let rule: Int
  /// English words, one a line; few texts hold anything to look up in them.
  private let wordList: [String]

  /// Makes the check; it has no parameters.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters([])
    rule = compiler.rule
    wordList = compiler.tables.firstColumn("lexicon/word-frequencies.tsv")
  }

  func run(on document: Document, into output: inout CheckOutput) {
    for sentence in document.sentences {
      for position in sentence.tokens {
        let token = document.tokens[position]
        guard token.flags.contains(.nonASCII), token.kind == .word else { continue }
        switch token.script {
        case .mixed: break
        case .cyrillic, .greek:
          if !standsAmongLatin(position, sentence.tokens, document) { continue }
        default: continue
        }
        guard let latin = latinTwin(of: token, document) else { continue }
        if token.script != .mixed, !isPlausible(latin, at: position, sentence.tokens, document) { continue }
        output.findings.append(
          Finding(rule: rule, range: token.range, values: ["replacement": latin], replacement: latin))
      }
    }
  }

  /// The word in Latin letters; nil when a letter of it has no twin, or when it has no Latin look at all.
  private func latinTwin(of token: Token, _ document: Document) -> String? {
    var result = String.UnicodeScalarView()
    var isChanged = false
    for scalar in document.string(of: token).unicodeScalars {
      if let twin = LookAlike.latin(scalar) {
        result.append(twin)
        isChanged = true
      } else if scalar.isASCII || LookAlike.isLatin(scalar) || !scalar.properties.isAlphabetic {
        result.append(scalar)
      } else {
        return nil
      }
    }
    return isChanged ? String(result) : nil
  }

  /// True when no word next to a word has letters of another script, and one is Latin.
  private func standsAmongLatin(_ position: Int, _ sentence: Range<Int>, _ document: Document) -> Bool {
    var hasLatin = false
    for direction in [-1, 1] {
      var next = position + direction
      while sentence.contains(next), document.tokens[next].kind != .word { next += direction }
      guard sentence.contains(next) else { continue }
      switch document.tokens[next].script {
      case .latin: hasLatin = true
      case .common, .mixed: break
      default: return false
      }
    }
    return hasLatin
  }

  /// True for an English word, and for a letter before a hyphen and a number: T-72.
  private func isPlausible(_ latin: String, at position: Int, _ sentence: Range<Int>, _ document: Document) -> Bool {
    if latin.unicodeScalars.count == 1 {
      if latin == "a" || latin == "I" || latin == "A" { return true }
      return position + 2 < sentence.upperBound && document.tokens[position + 2].kind == .number
        && !document.tokens[position + 2].flags.contains(.afterSpace)
        && document.string(of: document.tokens[position + 1]) == "-"
    }
    return wordList.contains(latin.lowercased())
  }
}

/// Letters of other scripts that look like Latin ones in common fonts (UTS #39, the pairs of one letter).
enum LookAlike {
  private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h",
    "ԁ": "d", "ԛ": "q", "ԝ": "w", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P",
    "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "Ԝ": "W",
  ]
  /// Small Greek letters other than omicron are symbols of physics and statistics.
  private static let greek: [Unicode.Scalar: Unicode.Scalar] = [
    "ο": "o", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
    "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
  ]

  /// The Latin letter that a letter looks like; nil when there is none.
  static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return nil }
    return cyrillic[scalar] ?? greek[scalar]
  }

  /// True for Latin letters outside ASCII, as far as European spellings go.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value)
  }

  /// All pairs, for tests.
  static var pairs: [(foreign: Unicode.Scalar, latin: Unicode.Scalar)] {
    (Array(cyrillic) + Array(greek)).map { ($0.key, $0.value) }.sorted { $0.foreign.value < $1.foreign.value }
  }
}
