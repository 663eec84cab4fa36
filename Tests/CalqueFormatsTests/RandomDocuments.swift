import CalqueTestSupport

/// Texts that are built from pieces of Markdown and from characters that parsers stumble over.
struct RandomDocuments {
  private var random: RepeatableRandom

  /// The texts of one seed.
  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  private static let fragments = [
    "a", "word", "The talks ended.", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "*", "**", "***", "_", "__", "~",
    "~~",
    "`", "``", "```\n", "~~~\n", "[", "]", "(", ")", "![", "](u)", "](u \"t\")", "[a][b]", "[b]: /u 't'\n", "[^1]",
    "[^1]: note\n", "[^long-label]: \n    more\n", "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<!-- c -->",
    "<!-- calque-disable a, b -- why -->", "<!-- calque-enable -->", "<!-- calque-nonsense -->", "<div>\n", "</div>\n",
    "<p>x &amp; y</p>\n", "<td>", "<code>", "</code>", "<pre>", "</pre>", "<img alt=\"a &eacute;\">", "<img alt='",
    "<script>\n", "</script>", "<http://a.b>", "http://a.b/c_d", "www.x.y", "me@x.org", "&amp;", "&eacute;", "&#8212;",
    "&#x1F600;", "&#0;", "&nosuch;", "&", ";", "\\", "\\*", "\\&amp;", "\\\n", "# ", "## ", "#", "===\n", "---\n",
    "***\n",
    "- ", "* ", "+ ", "1. ", "2) ", "- [ ] ", "- [x] ", "> ", ">", "> [!NOTE]\n", "    ", "  \n",
    "| a | b |\n|---|---|\n",
    "| c \\| d | `e` |\n", "|", "---\ntitle: \"a\\u0041\\\"\"\n---\n", "+++\ntitle = 'x'\n+++\n", "$x^2$", "$", "$$",
    "$5 and $6", "{{ x }}", "{{< y >}}", "{% z %}", "{{", "}}", "{%", "%}", "{#id}", "{", "}", ":::\n", "::: note\n",
    "[[page|label]]", "[[", "]]", "![[e]]", "[//]: # (calque-disable x)\n", "{/* calque-disable y */}", "<Foo bar={1}>",
    "</Foo>", "import a from 'b'\n", "export const c = {\n", "[@doe99]", "é", "e\u{301}", "\u{4E2D}\u{6587}",
    "\u{3002}",
    "\u{1F600}", "\u{1F468}\u{200D}\u{1F469}", "\u{FEFF}", "\u{A0}", "\u{2028}", "\u{0}", "\u{1A}", "\u{7F}", "\u{C}",
    "\u{201C}", "\u{201D}", "\u{2014}", "\u{FFFC}", "\u{FFFD}", "\u{10FFFF}", "calque-", "-->", "1990. ", "a) ",
    "\u{2022} ",
    "SEOUL, July 3 (X)\n", "=====\n", "- - - -\n", "word word word word word word word word word word word word\n",
  ]

  /// The next text.
  mutating func next() -> String {
    var text = ""
    if Int.random(in: 0..<12, using: &random) == 0 { text += "\u{FEFF}" }
    if Int.random(in: 0..<8, using: &random) == 0 { text += "---\ndescription: some 'text'\n---\n" }
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += random.pick(RandomDocuments.fragments)
      // Repetition finds other faults than variety does.
      if Int.random(in: 0..<10, using: &random) == 0 {
        let fragment = random.pick(RandomDocuments.fragments)
        text += String(repeating: fragment, count: Int.random(in: 2...6, using: &random))
      }
    }
    return text
  }
}
