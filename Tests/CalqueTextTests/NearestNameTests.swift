import CalqueTestSupport
import CalqueText
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("patern", "pattern"), ("pattren", "pattern"), ("Pattern", "pattern"), ("fail_on", "fail-on"), ("onn", "on"),
    ("ouerrides", "overrides"),
  ])
  func findsTheNameMeant(typed: String, meant: String) {
    #expect(nearestName(to: typed, in: ["overrides", "fail-on", "pattern", "on"]) == meant)
  }

  @Test(arguments: ["", "of", "paterrrn", "x", "nothing like it"])
  func givesNoNameThatIsFarAway(typed: String) {
    #expect(nearestName(to: typed, in: ["pattern", "fail-on"]) == nil)
  }

  @Test func prefersTheNearestThenTheFirstInOrder() {
    #expect(nearestName(to: "rules", in: ["ruler", "rulers", "rule"]) == "rule")
    #expect(nearestName(to: "rulers", in: ["rules", "ruler", "rulers"]) == "rulers")
  }

  @Test func measuresDistanceAsAMetricOfEdits() {
    var random = RepeatableRandom(seed: 7)
    for _ in 0..<300 {
      let left = (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(["a", "b", "c"]) }
      var right = left
      let edits = Int.random(in: 0...2, using: &random)
      for _ in 0..<edits {
        let place = Int.random(in: 0...right.count, using: &random)
        if place < right.count, Bool.random(using: &random) {
          right.remove(at: place)
        } else {
          right.insert("d", at: place)
        }
      }
      #expect(editDistance(left, right) <= edits)
      #expect(editDistance(left, right) == editDistance(right, left))
      #expect((editDistance(left, right) == 0) == (left == right))
    }
  }
}
