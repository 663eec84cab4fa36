import CalqueDocument
import CalqueText
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    ("He said “we will win” and left.", ["we will win"]),
    ("\"We will,\" he said. \"Soon.\"", ["We will,", "Soon."]),
    ("Die Zeitung schrieb „Sieg“ gestern.", ["Sieg"]),
    ("Il a dit « oui » hier et «non» demain.", ["oui", "non"]),
    ("‘I know the boys’ toys,’ he said.", ["I know the boys’ toys,"]),
    ("It's the '90s and the boys' toys.", []),
    ("He called it 'a new dawn' in 'Time'.", ["a new dawn", "Time"]),
    ("A 5\" pipe and a 6\" one.", []),
    ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
    ("彼は「はい」と言った。", ["はい"]),
    ("\"One. \"Two.\" Then \"three\".", ["One. \"Two.", "three"]),
    ("An “unclosed mark stays alone.", []),
  ])
  func findsQuotations(text: String, quotations: [String]) throws {
    #expect(try analyzed(text).quotationTexts == quotations)
  }

  @Test func runsOverParagraphs() throws {
    let document = try analyzed("He said: “First part.", "“Second part.", "“Third part.” Then he left.", "End.")
    #expect(document.quotationTexts == ["First part.", "Second part.", "Third part."])
  }

  @Test func countsBlockQuotations() throws {
    let document = try TextAnalyzer(vocabulary: Vocabulary()).analyze(
      parsed([("Before.", .paragraph), ("One.", .blockQuotation), ("“Two.”", .blockQuotation), ("After.", .paragraph)]))
    #expect(document.quotationTexts == ["One.\n“Two.”", "Two."])
    let quoted = document.tokens.filter { Scope(inline: $0.inline).contains(.quotation) }
    #expect(quoted.map { document.string(of: $0) } == ["Two", "."])
  }

  @Test func findsTheSpeakerOfTheSentenceBefore() throws {
    let document = try analyzed("“We will win,” Madden told the paper. “We must.” It rained. “Up!” is a film.")
    #expect(document.speakerTexts == ["Madden told the paper", "Madden told the paper", ""])
  }

  @Test(arguments: [
    ("“We will win,” Madden told the paper.", "Madden told the paper"),
    ("“We will win,” said Mr. Smith, the coach.", "said Mr"),
    ("Smith said: “We will win.”", "Smith said"),
    ("Smith, the coach, said: “We will win.”", "Smith, the coach, said"),
    ("“We will win.” Vice-President Smith said.", "Vice-President Smith said"),
    ("“Really?” he asked.", "he asked"),
    ("The “new dawn” never came.", ""),
    ("“We will win,” according to the ministry.", "according to the ministry"),
  ])
  func findsTheSpeaker(text: String, clause: String) throws {
    #expect(try analyzed(text).speakerTexts.first == clause)
  }
}
