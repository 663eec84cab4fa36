import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

@testable import CalqueChecks

struct NameVariantsTests {
  private static let tables = [
    "lexicon/word-frequencies.tsv": "the\t1\ngeneral\t1\nmet\t1\nmajor\t1\nprincess\t1",
    "romanization/korean-surnames.tsv": "kim\tgim\nsin\tshin\npak\tpark bak",
    "romanization/distinct-names.tsv": "shaanxi\tshanxi",
  ]
  private let bench: CheckBench
  private let diacritics: CheckBench

  init() throws {
    bench = try CheckBench("name-variants", tables: Self.tables)
    diacritics = try CheckBench("name-variants", parameters: "{difference: diacritics}", tables: Self.tables)
  }

  @Test func reportsTheRarerSpellingAtEveryPlace() throws {
    let text = "Now Sergei Orlov and Sergey Orlov and Sergei Orlov and Sergei Orlov and Sergey Orlov met."
    #expect(try bench.reports(text) == ["Sergey → Sergei", "Sergey → Sergei"])
  }

  @Test func keepsTheFirstSpellingOfEqualOnes() throws {
    #expect(try bench.reports("We saw Falluja. They left Fallujah.") == ["Fallujah → Falluja"])
  }

  @Test func leavesThePossessiveEndingAlone() throws {
    #expect(try bench.reports("We saw Falluja. They saw Fallujah’s walls.") == ["Fallujah → Falluja"])
  }

  @Test(arguments: [
    "Later Mohamed Berg met Mohammed Frey.",
    "We saw Shanxi and Shaanxi.",
    "The Israeli army left Israel.",
    "We met Princess Anna and princes and Princes Karl.",
    "In Falluja they read the sign FALLUJAH.",
    "We saw Lena and Lenna.",
    "They saw General Kim Yong Bok and Kim Yong Chol.",
  ])
  func isSilent(_ text: String) throws {
    #expect(try bench.reports(text) == [])
  }

  @Test func knowsKoreanSpellings() throws {
    #expect(
      try bench.reports("We saw Shin Gum Chul. Here Sin Kum Chol left. Here Sin Kum Chol spoke.")
        == ["Shin Gum Chul → Sin Kum Chol"])
    #expect(
      try bench.reports("We saw Pak Yong-su. Here Park Young-soo left.") == ["Park Young-soo → Pak Yong-su"])
  }

  @Test func separatesDiacriticsFromLetters() throws {
    let text = "We saw Hamáček. Then Hamacek left. We saw Hamáček."
    #expect(try bench.reports(text) == [])
    #expect(try diacritics.reports(text) == ["Hamacek → Hamáček"])
    #expect(try diacritics.reports("We saw Falluja. They left Fallujah.") == [])
  }

  @Test func comparesFullNamesAcrossFiles() throws {
    let first = try bench.run("They met General Shin Gum Chul and Sergei Orlov.").facts
    let second = try bench.run("They met Sin Kum Chol’s aide and Sergey Orlov.").facts
    #expect(first.map(\.variant) == ["Shin Gum Chul", "Sergei Orlov"])
    #expect(second.map(\.variant) == ["Sin Kum Chol", "Sergey Orlov"])
    #expect(first.map(\.key) == second.map(\.key))
  }

  @Test func reportsEachPlaceOnceWhenThereAreManySpellings() throws {
    let names = (1...3000).map { "Now Serge" + String(repeating: "i", count: $0 % 500) + "kh spoke." }
    let ranges = try bench.run(names.joined(separator: " ")).findings.map(\.range)
    #expect(!ranges.isEmpty)
    #expect(Set(ranges).count == ranges.count)
  }

  @Test func refusesAnUnknownDifference() {
    #expect(throws: RuleSetError.self) {
      try CheckBench("name-variants", parameters: "{difference: color}")
    }
  }

  @Test func survivesAnyMixtureOfNamesAndMarks() throws {
    var random = RepeatableRandom(seed: 41)
    let pieces = ["Kim", "-", " ", "al", "Jong", "’s", "Ünal", ".", "\u{301}", "e", "B", "1", "“", "\n", "Sin", "ж"]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in random.pick(pieces) }.joined()
      let result = try bench.run(text)
      #expect(result.findings.allSatisfy { Int($0.range.upper) <= text.utf8.count })
    }
  }
}

