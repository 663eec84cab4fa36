import CalqueDocument
import CalqueFormats
import CalqueText
import Testing

@Suite struct TextFormatTests {
  @Test(arguments: [
    ("a.md", TextFormat.markdown), ("b/c.MARKDOWN", .markdown), ("a.mdx", .markdown), ("a.qmd", .markdown),
    ("a.Rmd", .markdown), ("a.txt", .text), ("a.text", .text), ("README", .text), ("dir.d/README", .text),
    ("a.b.md", .markdown),
  ])
  func infersFromPath(path: String, format: TextFormat) {
    #expect(TextFormat.inferred(fromPath: path) == format)
  }

  @Test(arguments: ["a.swift", "a.html", ".gitignore", "dir/.env", "a.", "a.md~"])
  func leavesOtherPathsAlone(path: String) {
    #expect(TextFormat.inferred(fromPath: path) == nil)
  }

  @Test func choosesTheDialectFromThePath() {
    let source = SourceText("import a from 'b'\n\n{x} text [@doe].")
    func plain(_ path: String) -> String {
      String(decoding: parse(source, as: .markdown, options: FormatOptions(path: path)).plain, as: UTF8.self)
    }
    #expect(plain("a.md") == "import a from 'b'\n{x} text [@doe].\n")
    #expect(plain("a.mdx") == "\u{FFFC} text [@doe].\n")
    #expect(plain("a.qmd") == "import a from 'b'\n{x} text.\n")
  }
}

@Suite struct EntityTests {
  private func decoded(_ text: String) -> String {
    String(decoding: parse(SourceText("x\(text)x"), as: .markdown).plain, as: UTF8.self)
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&AMP;", "&"), ("&nbsp;", "\u{A0}"), ("&zwnj;", "\u{200C}"), ("&Aacute;", "Á"), ("&AElig;", "Æ"),
    ("&zwj;", "\u{200D}"), ("&CounterClockwiseContourIntegral;", "∳"), ("&fjlig;", "fj"), ("&#65;", "A"),
    ("&#x1f600;", "\u{1F600}"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#9999999;", "\u{FFFD}"),
    ("&#147;", "\u{201C}"), ("&#10;", " "), ("&Tab;", " "), ("&NewLine;", " "),
  ])
  func decodes(reference: String, text: String) {
    #expect(decoded(reference) == "x\(text)x\n")
  }

  @Test(arguments: ["&nosuch;", "&amp", "&;", "&#;", "&#x;", "&Amp;", "&am p;", "&zwn;", "&zwnjx;", "&A;"])
  func leavesOtherTextAlone(text: String) {
    #expect(decoded(text) == "x\(text)x\n")
  }
}
