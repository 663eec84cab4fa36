import CalqueDocument
import CalqueRules
import CalqueText
import CalqueTestSupport
import Testing

struct DoubledSentenceTests {
  private let bench: CheckBench

  init() throws { bench = try CheckBench("doubled-sentence") }

  @Test func reportsTheSecondOfTwoSentences() throws {
    #expect(
      try bench.reports("The mayor left the town early. It rained. The mayor went home on Monday at noon again.") == [])
    #expect(
      try bench.reports("The mayor left the town early. The mayor left the town early. It rained.")
        == ["The mayor left the town early."])
  }

  @Test func reportsADoubledParagraphOnce() throws {
    let paragraph = "The mayor of the town left on Monday at noon. It rained all day and all night in Ulm."
    #expect(try bench.reports(paragraph + "\n" + paragraph) == [paragraph])
  }

  @Test func reportsALoopOnce() throws {
    let sentence = "The town is not far from the sea."
    #expect(
      try bench.reports([sentence, sentence, sentence, sentence].joined(separator: " "))
        == [[sentence, sentence, sentence].joined(separator: " ")])
  }

  @Test func reportsAPhraseAfterItself() throws {
    #expect(try bench.reports("He sat in the old house in the old house and slept.") == ["in the old house"])
    #expect(
      try bench.reports("He had a lot to do a lot to do a lot to do today.") == ["a lot to do a lot to do"])
  }

  @Test func offersNoFixWhereACommaParts() throws {
    let found = try bench.run("She told him not to get into trouble, not to get into trouble, and left.").findings
    #expect(found.map(\.replacement) == [nil])
    #expect(try bench.run("He sat in the old house in the old house.").findings.map(\.replacement) == [""])
  }

  @Test(arguments: [
    "That is who we are, that is who we were.", "He left. He left. He left.",
    "They went on and on and on and on and on.",
    "We shall see them, we shall see them.",
    "The mayor left the town early. One. Two. Three. Four. The mayor left the town early.",
  ])
  func isSilent(_ text: String) throws {
    #expect(try bench.reports(text) == [])
  }

  @Test func leavesHeadingsAlone() throws {
    let text = "The mayor left the town early\nThe mayor left the town early"
    #expect(try bench.reports(text, scope: .heading) == [])
  }

  @Test func reportsALongLoopWithoutMarksOnce() throws {
    let text = String(repeating: "word other third ", count: 20_000)
    #expect(try bench.run(text).findings.count == 1)
  }

  @Test func findsDisjointRangesInAnyText() throws {
    var random = RepeatableRandom(seed: 5)
    let words = ["a", "b", "c", "d.", "e,", "F"]
    for _ in 0..<300 {
      let text = (0..<60).map { _ in random.pick(words) }.joined(separator: " ")
      let found = try bench.run(text).findings.map(\.range)
      for (left, right) in zip(found, found.dropFirst()) { #expect(left.upper <= right.lower) }
    }
  }
}
