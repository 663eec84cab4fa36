import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueText
import Testing

/// Comments that silence rules.
@Suite struct SuppressionTests {
  private func found(in text: String) throws -> [String] {
    var worker = try TestRules.standard().worker()
    return worker.found(in: text)
  }

  @Test(arguments: ["house.utilize", "house", "all", "", "slips, house.utilize", "house.utilize slips"])
  func theNextLineIsSilentForRulesGroupsOrAll(names: String) throws {
    let unused = names.contains("slips") ? "\nteh\n" : ""
    let text = "<!-- calque-disable-next-line \(names) -->\nThey utilize it.\n\nThey utilize it.\n"
    #expect(try found(in: text + unused).filter { $0.hasPrefix("house") } == ["house.utilize: utilize"])
    #expect(try found(in: text).count == 1, "only the last line is left, and no complaint about the comment")
  }

  @Test func blankLinesDoNotCountAsTheNextLine() throws {
    #expect(try found(in: "<!-- calque-disable-next-line -->\n\n\nThey utilize it.\nThey utilize it.\n").count == 1)
  }

  @Test func itsOwnLine() throws {
    #expect(
      try found(in: "They utilize it. <!-- calque-disable-line house.utilize -->\nteh\nThey utilize it.\n")
        == ["slips.teh: teh", "house.utilize: utilize"])
  }

  @Test func aStretchEndsWithEnableOrTheFile() throws {
    let text = "They utilize.\n\n<!-- calque-disable house -->\n\nThey utilize teh.\n\n"
    #expect(try found(in: text) == ["house.utilize: utilize", "slips.teh: teh"])
    #expect(
      try found(in: text + "<!-- calque-enable house -->\n\nutilize\n")
        == ["house.utilize: utilize", "slips.teh: teh", "house.utilize: utilize"])
    #expect(try found(in: text + "<!-- calque-enable -->\n\nutilize\n").count == 3, "enable alone ends all")
    #expect(try found(in: text + "<!-- calque-enable slips -->\n\nutilize\n").count == 2, "of another group")
  }

  @Test func theWholeFileAlsoBeforeTheComment() throws {
    #expect(try found(in: "They utilize teh.\n\n<!-- calque-disable-file house -->\n") == ["slips.teh: teh"])
  }

  @Test func nestedStretchesEndByName() throws {
    let text = """
      <!-- calque-disable house -->
      <!-- calque-disable slips.teh -->

      utilize teh

      <!-- calque-enable slips.teh -->

      utilize teh

      <!-- calque-enable house -->

      utilize teh

      """
    #expect(try found(in: text) == ["slips.teh: teh", "house.utilize: utilize", "slips.teh: teh"])
  }

  @Test(arguments: [
    "<!-- calque-disable-next-line house.utilize -->\nThey use it.\n", "They use it.\n\n<!-- calque-disable-file -->\n",
    "They use it. <!-- calque-disable-line slips -->\n", "<!-- calque-disable house -- a reason -->\n\nThey use it.\n",
  ])
  func aCommentThatSilencesNothingIsReportedAndDeleted(text: String) throws {
    #expect(try found(in: text).map { $0.prefix(32) } == ["calque.unused-suppression: <!-- "].map { $0.prefix(32) })
    var worker = try TestRules.standard().worker()
    let fixed = worker.fixed(text)
    #expect(!fixed.contains("calque"))
    #expect(fixed.contains("They use it."))
    #expect(worker.found(in: fixed).isEmpty)
  }

  @Test func aCommentAboutARuleThatDidNotRunIsNotCalledUnused() throws {
    let text = "<!-- calque-disable-next-line slips.teh -->\nteh\n"
    var worker = try TestRules.standard().worker(without: ["slips.teh"])
    #expect(worker.found(in: text).isEmpty)
  }

  @Test func anUnknownNameIsReportedWithTheNearest() throws {
    var worker = try TestRules.standard().worker()
    let text = "<!-- calque-disable-next-line slips.the -->\nThis is teh end.\n"
    let source = SourceText(text)
    let found = worker.lint(source, format: .markdown).diagnostics
    #expect(found.map(\.rule.text) == ["calque.unknown-suppression", "slips.teh"])
    let first = try #require(found.first)
    #expect(first.message.contains("Did you mean “slips.teh”?"))
    #expect(source.string(in: first.range) == "slips.the")
    #expect(worker.fixed(text, level: .suggested) == text.replacing("slips.the", with: "slips.teh"))
  }

  @Test func aCommentInsideCodeSilencesNothing() throws {
    #expect(
      try found(in: "```\n<!-- calque-disable-file -->\n```\n\nThey utilize it.\n") == ["house.utilize: utilize"])
    #expect(try found(in: "`<!-- calque-disable-file -->` They utilize it.\n") == ["house.utilize: utilize"])
  }

  @Test func theFirstByteOfAFindingDecides() throws {
    let text = "We came in order\nto win. <!-- calque-disable-line -->\n"
    #expect(try found(in: text).contains("house.in-order: in order\nto"), "it starts on the line above")
  }

  @Test func silentFindingsAreNotFixed() throws {
    var worker = try TestRules.standard().worker()
    let text = "They utilize it. <!-- calque-disable-line house.utilize -->\nThey utilize it.\n"
    #expect(worker.fixed(text) == text.replacing("\nThey utilize", with: "\nThey use"))
  }
}
