import CalqueUnicode
import Testing

@Suite struct PropertyTests {
  static let widths: [(Unicode.Scalar, Int)] = [
    ("a", 1), ("é", 1), ("\u{301}", 0), ("漢", 2), ("한", 2), ("\u{1161}", 0), ("🙂", 2), ("Ａ", 2), ("ｱ", 1),
    ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{0}", 0), ("\u{AD}", 1), ("—", 1), ("Я", 1),
  ]

  @Test(arguments: widths)
  func measuresWidth(text: Unicode.Scalar, width: Int) {
    #expect(UnicodeProperties.displayWidth(of: text) == width)
  }

  static let scripts: [(Unicode.Scalar, LetterScript)] = [
    ("a", .latin), ("я", .cyrillic), ("λ", .greek), ("漢", .han), ("か", .hiragana), ("カ", .katakana),
    ("한", .hangul), ("ش", .arabic), ("א", .hebrew), ("ह", .devanagari), ("ท", .thai), ("ქ", .georgian),
    ("Ա", .armenian), ("አ", .other), ("1", .common), ("\u{301}", .common), ("ー", .common),
  ]

  @Test(arguments: scripts)
  func knowsScripts(scalar: Unicode.Scalar, script: LetterScript) {
    #expect(UnicodeProperties.script(of: scalar) == script)
  }

  @Test func knowsKindsOfCharacters() {
    #expect(UnicodeProperties.isLetter("é") && UnicodeProperties.isLetter("漢") && !UnicodeProperties.isLetter("1"))
    #expect(UnicodeProperties.isDigit("٣") && !UnicodeProperties.isDigit("½"))
    #expect(UnicodeProperties.isUpper("Я") && UnicodeProperties.isUpper("ǅ") && !UnicodeProperties.isUpper("я"))
    #expect(UnicodeProperties.isLower("ß") && !UnicodeProperties.isLower("漢"))
    #expect(UnicodeProperties.isWhiteSpace("\u{A0}") && !UnicodeProperties.isWhiteSpace("\u{200B}"))
    #expect(UnicodeProperties.isQuotationMark("«") && UnicodeProperties.isQuotationMark("「"))
    #expect(UnicodeProperties.characterClass(of: "\u{200B}") == .invisible)
    #expect(UnicodeProperties.characterClass(of: "—") == .punctuation)
    #expect(UnicodeProperties.characterClass(of: "€") == .symbol)
  }

  @Test func tellsLookAlikesApart() throws {
    let checker = try SpoofChecker()
    #expect(try checker.skeleton(of: "pаypal") == checker.skeleton(of: "paypal"))
    #expect(try checker.skeleton(of: "paypal") != checker.skeleton(of: "paypa"))
    #expect(try checker.mixesScripts("Mоscow") && !checker.mixesScripts("Moscow") && !checker.mixesScripts("Москва"))
    #expect(try !checker.mixesScripts("食べる") && !checker.mixesScripts("iPhone15"))
    #expect(try checker.skeleton(of: String(repeating: "щ", count: 3_000)).isEmpty == false)
  }

  @Test func transliterates() throws {
    let latin = try Transliterator(id: "Any-Latin; Latin-ASCII")
    #expect(try latin.apply(to: "Москва") == "Moskva")
    #expect(try latin.apply(to: "") == "")
    let long = try latin.apply(to: String(repeating: "щ", count: 4_000))
    #expect(long == String(repeating: try latin.apply(to: "щ"), count: 4_000))
    #expect(throws: UnicodeError.self) { try Transliterator(id: "No-Such-Thing") }
  }
}
