import CalqueDocument
import CalqueFormats
import CalqueText
import Testing

/// Texts that cost a parser more than linear time unless it takes care.
///
/// Each is some 200 KB: enough for quadratic time to exceed the limit many times over.
@Suite struct BoundsTests {
  private static let size = 200_000

  private static let repeated = [
    "](\n[", "[x]\n", "[a](b \"\n", "[", "![", "[[", "[a](", "[a]: b \"\n", "~!**_", "'~~*", "*a **b ", "a***", "`a``",
    "\\``",
    "<", "<a ", "<a href=\"", "<!--", "<!-- -- ", "a <!-- ", "<![CDATA[", "<?", "&", "&amp", "$a ", "$a b$ ", "www._",
    "a@b.",
    "http://", "> ", ">\n", "- ", "- \n", "1. ", "* a\n\n", "|a", "|\n", "|---|\n", "{{", "{%", "{#", "{", "[^",
    "[^a]: b\n", "[^a]:\n",
    "<code>", "<svg>", "<div>\n<td>", "<p>", "<b>\n", "<img alt=\"", "calque-disable ", "<!-- calque-", "\u{0}", "\r",
    "=\n",
    "]:", "[a]: b", "a\\\n", "\t- ", "<A b={", "import {\n", "{/*", "_www.", "x", "word ", "* * *\n", "\u{2022} a\n",
    "a\n",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: repeated)
  func readsRepetitionInLinearTime(piece: String) {
    let text = String(repeating: piece, count: BoundsTests.size / piece.utf8.count)
    for document in read(text) { #expect(document.source.count == text.utf8.count) }
  }

  @Test(.timeLimit(.minutes(1)))
  func readsDeepNestingInLinearTime() {
    let size = BoundsTests.size
    let texts = [
      String(repeating: ">", count: 10_000) + " deep\n" + String(repeating: "lazy\n", count: size / 5),
      String(repeating: "- ", count: size / 4) + "deep\n" + String(repeating: "\n", count: size / 2),
      String(repeating: "1. ", count: size / 6) + "deep\n" + String(repeating: "\n", count: size / 2),
      (0..<600).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
        + String(repeating: "\n", count: size / 2),
      "[a]: " + String(repeating: "b", count: size / 2) + "\n\n" + String(repeating: "[a] ", count: size / 8),
      String(repeating: "|a", count: size / 16) + "\n" + String(repeating: "|---", count: size / 16) + "\n"
        + String(repeating: "a\n", count: size / 8),
      String(repeating: "[", count: size / 2) + "a" + String(repeating: "]", count: size / 2),
    ]
    for text in texts {
      for document in read(text) { #expect(document.source.count == text.utf8.count) }
    }
  }

  @Test func keepsOrdinaryLargeTextsWhole() {
    // Long lists and tables with many links are no attack.
    let list = (0..<4_000).map { "- [item \($0)](https://example.org/\($0)) in the list\n" }.joined()
    let document = parse(SourceText(list), as: .markdown)
    #expect(document.blocks.count == 4_000)
    #expect(document.inlines.filter { $0.scope == .linkText }.count == 4_000)
    let table = "| a | b |\n|---|---|\n" + (0..<4_000).map { "| [cell](u) \($0) | ~~gone~~ |\n" }.joined()
    let cells = parse(SourceText(table), as: .markdown)
    #expect(cells.blocks.count == 8_002)
    #expect(cells.inlines.filter { $0.scope == .linkText }.count == 4_000)
  }

  @Test func readsTenThousandNestedQuotations() {
    let document = parse(SourceText(String(repeating: "> ", count: 10_000) + "deep"), as: .markdown)
    #expect(document.blocks.count == 1)
    #expect(document.blocks[0].scope.contains(.blockQuotation))
    #expect(brokenLaws(of: document) == [])
  }

  @Test(arguments: [
    "", "\u{FEFF}", "\n", "\u{0}", " ", "---", "---\n", "`", "[", "<", "\\", "&", "{", "|", "-", "\u{FEFF}\u{FEFF}",
  ])
  func readsTinyTexts(text: String) {
    for document in read(text) { #expect(brokenLaws(of: document) == []) }
  }

  private func read(_ text: String) -> [ParsedDocument] {
    let source = SourceText(text)
    return [
      parse(source, as: .text), parse(source, as: .markdown),
      parse(source, as: .markdown, options: FormatOptions(markdown: .mdx)),
    ]
  }
}
