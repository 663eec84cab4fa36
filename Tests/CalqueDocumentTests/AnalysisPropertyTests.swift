import CalqueDocument
import CalqueTestSupport
import CalqueText
import CalqueUnicode
import Testing

/// What holds for the tables of every document.
@Suite struct AnalysisPropertyTests {
  private static let pieces: [String] =
    " |  |\t|\n|a|The|war|NATO|Mr.|U.S.|a.m.|J.|No.|5|1,000|.|!|?|,|:|“|”|„|‘|’|'|\"|«|»|「|」|(|)|-|—|said|He|he|é|É|я|漢|か|🙂|\u{301}|\u{AD}|\u{200B}|\u{FFFC}|@|’s|etc."
    .split(separator: "|").map(String.init)

  private static func randomDocument(_ random: inout RepeatableRandom) -> ParsedDocument {
    let blocks = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in random.pick(pieces) }.joined()
      return (text, random.pick([Scope.paragraph, .heading, .blockQuotation]))
    }
    return parsed(blocks)
  }

  @Test(arguments: 1...4)
  func tablesFitTogether(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    let analyzer = try TextAnalyzer(vocabulary: Vocabulary())
    for _ in 0..<1_000 {
      let document = analyzer.analyze(Self.randomDocument(&random))
      checkTokens(document)
      checkSentences(document)
      checkQuotations(document)
    }
  }

  private func checkTokens(_ document: Document) {
    var end: UInt32 = 0
    for token in document.tokens {
      #expect(token.range.lower >= end && !token.range.isEmpty)
      #expect(document.blocks.contains { $0.range.contains(token.range) })
      #expect(String(validating: document.plain[token.range.indices], as: UTF8.self) != nil)
      #expect(token.symbol != .none)
      end = token.range.upper
    }
  }

  private func checkSentences(_ document: Document) {
    var token: UInt32 = 0
    for (index, sentence) in document.sentences.enumerated() {
      #expect(sentence.firstToken == token && sentence.endToken > token)
      let block = Int(sentence.block)
      #expect(document.sentences(inBlock: block).contains(index))
      #expect(document.blocks[block].range.contains(document.range(ofTokens: sentence.tokens)))
      token = sentence.endToken
    }
    #expect(Int(token) == document.tokens.count)
    #expect(document.blockSentences.count == document.blocks.count + 1)
    #expect(document.blockSentences.last.map(Int.init) == document.sentences.count)
  }

  private func checkQuotations(_ document: Document) {
    var last: UInt32 = 0
    for quotation in document.quotations {
      #expect(quotation.firstToken >= last && quotation.firstToken < quotation.endToken)
      #expect(Int(quotation.endToken) <= document.tokens.count && Int(quotation.speakerEnd) <= document.tokens.count)
      #expect(quotation.speakerFirst <= quotation.speakerEnd)
      last = quotation.firstToken
    }
  }

  @Test func symbolsAreEqualForEqualFormsOnly() throws {
    var random = RepeatableRandom(seed: 5)
    let analyzer = try TextAnalyzer(vocabulary: Vocabulary())
    var folder = try CaseFolder(usesOnlyICU: true)
    let letters = Array("abAB'éÉ’1".unicodeScalars)
    for _ in 0..<20 {
      let words = (0..<3_000).map { _ in
        var word = "x"
        for _ in 0..<Int.random(in: 0...14, using: &random) { word.unicodeScalars.append(random.pick(letters)) }
        return word + "x"
      }
      let document = analyzer.analyze(parsed([(words.joined(separator: " "), .paragraph)]))
      var forms: [UInt32: String] = [:]
      var symbols: [String: UInt32] = [:]
      for token in document.tokens {
        let form = folder.folded(document.string(of: token))
        #expect(forms.updateValue(form, forKey: token.symbol.value) ?? form == form)
        #expect(symbols.updateValue(token.symbol.value, forKey: form) ?? token.symbol.value == token.symbol.value)
      }
    }
  }

  @Test func analyzersGiveTheSameTablesWhateverTheyReadBefore() throws {
    var random = RepeatableRandom(seed: 9)
    let used = try TextAnalyzer(vocabulary: Vocabulary())
    for _ in 0..<200 {
      let input = Self.randomDocument(&random)
      let fresh = try TextAnalyzer(vocabulary: Vocabulary()).analyze(input)
      let again = used.analyze(input)
      #expect(fresh.tokens == again.tokens && fresh.sentences == again.sentences)
      #expect(fresh.quotations == again.quotations && fresh.wordCount == again.wordCount)
    }
  }

  @Test func staysLinearOnUnkindText() throws {
    let analyzer = try TextAnalyzer(vocabulary: Vocabulary())
    for piece in ["'a ", "“", "\"a", "‘s’ ", ". ", ".1", "a.", "U.", "\u{301}", "a\u{301} ", "漢 a ", "said, \"", "— "] {
      let text = String(repeating: piece, count: 20_000)
      let document = analyzer.analyze(parsed([(text, .paragraph)]))
      #expect(document.blockSentences.count == 2)
    }
  }
}
