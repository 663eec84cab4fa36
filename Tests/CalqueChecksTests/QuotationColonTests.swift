import CalqueDocument
import Testing

struct QuotationColonTests {
  private let bench: CheckBench

  init() throws { bench = try CheckBench("quotation-colon") }

  @Test(arguments: [
    ("In a statement, Madden emphatically stressed:\nThe troops should not stay here.", "stressed:"),
    ("The mayor told reporters on Monday:\nIt will rain.\nIt rained.", ""),
    ("The mayor told reporters on Monday:\nIt will rain, I am sure.", "told reporters on Monday:"),
    ("She also said:\nIt will rain, I am sure!", "said:"),
  ])
  func reportsTheVerbAndTheColon(_ text: String, _ match: String) throws {
    #expect(try bench.reports(text) == (match.isEmpty ? [] : [match]))
  }

  @Test(arguments: [
    "The mayor said:\n“The troops should not stay here.”",
    "The mayor said:\n— The troops should not stay here.",
    "The mayor said:\n- the troops should not stay here.",
    "The mayor said:\nThe plan for the town",
    "The mayor said the following:\nThe troops should not stay here.",
    "These items were added:\nThe troops should not stay here.",
    "Three notes on style:\nThe troops should not stay here.",
    "The mayor said: “Go.”\nThe troops should not stay here.",
    "The mayor said:",
  ])
  func isSilent(_ text: String) throws {
    #expect(try bench.reports(text) == [])
  }

  @Test func leavesListsAlone() throws {
    let text = "The mayor said:\nThe troops should not stay here."
    #expect(try bench.reports(text, scope: [.paragraph, .listItem]) == [])
  }
}
