import CalqueFormats
import CalqueLinter
import CalqueText
import Testing

/// Words in marks: exact case, but any apostrophe and normal form.
@Suite struct ExactWordTests {
  @Test(arguments: [
    ("Don't go.", 1), ("Don\u{2019}t go.", 1), ("don\u{2019}t go.", 0), ("The caf\u{E9} is shut.", 1),
    ("The cafe\u{301} is shut.", 1), ("The CAFE\u{301} is shut.", 0), ("The Caf\u{E9} is shut.", 0),
    ("The cafe is shut.", 0),
  ])
  func exactCaseAsksForNothingButTheCase(text: String, count: Int) throws {
    var worker = try TestRules([
      "house.exact": "message: \"Exact.\"\npattern: ['\"Don''t\"', '\"caf\u{E9}\"']\n"
    ]).worker()
    #expect(worker.lint(SourceText(text), format: .text).diagnostics.count == count)
  }
}
