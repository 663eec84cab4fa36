import CalqueDocument
import CalqueRules
import CalqueText

/// One spelling of a name word in a document.
struct NameForm: Sendable {
  /// The hash of the folded spelling, hyphens left out.
  let spelling: UInt64
  /// The hash of the base letters; equal for spellings that differ in diacritics only.
  let plain: UInt64
  /// The hashes of the romanization keys; equal when the word has neither `j` nor `zh`.
  let keys: (UInt64, UInt64)
  /// Number of base letters.
  let letterCount: Int
  /// True for words of the language, which may be capitalized for any reason.
  let isOrdinary: Bool
}

/// One place of a name word.
struct NameWord: Sendable {
  /// The bytes of the plain text, without a possessive ending and without an article such as `al-`.
  let range: ByteRange
  /// The index of its form.
  let form: Int
  /// True when it stands at the start of a sentence, where any word has a capital.
  let isInitial: Bool
}

/// One place of a Korean name: surname and two syllables.
struct KoreanName: Sendable {
  let range: ByteRange
  /// The hash of the letters and hyphens, without case.
  let spelling: UInt64
  /// The class of the surname and those of the syllables.
  let key: [UInt8]
}

/// The capitalized words of a document, in runs such as `General Valery Gerasimov`.
struct NameIndex: Sendable {
  var forms: [NameForm] = []
  var words: [NameWord] = []
  /// Words that stand next to each other, as ranges of `words`.
  var runs: [Range<Int>] = []
  var koreanNames: [KoreanName] = []
}

/// What the gatherer of names knows before it sees a document.
struct NameLexicon: Sendable {
  /// Common words, as symbols.
  var ordinary: Set<Symbol> = []
  /// Lower-case words that may stand inside a name: `bin`, `van`.
  var particles: Set<Symbol> = []
  /// Arabic articles, which belong to the next word when a hyphen follows.
  var articles: Set<Symbol> = []
  /// The class of each Korean surname.
  var surnames: [Symbol: UInt8] = [:]

  private static let particleWords = [
    "bin", "ibn", "bint", "abu", "al", "el", "van", "von", "der", "den", "de", "da", "di", "du", "dos", "del", "la",
    "le",
    "ben", "ter",
  ]
  private static let articleWords = ["al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es"]

  /// The lexicon of the shared tables.
  init(_ compiler: inout CheckCompiler) {
    ordinary = compiler.symbols(compiler.tables.firstColumn("lexicon/word-frequencies.tsv"))
    ordinary.formUnion(compiler.symbols(compiler.tables.firstColumn("lexicon/function-words.tsv")))
    particles = compiler.symbols(Self.particleWords)
    articles = compiler.symbols(Self.articleWords)
    for (number, row) in compiler.tables.rows("romanization/korean-surnames.tsv").enumerated() {
      for field in row {
        for spelling in field.split(separator: " ") {
          let symbol = compiler.symbol(String(spelling))
          if surnames[symbol] == nil { surnames[symbol] = UInt8(clamping: number) }
        }
      }
    }
  }
}
