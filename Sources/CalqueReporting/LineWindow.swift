import CalqueText

/// A scalar of a source line and how it is shown.
struct Glyph {
  let range: ByteRange
  let shown: VisibleScalar
  let cells: Int
}

/// The part of a line that fits the terminal, around a mark.
///
/// - Complexity: O(*w*) in the width, whatever the length of the line.
struct LineWindow {
  /// What is shown before the mark.
  private(set) var before: [Glyph]
  /// What is shown from the mark's start on.
  private(set) var after: [Glyph]
  /// Whether the line goes on before the window.
  private(set) var isCutBefore: Bool
  /// Whether the line goes on after the window.
  private(set) var isCutAfter: Bool
  /// The bytes that are marked.
  let mark: ByteRange

  /// Cuts a line.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - line: the bytes of the line without its end.
  ///   - mark: the bytes to be marked, within the line.
  ///   - width: cells of the window.
  ///   - cells: terminal cells of a scalar.
  init(_ source: SourceText, line: ByteRange, mark: ByteRange, width: Int, cells: @escaping (Unicode.Scalar) -> Int) {
    self.mark = mark
    before = []
    after = []
    let scanner = GlyphScanner(source: source, limit: width + 1, cells: cells)
    let following = scanner.glyphs(from: mark.lower, to: line.upper)
    let preceding = scanner.glyphs(before: mark.lower, from: line.lower)
    let marked = following.glyphs.prefix { $0.range.lower < mark.upper }.reduce(0) { $0 + $1.cells }

    // Both sides whole, or the mark with as much of each side as the other leaves; an ellipsis takes a cell.
    isCutBefore = !preceding.isWhole
    isCutAfter = !following.isWhole
    var room = width
    if preceding.cells + following.cells > width || isCutBefore || isCutAfter {
      let spare = max(0, width - min(marked, width)) / 2
      room = min(preceding.cells, max(width - following.cells, spare))
    }
    let beforeRoom = room
    var taken = Self.fitting(preceding.glyphs, in: beforeRoom, isMore: isCutBefore)
    isCutBefore = taken.isCut
    // A mark that has lost its base character would stand on the ellipsis.
    while taken.isCut, let last = taken.glyphs.last, last.cells == 0 { taken.glyphs.removeLast() }
    before = taken.glyphs.reversed()
    let used = before.reduce(isCutBefore ? 1 : 0) { $0 + $1.cells }
    taken = Self.fitting(following.glyphs, in: max(1, width - used), isMore: isCutAfter)
    after = taken.glyphs
    isCutAfter = taken.isCut
  }

  /// What is shown of the mark.
  var marked: ArraySlice<Glyph> { after.prefix { $0.range.lower < mark.upper } }

  /// What is shown after the mark.
  var unmarked: ArraySlice<Glyph> { after[marked.endIndex...] }

  /// The cells under which carets stand; never empty.
  var carets: Range<Int> {
    let lower = before.reduce(isCutBefore ? 1 : 0) { $0 + $1.cells }
    let marked = marked
    let cells = marked.reduce(0) { $0 + $1.cells }
    if cells > 0 { return lower..<lower + cells }
    // A combining mark stands on the cell before it.
    let start = marked.isEmpty ? lower : max(0, lower - 1)
    return start..<start + 1
  }

  /// The first glyphs that fit, leaving a cell for the ellipsis where the line goes on.
  private static func fitting(_ glyphs: [Glyph], in room: Int, isMore: Bool) -> (glyphs: [Glyph], isCut: Bool) {
    let total = glyphs.reduce(0) { $0 + $1.cells }
    if total <= room, !isMore { return (glyphs, false) }
    var left = room - 1
    let fitting = glyphs.prefix { glyph in
      left -= glyph.cells
      return left >= 0
    }
    return (Array(fitting), true)
  }
}

/// Reads glyphs off a line in both directions, only as many as a terminal can show.
private struct GlyphScanner {
  let source: SourceText
  /// Cells after which nothing more can be shown.
  let limit: Int
  let cells: (Unicode.Scalar) -> Int

  struct Found {
    var glyphs: [Glyph] = []
    var cells = 0
    var isWhole = true
  }

  /// The glyphs from an offset on.
  func glyphs(from start: UInt32, to end: UInt32) -> Found {
    var found = Found()
    found.glyphs.reserveCapacity(min(Int(end - start), limit))
    var offset = start
    while offset < end, let (scalar, length) = source.scalar(at: offset) {
      if !add(scalar, ByteRange(offset, offset + length), to: &found) { break }
      offset += length
    }
    return found
  }

  /// The glyphs before an offset, the nearest first.
  func glyphs(before end: UInt32, from start: UInt32) -> Found {
    var found = Found()
    found.glyphs.reserveCapacity(min(Int(end - start), limit))
    var offset = end
    while offset > start, let (scalar, length) = source.scalar(before: offset) {
      if !add(scalar, ByteRange(offset - length, offset), to: &found) { break }
      offset -= length
    }
    return found
  }

  private func add(_ scalar: Unicode.Scalar, _ range: ByteRange, to found: inout Found) -> Bool {
    // Scalars without width would let a line go on for ever.
    guard found.cells < limit, found.glyphs.count < 4 * limit else {
      found.isWhole = false
      return false
    }
    let shown = VisibleScalar(scalar)
    let width = shown.cells ?? (scalar.isASCII ? 1 : max(0, cells(scalar)))
    found.glyphs.append(Glyph(range: range, shown: shown, cells: width))
    found.cells += width
    return true
  }
}
