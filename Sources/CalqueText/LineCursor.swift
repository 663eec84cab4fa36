/// Finds the lines and columns of many byte offsets in one text, as `LineIndex` does, without walking a long line again
/// for each of them.
///
/// Offsets may come in any order; rising order is the fastest. Each byte of a line is counted once, and a step back costs
/// at most the distance between two of the places that are kept in long lines.
package struct LineCursor {
  private let lines: LineIndex
  private let counter: ColumnCounter
  private var line = 1
  private var counts = ColumnTrack()
  private var cells = ColumnTrack()

  /// A cursor at the start of a text.
  ///
  /// - Parameters:
  ///   - lines: the lines of the text.
  ///   - width: terminal cells of a scalar, asked for with `ColumnUnit.display` only.
  package init(_ lines: LineIndex, width: @escaping (Unicode.Scalar) -> Int = { _ in 1 }) {
    self.lines = lines
    self.counter = ColumnCounter(text: lines.text, width: width)
  }

  /// The line and column of a byte offset, the same as `LineIndex.position(of:unit:width:)`.
  ///
  /// - Parameters:
  ///   - offset: a byte offset into the text, on a scalar boundary.
  ///   - unit: the unit of the column.
  /// - Complexity: O(log *n*) in lines, and O(*m*) in the bytes of the line that were never counted before.
  package mutating func position(of offset: UInt32, unit: ColumnUnit = .codePoint) -> LinePosition {
    moveToLine(of: offset)
    let start = columnStart
    if offset <= start { return LinePosition(line: line, column: 1) }
    if unit == .byte || (lines.isASCII && unit != .display) {
      return LinePosition(line: line, column: Int(offset - start) + 1)
    }
    let column: UInt32
    switch unit {
    case .codePoint, .byte:
      column = counts.place(of: offset, line: line, start: start, step: counter.units).first
    case .utf16:
      let place = counts.place(of: offset, line: line, start: start, step: counter.units)
      column = place.first + place.second
    case .display:
      column = cells.place(of: offset, line: line, start: start, step: counter.cells).first
    }
    return LinePosition(line: line, column: Int(column) + 1)
  }

  /// The offset that the columns of the current line are counted from.
  private var columnStart: UInt32 {
    line == 1 ? UInt32(lines.text.byteOrderMarkLength) : lines.starts[line - 1]
  }

  /// Makes the line that holds an offset the current one.
  private mutating func moveToLine(of offset: UInt32) {
    let starts = lines.starts
    let isInLine = starts[line - 1] <= offset && (line == starts.count || offset < starts[line])
    if !isInLine { line = lines.line(at: offset) }
  }
}

/// A byte offset and what was counted from the start of its line up to it: scalars and astral scalars, or cells.
private struct ColumnPlace: BitwiseCopyable {
  var offset: UInt32
  var first: UInt32
  var second: UInt32
}

/// Counts on from a place to an offset of the same line.
///
/// Apart from the cursor, so that a closure over it holds no second reference to the kept places.
private struct ColumnCounter {
  let text: SourceText
  let width: (Unicode.Scalar) -> Int

  /// Counts scalars, and those of them that take two UTF-16 units.
  func units(_ place: ColumnPlace, _ end: UInt32) -> ColumnPlace {
    var scalars: UInt32 = 0
    var astral: UInt32 = 0
    for byte in text.bytes[Int(place.offset)..<Int(end)] {
      scalars &+= byte & 0xC0 == 0x80 ? 0 : 1
      astral &+= byte >= 0xF0 ? 1 : 0
    }
    return ColumnPlace(offset: end, first: place.first + scalars, second: place.second + astral)
  }

  /// Counts terminal cells.
  func cells(_ place: ColumnPlace, _ end: UInt32) -> ColumnPlace {
    var offset = place.offset
    var cells = Int(place.first)
    while offset < end, let (scalar, length) = text.scalar(at: offset) {
      cells = scalar == "\t" ? (cells / 8 + 1) * 8 : cells + width(scalar)
      offset += length
    }
    return ColumnPlace(offset: offset, first: UInt32(max(0, cells)), second: 0)
  }
}

/// Counts along lines: where it stands, and the places it keeps in long lines.
private struct ColumnTrack {
  /// Bytes between two kept places.
  private static let spacing: UInt32 = 1024

  private var line = 0
  private var place = ColumnPlace(offset: 0, first: 0, second: 0)
  /// The kept places of each long line, one for every full `spacing` bytes from the line's start.
  private var kept: [Int: [ColumnPlace]] = [:]

  init() {}

  /// What stands before an offset of a line that starts at `start`; `step` counts from a place to an offset.
  mutating func place(
    of offset: UInt32, line newLine: Int, start: UInt32, step: (ColumnPlace, UInt32) -> ColumnPlace
  ) -> ColumnPlace {
    let isBefore = newLine == line && offset < place.offset
    let isFarAhead = newLine == line && !isBefore && offset - place.offset > Self.spacing
    if newLine != line || isBefore || isFarAhead {
      place = nearest(to: offset, line: newLine, start: start)
      line = newLine
    }
    while (offset - start) / Self.spacing > (place.offset - start) / Self.spacing {
      let number = (place.offset - start) / Self.spacing + 1
      place = step(place, start + number * Self.spacing)
      if kept[line]?.count ?? 0 == Int(number) - 1 { kept[line, default: []].append(place) }
    }
    place = step(place, offset)
    return place
  }

  /// The last kept place at or before an offset, or the start of its line.
  private func nearest(to offset: UInt32, line: Int, start: UInt32) -> ColumnPlace {
    let number = Int((offset - start) / Self.spacing)
    guard number > 0, let places = kept[line], let last = places.last else {
      return ColumnPlace(offset: start, first: 0, second: 0)
    }
    return number <= places.count ? places[number - 1] : last
  }
}
