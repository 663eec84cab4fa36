import CalqueFormats
import CalqueText
import Testing

@Suite struct RandomDocumentTests {
  /// Ten seeds of 2,000 texts each.
  @Test(arguments: 1...10)
  func keepsTheLaws(seed: Int) {
    var documents = RandomDocuments(seed: UInt64(seed))
    for _ in 0..<2_000 {
      let text = documents.next()
      let source = SourceText(text)
      let variants: [(TextFormat, MarkdownVariant)] = [
        (.text, .standard), (.markdown, .standard), (.markdown, .mdx), (.markdown, .quarto),
      ]
      for (format, variant) in variants {
        let broken = brokenLaws(of: parse(source, as: format, options: FormatOptions(markdown: variant)))
        #expect(broken == [], "\(format) \(variant) \(text.debugDescription)")
      }
    }
  }

  @Test func readsTheSameTwice() {
    var documents = RandomDocuments(seed: 99)
    for _ in 0..<500 {
      let source = SourceText(documents.next())
      for format in TextFormat.allCases {
        #expect(listing(of: parse(source, as: format)) == listing(of: parse(source, as: format)))
      }
    }
  }
}
