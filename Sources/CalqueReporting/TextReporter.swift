import CalqueText

/// For people: the line of `compact`, then the source with carets under the words, related places and the fix.
struct TextReporter: FormatReporter {
  /// Related places shown under one finding.
  private static let relatedLimit = 10

  private let headline: Headline
  private let painter: Painter
  private let options: ReportOptions

  init(_ run: RunContext) {
    options = run.options
    headline = Headline(options: options)
    painter = Painter(useColor: options.useColor)
  }

  mutating func add(_ file: inout LocatedFile, into output: inout [UInt8]) {
    let report = file.report
    for problem in report.problems {
      headline.write(problem, in: &file, into: &output)
      if let range = problem.range { writeExcerpt(of: range, ink: .error, in: file, into: &output) }
      if options.showSource { output.write("\n") }
    }
    for diagnostic in report.diagnostics {
      headline.write(diagnostic, in: &file, into: &output)
      writeExcerpt(of: diagnostic.range, ink: Ink(diagnostic.severity), in: file, into: &output)
      for related in diagnostic.related.prefix(Self.relatedLimit) {
        headline.write(related, in: &file, into: &output)
      }
      let hidden = diagnostic.related.count - Self.relatedLimit
      if hidden > 0 {
        painter.paint("note:", .note, into: &output)
        output.write(" and \(Summary.counted(hidden, "more place"))\n")
      }
      for fix in diagnostic.fixes { write(fix, of: diagnostic, into: &output) }
      if options.showSource { output.write("\n") }
    }
  }

  private func writeExcerpt(of range: ByteRange, ink: Ink, in file: LocatedFile, into output: inout [UInt8]) {
    guard options.showSource, let source = file.report.source, let lines = file.lines,
      Int(range.upper) <= source.count
    else { return }
    let excerpt = SourceExcerpt(source: source, lines: lines, options: options, ink: ink)
    excerpt.write(range, into: &output)
  }

  private func write(_ fix: Fix, of diagnostic: Diagnostic, into output: inout [UInt8]) {
    painter.paint("help:", .help, into: &output)
    output.write(" ")
    output.writeVisible(fix.description(for: diagnostic))
    output.write("\n")
  }
}

extension Fix {
  /// Scalars shown of a new text.
  private static let textLimit = 80

  /// What the fix does, for people: `replace with “…”` where it mends exactly the words of the finding, else its title.
  func description(for diagnostic: Diagnostic) -> String {
    guard let edit = edits.edits.first, edits.edits.count == 1 else {
      return title.isEmpty ? Summary.counted(edits.edits.count, "change") : title
    }
    if edit.range != diagnostic.range, !title.isEmpty { return title }
    if edit.text.isEmpty { return "remove this" }
    let scalars = edit.text.unicodeScalars
    let text = scalars.count > Self.textLimit ? String(scalars.prefix(Self.textLimit)) + "…" : edit.text
    return edit.range.isEmpty ? "insert “\(text)”" : "replace with “\(text)”"
  }
}
