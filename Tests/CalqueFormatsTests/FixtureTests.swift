import CalqueFormats
import CalqueText
import Testing

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func readsAsListed(fixture: Fixture) throws {
    let document = parse(try fixture.source(), as: fixture.format, options: FormatOptions(path: fixture.path))
    let actual = listing(of: document)
    if isRecording {
      #expect(writeFile(fixture.snapshotPath, actual))
      return
    }
    guard let recorded = readFile(fixture.snapshotPath) else {
      _ = writeFile(fixture.snapshotPath, actual)
      Issue.record("No listing yet; it is written now: look at it, then run again.\n\(actual)")
      return
    }
    #expect(actual == String(decoding: recorded, as: UTF8.self))
  }

  @Test(arguments: Fixture.all)
  func keepsTheLaws(fixture: Fixture) throws {
    let source = try fixture.source()
    for options in [FormatOptions(), FormatOptions(markdown: .mdx), FormatOptions(markdown: .quarto)] {
      for format in TextFormat.allCases {
        #expect(brokenLaws(of: parse(source, as: format, options: options)) == [])
      }
    }
  }

  @Test func hasFixtures() {
    #expect(Fixture.all("markdown", .markdown).count >= 25)
    #expect(Fixture.all("text", .text).count >= 10)
  }
}
