import CalqueUnicode
import Testing

@testable import CalqueChecks

struct HomoglyphTests {
  private let bench: CheckBench

  init() throws {
    bench = try CheckBench("homoglyph", tables: ["lexicon/word-frequencies.tsv": "a\t1\nco\t1\nthe\t1"])
  }

  @Test func reportsLettersOfAnotherScriptInALatinWord() throws {
    #expect(try bench.reports("The mayor of Мoscow saw a pаper.") == ["Мoscow → Moscow", "pаper → paper"])
  }

  @Test func reportsWholeWordsAmongLatinOnes() throws {
    #expect(try bench.reports("He saw а house and a Т-72 tank.") == ["а → a", "Т → T"])
  }

  @Test(arguments: [
    "It weighs 5 µg and 3 μg, at 2 kΩ.", "An α-particle and TGFβ.", "She said «а дом» and left.", "The СССР fell.",
    "He said ура and left.", "A café in Zürich.", "The word а по is Russian.",
  ])
  func isSilent(_ text: String) throws {
    #expect(try bench.reports(text) == [])
  }

  @Test func agreesWithTheUnicodeTables() throws {
    let checker = try SpoofChecker()
    for pair in LookAlike.pairs {
      let foreign = try checker.skeleton(of: String(Character(pair.foreign)))
      let latin = try checker.skeleton(of: String(Character(pair.latin)))
      #expect(foreign == latin, "\(pair.foreign) and \(pair.latin)")
    }
  }
}
