import CalqueText

/// A place as people read it: from the first position up to, not including, the second.
struct Location: Hashable {
  let start: LinePosition
  let end: LinePosition

  var isMultiline: Bool { start.line != end.line }
}

/// The outcome for one input together with what finds its lines and columns.
struct LocatedFile {
  let report: FileReport
  /// The text and its lines; nil when the input could not be read or has nothing to report.
  let lines: LineIndex?
  private var cursor: LineCursor?

  init(_ report: FileReport, width: @escaping (Unicode.Scalar) -> Int) {
    self.report = report
    let isClean = report.diagnostics.isEmpty && report.problems.isEmpty
    let lines = isClean ? nil : report.source.map { LineIndex($0) }
    self.lines = lines
    self.cursor = lines.map { LineCursor($0, width: width) }
  }

  /// Where a range lies; nil when there is no text or the range is not in it.
  mutating func location(of range: ByteRange, unit: ColumnUnit = .codePoint) -> Location? {
    guard let start = position(of: range.lower, unit: unit), let end = position(of: range.upper, unit: unit) else {
      return nil
    }
    return Location(start: start, end: end)
  }

  /// The line and column of a byte offset; nil when there is no text or the offset is not in it.
  mutating func position(of offset: UInt32, unit: ColumnUnit = .codePoint) -> LinePosition? {
    guard let source = report.source, Int(offset) <= source.count else { return nil }
    return cursor?.position(of: offset, unit: unit)
  }

  /// Where a related place starts; nil when that is not known.
  mutating func position(of related: RelatedLocation, unit: ColumnUnit = .codePoint) -> LinePosition? {
    related.path == nil ? position(of: related.range.lower, unit: unit) : related.position
  }
}