struct RomanizationKeyTests {
  private func key(_ name: String, _ reading: RomanizationKey.Reading = .likeY) -> String {
    var letters: [UInt8] = []
    let bytes = Array(name.utf8)
    let isName = bytes.withUnsafeBufferPointer { LatinFolding.append($0[...], to: &letters) }
    var key: [UInt8] = []
    RomanizationKey.append(letters[...], reading: reading, to: &key)
    return isName ? String(decoding: key, as: UTF8.self) : ""
  }

  @Test(arguments: [
    ["Sergei", "Sergey", "Sergej"], ["Nizhniy", "Nizhny", "Nizhnii"], ["Yevgeny", "Evgenii", "Yevgeniy"],
    ["Fallujah", "Falluja", "Faluja"], ["Shcherbakov", "Scherbakov"],
    ["Alexei", "Aleksey"], ["Tchaikovsky", "Chaykovsky", "Chaikovskii"], ["Kharkov", "Harkow"],
    ["Nikolayev", "Nikolaev"], ["Tatiana", "Tatyana"], ["Gadhafi", "Gaddafi"], ["Rachmaninoff", "Rachmaninov"],
    ["Sana'a", "Sanaa", "Sanaʿa"], ["Müller", "Muller"], ["Mahmood", "Mahmoud"],
  ])
  func isEqualForSpellingsOfOneName(_ names: [String]) {
    #expect(Set(names.map { key($0) }).count == 1)
  }

  @Test(arguments: [
    ["Zhou", "Zhu"], ["Kherson", "Kirson"], ["Iran", "Iraq"], ["Petrov", "Petrova"], ["Jinan", "Yinan"],
    ["Khamenei", "Khomeini"], ["Austria", "Australia"],
  ])
  func differsForOtherNames(_ names: [String]) {
    #expect(Set(names.map { key($0) }).count == names.count)
  }

  @Test func readsJAsInFrench() {
    #expect(key("Prigojin", .likeZh) == key("Prigozhin", .likeZh))
    #expect(key("Azerbaijan", .likeZh) == key("Azerbaidzhan", .likeZh))
  }

  @Test func refusesOtherScripts() {
    #expect(key("Москва").isEmpty)
    #expect(key("R2").isEmpty)
  }
}

struct KoreanSyllableTests {
  private func key(_ syllable: String) -> [UInt8]? {
    var key: [UInt8] = []
    return KoreanSyllable.append(Array(syllable.utf8)[...], to: &key) ? key : nil
  }

  @Test(arguments: [
    ["chol", "chul", "cheol"], ["kum", "gum", "keum", "geum"], ["yong", "young", "yeong", "ryong"],
    ["jong", "jung", "jeong", "chong"], ["hui", "hee", "hi", "heui"], ["suk", "seok", "sok"],
    ["hyon", "hyun", "hyeon"],
    ["su", "soo"], ["jae", "chae", "jai"],
  ])
  func isEqualForSpellingsOfOneSyllable(_ spellings: [String]) throws {
    #expect(try Set(spellings.map { try #require(key($0)) }).count == 1)
  }

  @Test(arguments: [["jong", "yong"], ["so", "su"], ["bok", "pom"], ["jun", "jon"], ["mi", "ni"]])
  func differsForOtherSyllables(_ spellings: [String]) {
    #expect(Set(spellings.map { key($0) }).count == spellings.count)
  }

  @Test(arguments: ["street", "x", "", "kimm", "w"])
  func refusesWhatIsNone(_ word: String) {
    #expect(key(word) == nil)
  }
}
