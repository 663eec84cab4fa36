import CalqueText

/// One self-contained page without scripts: the summary, the findings with their source, and what the rules say.
struct HTMLReporter: FormatReporter {
  /// Cells of a source line; the page has no terminal to ask.
  private static let width = 110

  private let run: RunContext
  private var sections: [UInt8] = []
  private var found: Set<RuleID> = []

  init(_ run: RunContext) { self.run = run }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    if report.diagnostics.isEmpty, report.problems.isEmpty { return }
    sections.write("<section>\n<h2>")
    sections.writeHTML(report.path)
    sections.write("</h2>\n<ol>\n")
    for problem in report.problems {
      writeHead(
        problem.message, severity: .error, code: problem.code,
        position: problem.range.flatMap { file.position(of: $0.lower) })
      if let range = problem.range { writeSource(range, of: file) }
      sections.write("</li>\n")
    }
    for diagnostic in report.diagnostics {
      found.insert(diagnostic.rule)
      writeHead(
        diagnostic.message, severity: diagnostic.severity, code: diagnostic.rule.text,
        position: file.position(of: diagnostic.range.lower))
      writeSource(diagnostic.range, of: file)
      writeNotes(diagnostic, of: &file)
      sections.write("</li>\n")
    }
    sections.write("</ol>\n</section>\n")
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    output.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Calque report</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>Calque report</h1>
      <p>
      """)
    output.writeHTML(summary.line)
    output.write(".</p>\n")
    output.append(contentsOf: sections)
    let rules = run.rules.filter { found.contains($0.id) }
    if !rules.isEmpty {
      output.write("<section>\n<h2>Rules</h2>\n<dl>\n")
      for rule in rules { Self.write(rule, into: &output) }
      output.write("</dl>\n</section>\n")
    }
    output.write("<footer>Calque ")
    output.writeHTML(run.toolVersion)
    output.write("</footer>\n</body>\n</html>\n")
  }

  private mutating func writeHead(_ message: String, severity: Severity, code: String, position: LinePosition?) {
    sections.write("<li class=\"\(severity.label)\"><p><b>\(severity.label)</b> ")
    if let position { sections.write("<i>\(position.line):\(position.column)</i> ") }
    sections.write("<bdi>")
    sections.writeHTML(message)
    sections.write("</bdi> <code>")
    sections.writeHTML(code)
    sections.write("</code></p>\n")
  }

  /// Writes the first line of a range with the range marked.
  private mutating func writeSource(_ range: ByteRange, of file: LocatedFile) {
    guard let source = file.report.source, let lines = file.lines, Int(range.upper) <= source.count else { return }
    let excerpt = SourceExcerpt(source: source, lines: lines, options: run.options, ink: .note)
    let line = lines.line(at: range.lower)
    let window = excerpt.window(onLine: line, of: range, width: Self.width)
    sections.write("<pre>")
    if window.isCutBefore { sections.write("…") }
    write(window.before, of: source)
    sections.write("<mark>")
    write(window.marked, of: source)
    sections.write("</mark>")
    write(window.unmarked, of: source)
    if window.isCutAfter || lines.line(at: range.upper) > line { sections.write("…") }
    sections.write("</pre>\n")
  }

  private mutating func write(_ glyphs: some Sequence<Glyph>, of source: SourceText) {
    for glyph in glyphs { sections.writeHTML(glyph.shown.replacement ?? source.string(in: glyph.range)) }
  }

  private mutating func writeNotes(_ diagnostic: Diagnostic, of file: inout LocatedFile) {
    if diagnostic.fixes.isEmpty, diagnostic.related.isEmpty { return }
    sections.write("<ul>\n")
    for related in diagnostic.related {
      let place = file.position(of: related).map { ":\($0.line):\($0.column)" } ?? ""
      sections.write("<li>")
      sections.writeHTML("\(related.path ?? file.report.path)\(place): \(related.message)")
      sections.write("</li>\n")
    }
    for fix in diagnostic.fixes {
      sections.write("<li>")
      sections.writeHTML(fix.description(for: diagnostic))
      sections.write("</li>\n")
    }
    sections.write("</ul>\n")
  }

  private static func write(_ rule: RuleDescription, into output: inout [UInt8]) {
    output.write("<dt><code>")
    output.writeHTML(rule.id.text)
    output.write("</code> ")
    output.writeHTML(rule.summary)
    output.write("</dt>\n<dd>")
    output.writeHTML(rule.explanation)
    if let example = rule.example {
      output.write("<br>Instead of: <q>")
      output.writeHTML(example.bad)
      output.write("</q>")
      if let fixed = example.fixed {
        output.write("<br>Write: <q>")
        output.writeHTML(fixed)
        output.write("</q>")
      }
    }
    output.write("</dd>\n")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    h2 { font-size: 1.1rem; border-bottom: 1px solid #8886; overflow-wrap: anywhere; }
    ol { list-style: none; padding: 0; }
    ol > li { margin: 0 0 1rem; padding-left: 0.75rem; border-left: 4px solid #2a7de1; }
    ol > li.warning { border-color: #d08700; }
    ol > li.error { border-color: #d92d20; }
    li p { margin: 0; }
    code { font-size: 0.85em; opacity: 0.75; }
    pre { margin: 0.25rem 0; padding: 0.4rem; overflow-x: auto; background: #8882; unicode-bidi: plaintext; }
    mark:empty { border-left: 2px solid #d92d20; }
    ul { margin: 0.25rem 0; }
    dd { white-space: pre-line; }
    """
}

extension [UInt8] {
  /// Appends a text for HTML, with invisible control characters made visible; line ends stay.
  fileprivate mutating func writeHTML(_ text: String) {
    for scalar in text.unicodeScalars {
      let shown = scalar == "\n" ? nil : VisibleScalar(scalar).replacement
      XML.escape(shown ?? String(scalar), into: &self)
    }
  }
}
