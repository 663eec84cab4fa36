import CalqueRules
import Testing

@Suite struct PatternParserTests {
  private func parse(_ text: String) throws -> PatternNode {
    try PatternParser.parse(
      text, tokenize: { $0.split(separator: "-").map { PhraseToken(folded: $0.lowercased(), text: String($0)) } },
      inflections: Inflections(table: "say\tsays\tsaid\tsaying"))
  }

  @Test func readsEveryElement() throws {
    #expect(
      try parse("one [two] (three|four five)")
        == .sequence([
          .literal("one"), .repeated(.literal("two"), min: 0, max: 1, isLazy: false),
          .alternatives([.literal("three"), .sequence([.literal("four"), .literal("five")])]),
        ]))
    #expect(
      try parse("^ ~say *{0,3} $")
        == .sequence([
          .sentenceStart, .lemma(["say", "says", "said", "saying"]), .repeated(.any, min: 0, max: 3, isLazy: true),
          .sentenceEnd,
        ]))
    #expect(
      try parse(#"{number}{1,2} "KCNA" /\d+/ @x({word})"#)
        == .sequence([
          .repeated(.tokenClass(.number), min: 1, max: 2, isLazy: true), .exact(folded: "kcna", text: "KCNA"),
          .regex(#"\d+"#), .capture("x", .tokenClass(.word)),
        ]))
    #expect(try parse("high-ranking") == .sequence([.literal("high"), .literal("ranking")]))
    #expect(try parse(#"\$ 5"#) == .sequence([.literal("$"), .literal("5")]))
  }

  @Test(arguments: [
    ("a|b", 1, "parentheses"), ("(a", 2, "missing"), ("a)", 1, "closes nothing"), ("{nmber}", 0, "number"),
    ("~said", 0, "~say"), ("<JJS>", 0, "tagger"), ("*{0,99}", 1, "at most"), ("[a]", 0, "nothing at all"),
    ("@x a", 0, "capture"), ("", 0, "nothing to match"),
  ])
  func refusesWithPlaceAndWayOut(text: String, offset: Int, hint: String) {
    do {
      _ = try parse(text)
      Issue.record("“\(text)” was read")
    } catch let error as PatternError {
      #expect(error.offset == offset, "\(text): \(error.message)")
      #expect(error.message.contains(hint), "\(text): \(error.message)")
    } catch {
      Issue.record("\(error)")
    }
  }
}
