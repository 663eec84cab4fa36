import CalqueChecks
import Testing

/// A sentence, a form in it and what is to be made of it.
struct SuperlativeCase: Sendable, CustomTestStringConvertible {
  let verdict: SuperlativeVerdict
  let form: String
  let text: String

  var testDescription: String { text }

  static func flagged(_ kind: SuperlativeKind, _ form: String, _ text: String) -> SuperlativeCase {
    SuperlativeCase(verdict: .flagged(kind), form: form, text: text)
  }

  static func silent(_ reason: SuperlativeReason, _ form: String, _ text: String) -> SuperlativeCase {
    SuperlativeCase(verdict: .silent(reason), form: form, text: text)
  }
}

@Suite struct SuperlativeVerdictTests {
  private let reader: SuperlativeReader

  init() throws { reader = try SuperlativeReader() }

  @Test(arguments: [
    SuperlativeCase.flagged(.universal, "most powerful", "It is the most powerful fleet in the world."),
    SuperlativeCase.flagged(.universal, "tallest", "It is the tallest mast on earth."),
    SuperlativeCase.flagged(.universal, "worst", "It was the worst drought in human history."),
    SuperlativeCase.flagged(.universal, "finest singer ever", "She is the finest singer ever heard here."),
    SuperlativeCase.flagged(.universal, "world's best", "He is the world's best fencer."),
    SuperlativeCase.flagged(.universal, "world’s best-selling", "It is the world’s best-selling car."),
    SuperlativeCase.flagged(.universal, "first", "For the first time in the nation's history, the gates stood open."),
    SuperlativeCase.flagged(.universal, "greatest", "It is the greatest film of all time."),
    SuperlativeCase.flagged(.evaluative, "finest", "They serve the finest soup in the district."),
    SuperlativeCase.flagged(.evaluative, "most prestigious", "It is Peru's most prestigious school."),
    SuperlativeCase.flagged(.evaluative, "Best", "Best soup in Lima"),
    SuperlativeCase.flagged(
      .evaluative, "most beautiful", "The lake is without a doubt the most beautiful in the region."),
    SuperlativeCase.flagged(.unscoped, "finest", "They serve the finest soup."),
    SuperlativeCase.flagged(.unscoped, "most important", "This is the most important battle."),
    SuperlativeCase.flagged(.unscoped, "largest", "They invited the largest party."),
    SuperlativeCase.flagged(.unscoped, "most respected", "The oldest and most respected schools are full."),
    SuperlativeCase.flagged(.unscoped, "BEST", "Our guide is THE BEST!"),
    SuperlativeCase.flagged(.absolute, "unprecedented", "The raid was unprecedented."),
    SuperlativeCase.flagged(.absolute, "unique", "The archive holds a unique map."),
    SuperlativeCase.flagged(.absolute, "ultimate", "It is the ultimate tool."),
    SuperlativeCase.flagged(.absolute, "only", "Peru is the only country that could stop this now."),
    SuperlativeCase.flagged(.absolute, "leading", "The leading brand raised its prices."),
    SuperlativeCase.flagged(.stacked, "first-ever", "It was the first-ever such fair."),
    SuperlativeCase.flagged(.stacked, "very unique", "It is a very unique map."),
    SuperlativeCase.flagged(.stacked, "most unique", "It is our most unique map."),
  ])
  func asksAboutWhatIsAsserted(_ example: SuperlativeCase) throws {
    #expect(try reader.verdict(on: example.form, in: example.text) == example.verdict)
  }

  @Test(arguments: [
    SuperlativeCase.silent(.quantity, "least", "At least nine boats sank."),
    SuperlativeCase.silent(.quantity, "Most", "Most of the boats sank."),
    SuperlativeCase.silent(.quantity, "most unusual", "It was a most unusual day."),
    SuperlativeCase.silent(.withinReferent, "most generous", "The offer is most generous to the old."),
    SuperlativeCase.silent(.otherWord, "ultimate", "The ultimate decision rests with the mayor."),
    SuperlativeCase.silent(.otherWord, "leading", "He is leading the talks."),
    SuperlativeCase.silent(.name, "Best", "She bought it from Best Electronics."),
    SuperlativeCase.silent(.name, "Best", "Last night the film won a prize for Best Script."),
    SuperlativeCase.silent(.name, "best", "He was up for the best script award."),
    SuperlativeCase.silent(.order, "latest", "The latest raid came at noon."),
    SuperlativeCase.silent(.order, "most", "The envoy most recently flew home."),
    SuperlativeCase.silent(.order, "first", "It was the first day of the fair."),
    SuperlativeCase.silent(.order, "smallest", "Sort them from smallest to largest."),
    SuperlativeCase.silent(.restrictive, "only", "He only spoke for an hour."),
    SuperlativeCase.silent(.term, "best", "They follow best practices."),
    SuperlativeCase.silent(.term, "unique", "Each visitor gets a unique number."),
    SuperlativeCase.silent(.term, "unique", "The custom is unique to the island."),
    SuperlativeCase.silent(.withinReferent, "best", "The pill works best at night."),
    SuperlativeCase.silent(.withinReferent, "heaviest", "The rain was heaviest at noon."),
    SuperlativeCase.silent(.withinReferent, "hardest", "He who works the hardest, wins."),
  ])
  func knowsWhatIsNoSuperlative(_ example: SuperlativeCase) throws {
    #expect(try reader.verdict(on: example.form, in: example.text) == example.verdict)
  }

