/// A line of plain text, without the marks around its words.
struct PlainTextLine {
  /// What a line is, seen alone.
  enum Kind: Equatable {
    /// Words.
    case text
    /// Words after a list marker.
    case item(isOrdered: Bool)
    /// A row of one sign, which separates or underlines.
    case ruler(UInt8)
  }

  /// The offset of the first byte of the words.
  let lower: Int
  /// The offset after the last byte of the words.
  let upper: Int
  /// What it is.
  let kind: Kind
  /// True behind `> `.
  let isQuoted: Bool
  /// Columns before the words or the list marker.
  let indent: Int
  /// Columns from the start of the line to its last word: code points, but wide characters count 2.
  let width: Int
  /// True when the words are set apart by a tab or three spaces, as in a table.
  let hasColumns: Bool
}

extension PlainTextLine {
  /// Reads the line from one offset to another.
  init(_ view: ByteView, from lineStart: Int, to lineEnd: Int) {
    var index = lineStart
    var columns = 0
    while index < lineEnd, view.base[index].isSpace {
      columns += view.base[index] == .tab ? 4 : 1
      index += 1
    }
    var isQuoted = false
    while index < lineEnd, view.base[index] == .greater,
      view[index + 1].isSpace || view[index + 1] == .greater || isQuoted
    {
      isQuoted = true
      index += 1
      while index < lineEnd, view.base[index].isBlank { index += 1 }
    }
    var end = lineEnd
    while end > index, view.base[end - 1].isSpace { end -= 1 }
    let kind = PlainTextLine.kind(view, index, end)
    upper = end
    if case .item = kind {
      lower = view.skipBlanks(from: index + PlainTextLine.markerLength(view, index, end), to: end)
    } else {
      lower = index
    }
    self.kind = kind
    self.isQuoted = isQuoted
    indent = columns
    var count = 0
    var hasColumns = false
    for offset in lower..<end {
      let byte = view.base[offset]
      if byte & 0xC0 != 0x80 { count += PlainTextLine.isWide(byte) ? 2 : 1 }
      if byte == .tab
        || (byte == .space && view.base[offset - 1] == .space && view[offset - 2] == .space && offset - 2 >= lower)
      {
        hasColumns = true
      }
    }
    width = columns + (lower - index) + count
    self.hasColumns = hasColumns
  }

  private static func kind(_ view: ByteView, _ lower: Int, _ upper: Int) -> Kind {
    if let sign = ruler(view, lower, upper) { return .ruler(sign) }
    return markerLength(view, lower, upper) > 0 ? .item(isOrdered: view[lower].isAlphanumeric) : .text
  }

  /// The sign of a line that holds nothing else, at least three times.
  private static func ruler(_ view: ByteView, _ lower: Int, _ upper: Int) -> UInt8? {
    let sign = view[lower]
    var length = 1
    switch sign {
    case .hyphen, .asterisk, .underscore, .equals, .tilde, .hash, .plus: break
    case 0xE2: length = 3
    case 0xC2: length = 2
    default: return nil
    }
    if length > 1 {
      guard lower + length <= upper else { return nil }
      switch view.scalar(at: lower).value {
      case "·", "•", "–", "—", "―", "─", "━": break
      default: return nil
      }
    }
    var count = 0
    var index = lower
    while index < upper {
      if view.base[index] == .space {
        index += 1
        continue
      }
      for offset in 0..<length where view[index + offset] != view[lower + offset] { return nil }
      index += length
      count += 1
    }
    return count >= 3 ? sign : nil
  }

  /// Length of a list marker with white space after it; 0 when there is none.
  ///
  /// Markers are `-`, `*`, `•` and its likes, a number of up to three digits with `.` or `)`, and a letter with `)`. A
  /// dash that is longer than a hyphen marks speech in some languages and is left alone.
  static func markerLength(_ view: ByteView, _ lower: Int, _ upper: Int) -> Int {
    let first = view[lower]
    var length = 0
    if first == .hyphen || first == .asterisk {
      length = 1
    } else if first.isDigit {
      var end = lower
      while end < lower + 3, view[end].isDigit { end += 1 }
      if view[end] == .fullStop || view[end] == .rightParenthesis { length = end + 1 - lower }
    } else if first.isLetter {
      if view[lower + 1] == .rightParenthesis { length = 2 }
    } else if first == 0xE2, lower + 3 <= upper {
      switch view.scalar(at: lower).value {
      case "•", "‣", "⁃", "∙", "■", "□", "▪", "▫", "▶", "▸", "►", "○", "●", "◦": length = 3
      default: break
      }
    }
    let after = lower + length
    return length > 0 && after < upper && view[after].isBlank ? length : 0
  }

  /// The same line with its list marker as part of the words.
  func withoutMarker(_ view: ByteView) -> PlainTextLine {
    guard case .item = kind else { return self }
    var start = lower
    while start > 0, !view[start - 1].isLineEnd { start -= 1 }
    while view[start].isSpace || view[start] == .greater { start += 1 }
    return PlainTextLine(
      lower: start, upper: upper, kind: .text, isQuoted: isQuoted, indent: indent, width: width, hasColumns: hasColumns)
  }

  // MARK: What the words look like

  /// True when the words end like a sentence: a full stop, a question mark, a colon, also before closing quotation marks
  /// and brackets.
  func endsSentence(_ view: ByteView) -> Bool {
    var end = upper
    while end > lower {
      let (value, length) = view.scalar(before: end)
      switch value {
      case " ", "\"", "'", ")", "]", "»", "’", "”", "›", "」", "』": end -= length
      case "!", ".", ":", "?", "…", "。", "！", "．", "？": return true
      default: return false
      }
    }
    return false
  }

  /// True when the words end in any punctuation that a headline does not end in.
  func endsInPunctuation(_ view: ByteView) -> Bool {
    endsSentence(view) || view[upper - 1] == .comma || view[upper - 1] == .semicolon || view[upper - 1] == .hyphen
  }

  /// True when the first letter is a small one.
  func startsSmall(_ view: ByteView) -> Bool {
    var index = lower
    while index < upper {
      let (value, length) = view.scalar(at: index)
      switch value {
      case "\"", "'", "(", "[", "«", "‘", "“", "„", "‹": index += length
      default: return value.properties.isLowercase
      }
    }
    return false
  }

  /// True for the first byte of Chinese, Japanese and Korean characters, which are two columns wide; near enough.
  private static func isWide(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xED || byte == 0xEF }

  /// Columns of the first word.
  func firstWordWidth(_ view: ByteView) -> Int {
    var count = 0
    var index = lower
    while index < upper, !view.base[index].isSpace {
      let byte = view.base[index]
      if byte & 0xC0 != 0x80 { count += PlainTextLine.isWide(byte) ? 2 : 1 }
      index += 1
    }
    return count
  }

  /// True for a line with a place and a date, such as “SEOUL, July 3 (Yonhap)”: it holds the name of a month next to a
  /// number, or a date in digits.
  func isDateline(_ view: ByteView) -> Bool {
    guard upper - lower <= 80 else { return false }
    let words = view.string(lower, upper).split { !($0.isLetter || $0.isNumber || $0 == "-") }
    for (index, word) in words.enumerated() {
      let isNextToNumber =
        (index > 0 && words[index - 1].first?.isNumber ?? false)
        || (index + 1 < words.count && words[index + 1].first?.isNumber ?? false)
      if isNextToNumber, PlainTextLine.months.contains(word.prefix(3).lowercased()), word.first?.isUppercase ?? false {
        return true
      }
      let parts = word.split(separator: "-")
      if parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) { return true }
    }
    return false
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
