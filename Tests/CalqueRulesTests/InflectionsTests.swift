import CalqueRules
import Testing

@Suite struct InflectionsTests {
  private let inflections = Inflections(table: "# table\nsay\tsays\tsaid\tsaying\nman\tmen\n")

  @Test(arguments: [
    ("state", ["state", "states", "stated", "stating"]),
    ("carry", ["carry", "carries", "carried", "carrying"]),
    ("stop", ["stop", "stops", "stopped", "stopping"]),
    ("stress", ["stress", "stresses", "stressed", "stressing"]),
    ("play", ["play", "plays", "played", "playing"]),
    ("agree", ["agree", "agrees", "agreed", "agreeing"]),
    ("veto", ["veto", "vetoes", "vetoed", "vetoing"]),
    ("fix", ["fix", "fixes", "fixed", "fixing"]),
    ("open", ["open", "opens", "opened", "opening"]),
    ("underline", ["underline", "underlines", "underlined", "underlining"]),
    ("say", ["say", "says", "said", "saying"]),
    ("man", ["man", "men"]),
  ])
  func spellsForms(lemma: String, forms: [String]) {
    #expect(inflections.forms(of: lemma) == .forms(forms))
  }

  @Test func namesTheLemmaOfAForm() {
    #expect(inflections.forms(of: "said") == .inflected(lemma: "say"))
  }
}
