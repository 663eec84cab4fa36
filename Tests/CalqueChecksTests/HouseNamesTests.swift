import CalqueRules
import Testing

struct HouseNamesTests {
  private let bench: CheckBench

  init() throws {
    let table = """
      house\tKiev\tKyiv\tplace\tuk\tКиїв\tV\tchicken ~;~ rus;1943
      house\tMao Tse-tung\tMao Zedong\tperson\tzh\t毛泽东\tV\t
      house\tgimchi\tkimchi\tterm\tko\t김치\tK\t
      renamed\tBombay\tMumbai\tplace\thi\tमुंबई\tV\t
      """
    bench = try CheckBench(
      "house-names", parameters: "{list: house}", tables: ["romanization/house-names.tsv": table])
  }

  @Test func offersThePreferredSpelling() throws {
    #expect(
      try bench.reports("They left Kiev for Kiev’s airport.\nMao Tse-tung ate gimchi.")
        == ["Kiev → Kyiv", "Kiev → Kyiv", "Mao Tse-tung → Mao Zedong", "gimchi → kimchi"])
  }

  @Test(arguments: [
    "We ate chicken Kiev.", "The Kiev Rus was large.", "They took Kiev in 1943.", "He said kiev.", "They left Bombay.",
    "Mao Tse left.",
  ])
  func isSilent(_ text: String) throws {
    #expect(try bench.reports(text) == [])
  }

  @Test(arguments: ["", "{list: other}", "{lists: house}"])
  func refusesWrongParameters(_ parameters: String) {
    #expect(throws: RuleSetError.self) { try CheckBench("house-names", parameters: parameters) }
  }
}
