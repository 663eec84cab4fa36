import CalqueText

/// The source under a finding: line numbers, the lines, and carets under exactly the words.
///
/// Tabs are four cells, control characters are shown, and a line too wide for the terminal is cut around the finding.
/// The time does not depend on the length of a line.
struct SourceExcerpt {
  /// Lines of a range that are all shown; of a longer range the first two and the last are.
  private static let lineLimit = 4

  let source: SourceText
  let lines: LineIndex
  let options: ReportOptions
  let ink: Ink

  private var painter: Painter { Painter(useColor: options.useColor) }

  /// Writes the lines of a range with carets.
  func write(_ range: ByteRange, into output: inout [UInt8]) {
    let first = lines.line(at: range.lower)
    // A range that ends behind a line end has its last word on the line before.
    let last = max(first, lines.line(at: range.isEmpty ? range.upper : range.upper - 1))
    let gutter = String(last).utf8.count
    let isLong = last - first >= Self.lineLimit
    for line in first...(isLong ? first + 1 : last) {
      write(line, of: range, isFirst: line == first, gutter: gutter, into: &output)
    }
    if isLong {
      painter.paint("...", .gutter, into: &output)
      output.write("\n")
      write(last, of: range, isFirst: false, gutter: gutter, into: &output)
    }
  }

  /// Writes one line and its carets.
  private func write(_ line: Int, of range: ByteRange, isFirst: Bool, gutter: Int, into output: inout [UInt8]) {
    let width = max(20, (options.terminalWidth ?? 120) - gutter - 3)
    let window = window(onLine: line, of: range, width: width)

    writeGutter(String(line), width: gutter, into: &output)
    output.write(" ")
    if window.isCutBefore { output.write("…") }
    write(window.before, into: &output)
    write(window.after, into: &output)
    if window.isCutAfter { output.write("…") }
    while output.last == UInt8(ascii: " ") { output.removeLast() }
    output.write("\n")

    guard isFirst || !window.mark.isEmpty else { return }
    let carets = window.carets
    writeGutter("", width: gutter, into: &output)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: carets.lowerBound + 1))
    painter.paint(String(repeating: "^", count: carets.count), ink, into: &output)
    output.write("\n")
  }

  /// The part of a 1-based line that fits a width in cells, around what a range has of the line.
  func window(onLine line: Int, of range: ByteRange, width: Int) -> LineWindow {
    var bounds = lines.range(ofLine: line)
    if line == 1 {
      bounds = ByteRange(min(bounds.upper, bounds.lower + UInt32(source.byteOrderMarkLength)), bounds.upper)
    }
    let lower = min(max(range.lower, bounds.lower), bounds.upper)
    let mark = ByteRange(lower, min(max(range.upper, lower), bounds.upper))
    return LineWindow(source, line: bounds, mark: mark, width: width, cells: options.displayWidth)
  }

  private func writeGutter(_ text: String, width: Int, into output: inout [UInt8]) {
    let padding = max(0, width - text.utf8.count)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
    painter.paint("\(text) |", .gutter, into: &output)
  }

  /// Writes glyphs that follow each other; what is shown as it is goes out in one piece.
  private func write(_ glyphs: [Glyph], into output: inout [UInt8]) {
    guard let first = glyphs.first, let last = glyphs.last else { return }
    var start = first.range.lower
    for glyph in glyphs where glyph.shown != .plain {
      output.append(contentsOf: source.bytes[Int(start)..<Int(glyph.range.lower)])
      if let replacement = glyph.shown.replacement { output.write(replacement) }
      start = glyph.range.upper
    }
    output.append(contentsOf: source.bytes[Int(start)..<Int(last.range.upper)])
  }
}
