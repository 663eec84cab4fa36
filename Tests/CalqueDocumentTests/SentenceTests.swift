import CalqueDocument
import CalqueText
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    ["They marched through Pyongyang.", "High-ranking officials watched."],
    ["Maj. Gen. Sin Kum Chol said so.", "Nobody asked."],
    ["He joined NATO.", "The war went on."],
    ["She met J. K. Rowling in London.", "They talked."],
    ["Mr. and Mrs. Smith live in the U.S. Army base.", "He is in the U.S.", "The base is old."],
    ["It was 5 a.m. Monday in Seoul.", "He rose at 5 a.m.", "Paramedics came."],
    ["It is the same way...", "I know it."],
    ["He asked No. 10 Downing Street.", "He said No.", "Then he left."],
    ["“Really?” he asked.", "“Yes!” said Prof. O. Müller of St. Petersburg."],
    ["He said “no.”", "Then he left (alone.)", "Nobody saw him."],
    ["The price rose 1.5 percent to $3.20.", "Inflation fell."],
    ["See e.g. Smith et al. 2015, pp. 12 ff. for more.", "It is short."],
    ["I met Joe.", "He left.", "We chose plan A.", "The rest is history."],
    ["Путин В. В. Владимирович сказал.", "Это всё."],
    ["It was 30 °C.", "Police closed the road.", "They sold shoes, hats etc.", "Police came."],
    ["The United Nations (U.N.) Security Council met Mr.\u{A0}Smith.", "He lives (in the U.S.)", "Police said so."],
    ["今日は。", "明日は。"],
  ])
  func splitsSentences(sentences: [String]) throws {
    let separator = sentences[0].hasSuffix("。") ? "" : " "
    #expect(try analyzed(sentences.joined(separator: separator)).sentenceTexts == sentences)
  }

  @Test func neverCrossesABlock() throws {
    let document = try analyzed("a heading without a stop", "and a paragraph. Two.", "   ", "end")
    #expect(document.sentenceTexts == ["a heading without a stop", "and a paragraph.", "Two.", "end"])
    #expect(document.blockSentences == [0, 1, 3, 3, 4])
    #expect(document.sentences.map(\.block) == [0, 1, 1, 3])
  }

  @Test func survivesLineBreaksInsideABlock() throws {
    let source = SourceText("One\r\ntwo.\nThree\u{2028}four")
    var builder = DocumentBuilder(source: source)
    builder.beginBlock(.paragraph)
    builder.appendVerbatim(ByteRange(0, source.count))
    let document = try TextAnalyzer(vocabulary: Vocabulary()).analyze(builder.finish())
    #expect(document.tokenTexts == ["One", "two", ".", "Three", "four"])
  }
}
