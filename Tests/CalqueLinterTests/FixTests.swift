import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

/// Fixes: what may be applied, and that applying them comes to an end.
@Suite struct FixTests {
  @Test func fixesThatOverlapAreAppliedOneAfterTheOther() throws {
    var worker = try TestRules.standard().worker()
    #expect(worker.fixed("We came in order to utilize it.") == "We came to use it.")
  }

  @Test(arguments: [
    ("Basically, they left.", "They left."), ("Basically they left.", "They left."),
    ("They basically left.", "They left."), ("They left basically.", "They left."),
    ("They left, basically.", "They left,."), ("basically they left.", "they left."),
    ("“Basically, they left.”", "“They left.”"), ("Basically.", "."), ("They, basically, left.", "They,, left."),
  ])
  func deletingTakesTheSpaceAndMovesTheCapital(text: String, fixed: String) throws {
    var worker = try TestRules.standard().worker()
    #expect(worker.fixed(text, format: .text) == fixed)
  }

  @Test(arguments: [("utilize", "use"), ("Utilize", "Use"), ("UTILIZE", "use"), ("Utilizes", "Uses")])
  func capitalsStay(word: String, fixed: String) throws {
    var worker = try TestRules.standard().worker()
    #expect(worker.fixed("\(word) it.", format: .text) == "\(fixed) it.")
  }

  @Test func suggestedFixesNeedToBeAskedFor() throws {
    var worker = try TestRules.standard().worker()
    let text = "Now and again they left."
    #expect(worker.fixed(text) == text)
    #expect(worker.fixed(text, level: .suggested) == "Now they left.")
  }

  @Test(arguments: [
    "They utili&#122;e it.\n", "They &#117;tilize it.\n", "In or\\\nder to win.\n", "They in&nbsp;order to win.\n",
  ])
  func decodedTextIsNotTouched(text: String) throws {
    var worker = try TestRules.standard().worker()
    #expect(worker.fixed(text) == text)
  }

  @Test func anEntityNextToTheWordsStaysWhole() throws {
    var worker = try TestRules.standard().worker()
    #expect(
      worker.fixed("Bread &amp; butter: they utilize &lt;it&gt;.\n") == "Bread &amp; butter: they use &lt;it&gt;.\n")
    #expect(worker.fixed("They **utilize** it, *in order* to win.\n").contains("They **use** it"))
  }

  @Test func transcodedTextIsNotTouched() throws {
    var worker = try TestRules.standard().worker()
    let source = try SourceText(validating: Array("They utilize it.".utf8), isTranscoded: true)
    let fixed = worker.fix(source, format: .text, level: .suggested)
    #expect(fixed.fixCount == 0 && fixed.result.diagnostics.count == 1)
    #expect(fixed.result.diagnostics.allSatisfy { $0.fixes.isEmpty })
  }

  /// A fix whose text is reported again must not go on for ever.
  @Test func fixesThatFeedEachOtherStop() throws {
    var worker = try TestRules([
      "house.a": "message: \"B.\"\nswap: {aaa: bbb}\nfix: {safety: safe}\n",
      "house.b": "message: \"A.\"\nswap: {bbb: aaa}\nfix: {safety: safe}\n",
      "house.grow": "message: \"More.\"\nswap: {ccc: \"ccc ccc\"}\nfix: {safety: safe}\n",
    ]).worker()
    let fixed = worker.fix(SourceText("aaa and bbb and ccc."), format: .text, level: .safe)
    #expect(fixed.source.count < 10_000)
  }

  private static let words = [
    "utilize", "Utilizes", "in order to", "to utilize", "basically", "Basically,", "now and again", "teh", "!!", "!!!",
    "дом", "use", "e\u{301}", "😀", "“", "”", ",", ".", "<b>", "&amp;", "**", "_", "`", "\n", "\n\n", "\r\n", "> ", "# ",
    "<!-- calque-disable-line -->", "<!-- calque-disable house -->", "[", "](x)", "\\",
  ]

  @Test(arguments: 1...150)
  func fixingRandomTextConverges(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    var worker = try TestRules.standard().worker()
    let text = (0..<40).map { _ in random.pick(Self.words) }.joined(separator: random.pick(["", " ", " "]))
    for format in [TextFormat.text, .markdown] {
      let source = SourceText(text)
      for diagnostic in worker.lint(source, format: format).diagnostics {
        #expect(Int(diagnostic.range.upper) <= source.count && source.isScalarBoundary(diagnostic.range.lower))
        #expect(source.isScalarBoundary(diagnostic.range.upper))
      }
      let once = worker.fix(source, format: format, level: .suggested)
      let twice = worker.fix(once.source, format: format, level: .suggested)
      #expect(twice.fixCount == 0, "seed \(seed): \(text.debugDescription)")
      #expect(twice.source.bytes == once.source.bytes)
      #expect(
        once.result.diagnostics.allSatisfy { $0.fixes.isEmpty }, "seed \(seed): nothing is left that could be fixed")
    }
  }
}
