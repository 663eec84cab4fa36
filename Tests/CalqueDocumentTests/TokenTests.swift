import CalqueDocument
import CalqueText
import Testing

@Suite struct TokenTests {
  @Test func cutsWordsAsICUDoes() throws {
    let document = try analyzed("The country’s high-ranking men earn $15,000 (1.5%) on 20.08.2025, no. 5kg.")
    #expect(
      document.tokenTexts == [
        "The", "country’s", "high", "-", "ranking", "men", "earn", "$", "15,000", "(", "1.5", "%", ")", "on",
        "20.08.2025", ",", "no", ".", "5kg", ".",
      ])
    #expect(
      document.tokens.map(\.kind) == [
        .word, .word, .word, .punctuation, .word, .word, .word, .symbol, .number, .punctuation, .number, .punctuation,
        .punctuation, .word, .number, .punctuation, .word, .punctuation, .word, .punctuation,
      ])
    #expect(document.wordCount == 12)
  }

  static let forms: [(String, Script, TokenFlags)] = [
    ("Word", .latin, [.capitalized, .afterSpace]),
    ("NATO", .latin, [.capitalized, .allCaps, .afterSpace]),
    ("I", .latin, [.capitalized, .afterSpace]),
    ("iPhone", .latin, [.afterSpace]),
    ("naïve", .latin, [.afterSpace, .nonASCII]),
    ("Élan", .latin, [.capitalized, .afterSpace, .nonASCII]),
    ("Москва", .cyrillic, [.capitalized, .afterSpace, .nonASCII]),
    ("Mоscow", .mixed, [.capitalized, .afterSpace, .nonASCII]),
    ("평양", .hangul, [.afterSpace, .nonASCII]),
    ("食べる", .kana, [.afterSpace, .nonASCII]),
    ("2025", .common, [.afterSpace]),
    ("“", .common, [.afterSpace, .nonASCII, .quotationMark]),
  ]

  @Test(arguments: forms)
  func seesScriptAndFlags(text: String, script: Script, flags: TokenFlags) throws {
    let token = try #require(try analyzed(text).tokens.first)
    #expect(token.script == script)
    #expect(token.flags == flags)
  }

  @Test func foldsFormsToOneSymbol() throws {
    let document = try analyzed("Can’t can't CAN'T cant Straße STRASSE caf\u{E9} CAFE\u{301} co\u{AD}op coop")
    let symbols = document.tokens.map(\.symbol.value)
    #expect(Set(symbols[0...2]).count == 1)
    #expect(symbols[3] != symbols[0])
    #expect(symbols[4] == symbols[5])
    #expect(symbols[6] == symbols[7])
    #expect(symbols[8] == symbols[9])
  }

  @Test func usesTheSymbolsOfTheVocabulary() throws {
    var vocabulary = Vocabulary()
    let stated = vocabulary.intern("stated".utf8)
    let analyzer = try TextAnalyzer(vocabulary: vocabulary)
    for _ in 0..<2 {
      let document = analyzer.analyze(parsed([("He Stated it. Something unheard-of.", .paragraph)]))
      #expect(document.tokens[1].symbol == stated)
      #expect(document.tokens[4].symbol != stated)
    }
  }

  @Test func keepsPlaceholders() throws {
    let document = try analyzed("Call \u{FFFC}() now\u{FFFC}.")
    #expect(
      document.tokens.map(\.kind) == [
        .word, .placeholder, .punctuation, .punctuation, .word, .placeholder, .punctuation,
      ])
  }

  @Test func marksSpaceBefore() throws {
    let document = try analyzed("a-b\u{A0}c d")
    #expect(document.tokens.map { $0.flags.contains(.afterSpace) } == [true, false, false, true, true])
  }

  @Test func marksInlineContexts() throws {
    let source = SourceText("un believable plain code")
    var builder = DocumentBuilder(source: source)
    builder.beginBlock(.paragraph)
    builder.beginInline(.strong)
    builder.appendVerbatim(ByteRange(0, 3))
    builder.beginInline(.emphasis)
    builder.appendVerbatim(ByteRange(3, 8))
    builder.endInline()
    builder.endInline()
    builder.appendVerbatim(ByteRange(8, 20))
    builder.beginInline(.code)
    builder.appendVerbatim(ByteRange(20, 24))
    builder.endInline()
    let document = try TextAnalyzer(vocabulary: Vocabulary()).analyze(builder.finish())
    let inlines = document.tokens.map { Scope(inline: $0.inline) }
    #expect(inlines == [.strong, [.strong, .emphasis], [], .code])
    #expect(document.wordCount == 3)
  }

  @Test func cutsPhrasesLikeText() throws {
    let analyzer = try TextAnalyzer(vocabulary: Vocabulary())
    let phrase = analyzer.tokenize(phrase: "High-ranking  Country’s 15,000")
    #expect(phrase.map(\.text) == ["high", "-", "ranking", "country's", "15,000"])
    #expect(phrase.map(\.original) == ["High", "-", "ranking", "Country’s", "15,000"])
    #expect(phrase.map(\.kind) == [.word, .punctuation, .word, .word, .number])
  }
}