  @Test(arguments: [
    SuperlativeCase.silent(.partitive, "most powerful", "It is one of the most powerful fleets in the world."),
    SuperlativeCase.silent(.partitive, "finest", "It is among the finest schools in Peru."),
    SuperlativeCase.silent(.partitive, "largest", "The three largest boats sank."),
    SuperlativeCase.silent(
      .attributed, "oldest bridge ever", "According to the guide, it is the oldest bridge ever built."),
    SuperlativeCase.silent(
      .attributed, "most powerful", "The ministry said the fleet was the most powerful in the world."),
    SuperlativeCase.silent(.attributed, "finest", "The inn was named the finest in the district."),
    SuperlativeCase.silent(.attributed, "best", "It is the best inn in Peru, the guide says."),
    SuperlativeCase.silent(.attributed, "largest", "The survey found the largest rise in the world."),
    SuperlativeCase.silent(.epistemic, "oldest", "It is possibly the oldest bridge in the world."),
    SuperlativeCase.silent(.epistemic, "oldest", "It is the oldest known map in the world."),
    SuperlativeCase.silent(.epistemic, "best", "I think this is the best soup in Lima."),
    SuperlativeCase.silent(.epistemic, "best", "In my opinion, it is the best soup in Lima."),
    SuperlativeCase.silent(.measured, "world's tallest", "At 828 m, it is the world's tallest tower."),
    SuperlativeCase.silent(.measured, "largest", "With 5m readers, it is the largest paper in the world."),
    SuperlativeCase.silent(.measured, "most common", "It is the most common illness on the planet. [12]"),
    SuperlativeCase.silent(
      .measured, "unprecedented", "The raid was unprecedented: none of the 31 before it went so far."),
    SuperlativeCase.silent(.scoped, "largest", "It is the largest lake in Peru."),
    SuperlativeCase.silent(.scoped, "worst", "It was the worst harvest since 1978."),
    SuperlativeCase.silent(.scoped, "most expensive", "It was the most expensive film in the studio's history."),
    SuperlativeCase.silent(.scoped, "youngest", "She is the youngest member to speak."),
    SuperlativeCase.silent(.rank, "largest", "It is the second-largest fleet in the world."),
    SuperlativeCase.silent(.rank, "largest", "It is the 15th largest fleet in the world."),
    SuperlativeCase.silent(.rank, "largest", "It is the largest fleet in the world after Japan's."),
    SuperlativeCase.silent(.notAsserted, "finest", "It is not the finest soup in the district."),
    SuperlativeCase.silent(.notAsserted, "best", "Is it the best soup in Lima?"),
    SuperlativeCase.silent(.notAsserted, "largest", "If it becomes the largest donor in the world, rents will rise."),
    SuperlativeCase.silent(.notAsserted, "world's largest", "They hope to build the world's largest kiln."),
    SuperlativeCase.silent(.quoted, "best", "The phrase “the best soup in Lima” is worn out."),
    SuperlativeCase.silent(.experience, "finest", "It was the finest soup I have ever eaten."),
    SuperlativeCase.silent(.generic, "best", "The best way to reach the island is by boat."),
    SuperlativeCase.silent(.generic, "smallest", "Even the smallest village has a school."),
    SuperlativeCase.silent(.generic, "best", "They made the best offer possible."),
    SuperlativeCase.silent(.ownSet, "finest", "Her finest poems are lost."),
    SuperlativeCase.silent(.ownSet, "largest", "It is the party's largest donor."),
  ])
  func leavesHedgedOnesAlone(_ example: SuperlativeCase) throws {
    #expect(try reader.verdict(on: example.form, in: example.text) == example.verdict)
  }

  @Test(arguments: ["Public interest in the harvest is modest.", "Police made an arrest in the forest."])
  func otherWordsInEstAreNoForms(text: String) {
    #expect(reader.verdicts(text).isEmpty)
  }

  @Test func anUnknownWordInEstNeedsAnArticle() throws {
    #expect(try reader.verdict(on: "zingiest", in: "They serve the zingiest soup.") == .flagged(.unscoped))
    #expect(try reader.verdict(on: "zingiest", in: "They serve zingiest soup.") == .silent(.otherWord))
  }

  @Test func aQuotationWithASpeakerIsANote() throws {
    let text = "“It is the best soup in Lima,” said Ana Ruiz."
    #expect(try reader.verdict(on: "best", in: text) == .flagged(.quoted))
  }

  @Test func twoFormsOfOnePhraseAreJudgedOneByOne() {
    let verdicts = reader.verdicts("It was the longest and one of the worst sieges in the city's history.")
    #expect(verdicts.map(\.form) == ["longest", "worst"])
    #expect(verdicts.map(\.verdict).last == .silent(.partitive))
  }
}
