/// The unit in which a column is counted.
package enum ColumnUnit: String, CaseIterable, Sendable {
  /// Unicode scalar values; what Calque prints unless asked otherwise.
  case codePoint = "code-point"
  /// UTF-8 bytes.
  case byte
  /// UTF-16 code units, as in the Language Server Protocol.
  case utf16
  /// Terminal cells: wide characters count 2, combining marks 0, a tab goes on to the next multiple of 8.
  case display
}

/// A place in a text as people read it: 1-based line, 1-based column.
package struct LinePosition: Hashable, Sendable, Comparable {
  /// 1-based line number.
  package let line: Int
  /// 1-based column in the unit that was asked for.
  package let column: Int

  /// A place from its line and column, both 1-based.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: LinePosition, right: LinePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The starts of a text's lines: turns byte offsets into lines and columns and back.
///
/// Lines end with LF, CRLF or a lone CR. A byte order mark at the start of the text takes no column.
package struct LineIndex: Sendable {
  /// Byte offsets of the first byte of each line; the first is 0.
  package let starts: [UInt32]
  let text: SourceText
  let isASCII: Bool

  /// Finds the lines of a text.
  ///
  /// - Complexity: O(*n*) in bytes.
  package init(_ text: SourceText) {
    var starts: [UInt32] = [0]
    var high: UInt8 = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        high |= byte
        index += 1
        if byte == 0x0A {
          starts.append(UInt32(index))
        } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
          starts.append(UInt32(index))
        }
      }
    }
    self.starts = starts
    self.text = text
    self.isASCII = high < 0x80
  }

  /// Number of lines; an empty text has one.
  package var count: Int { starts.count }

  /// The 1-based line that holds an offset.
  ///
  /// - Complexity: O(log *n*) in lines.
  package func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line, without its line end.
  package func range(ofLine line: Int) -> ByteRange {
    let lower = starts[line - 1]
    var upper = line < starts.count ? starts[line] : UInt32(text.count)
    while upper > lower, text.bytes[Int(upper) - 1] == 0x0A || text.bytes[Int(upper) - 1] == 0x0D { upper -= 1 }
    return ByteRange(lower, upper)
  }

  /// The line and column of a byte offset.
  ///
  /// - Parameters:
  ///   - offset: a byte offset into the text, at most its length.
  ///   - unit: the unit of the column.
  ///   - width: terminal cells of a scalar, asked for with `ColumnUnit.display` only.
  /// - Complexity: O(log *n*) in lines, and O(*m*) in the bytes of the line before the offset.
  package func position(
    of offset: UInt32, unit: ColumnUnit = .codePoint, width: (Unicode.Scalar) -> Int = { _ in 1 }
  ) -> LinePosition {
    let line = line(at: offset)
    var start = starts[line - 1]
    if line == 1 { start = min(offset, start + UInt32(text.byteOrderMarkLength)) }
    if unit == .byte || (isASCII && unit != .display) {
      return LinePosition(line: line, column: Int(offset - start) + 1)
    }
    let before = String(decoding: text.bytes[Int(start)..<Int(offset)], as: UTF8.self)
    let column =
      switch unit {
      case .codePoint, .byte: before.unicodeScalars.count
      case .utf16: before.utf16.count
      case .display: Self.displayColumns(of: before, width: width)
      }
    return LinePosition(line: line, column: column + 1)
  }

  /// The byte offset of a line and column; nil when the text has no such place.
  ///
  /// - Complexity: O(*m*) in the bytes of the line.
  package func offset(of position: LinePosition, unit: ColumnUnit = .codePoint) -> UInt32? {
    guard position.line >= 1, position.line <= starts.count, position.column >= 1 else { return nil }
    var range = range(ofLine: position.line)
    if position.line == 1 {
      range = ByteRange(min(range.upper, range.lower + UInt32(text.byteOrderMarkLength)), range.upper)
    }
    var left = position.column - 1
    if unit == .byte {
      let offset = range.lower + UInt32(left)
      return offset <= range.upper && text.isScalarBoundary(offset) ? offset : nil
    }
    var offset = range.lower
    for scalar in text.string(in: range).unicodeScalars {
      if left == 0 { return offset }
      left -= unit == .utf16 ? UTF16.width(scalar) : 1
      if left < 0 { return nil }
      offset += UInt32(UTF8.width(scalar))
    }
    return left == 0 ? offset : nil
  }

  private static func displayColumns(of text: String, width: (Unicode.Scalar) -> Int) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      columns = scalar == "\t" ? (columns / 8 + 1) * 8 : columns + width(scalar)
    }
    return columns
  }
}
