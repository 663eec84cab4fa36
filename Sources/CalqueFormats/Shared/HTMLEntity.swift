/// Decodes character references of HTML, as Markdown uses them too.
enum HTMLEntity {
  /// The longest name of a character reference.
  static let maximumNameLength = 31

  /// What a character reference stands for.
  ///
  /// Control characters become a space and what is no scalar becomes U+FFFD; numbers 128 to 159 are read as
  /// Windows-1252, as browsers do.
  ///
  /// - Parameters:
  ///   - lower: the offset of `&`.
  ///   - upper: the offset after `;`.
  /// - Returns: nil when it is no character reference or its name is unknown.
  static func decode(_ view: ByteView, _ lower: Int, _ upper: Int) -> String? {
    guard upper - lower >= 3, view[lower] == .ampersand, view[upper - 1] == .semicolon else { return nil }
    guard view[lower + 1] == .hash else { return named(view, lower + 1, upper - 1) }
    let isHexadecimal = view[lower + 2] | 0x20 == UInt8(ascii: "x")
    let first = lower + (isHexadecimal ? 3 : 2)
    guard let value = number(view, first, upper - 1, radix: isHexadecimal ? 16 : 10) else { return nil }
    return String(scalar(value))
  }

  /// The offset after the character reference that starts at an offset, and what it stands for.
  static func decode(at lower: Int, to limit: Int, in view: ByteView) -> (end: Int, text: String)? {
    let end = min(limit, lower + maximumNameLength + 2)
    guard let semicolon = view.find(.semicolon, from: lower + 1, to: end) else { return nil }
    guard let text = decode(view, lower, semicolon + 1) else { return nil }
    return (semicolon + 1, text)
  }

  private static func number(_ view: ByteView, _ lower: Int, _ upper: Int, radix: UInt32) -> UInt32? {
    guard lower < upper, upper - lower <= 8 else { return nil }
    var value: UInt32 = 0
    for index in lower..<upper {
      let byte = view[index]
      let digit: UInt32
      if byte.isDigit {
        digit = UInt32(byte) - 0x30
      } else if radix == 16, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x66 {
        digit = UInt32(byte | 0x20) - 0x61 + 10
      } else {
        return nil
      }
      value = min(value, 0x00FF_FFFF) * radix + digit
    }
    return value
  }

  /// The scalar of a number, with what browsers make of numbers that are none.
  static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value == 0 { return "\u{FFFD}" }
    if value < 0x20 || value == 0x7F { return " " }
    if value >= 0x80, value <= 0x9F { return Unicode.Scalar(windows1252(value)) ?? "\u{FFFD}" }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The code points of Windows-1252 in the range of the C1 controls; 0 for the five holes, which stay as they are.
  private static func windows1252(_ value: UInt32) -> UInt32 {
    let table: InlineArray<32, UInt16> = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
      0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
      0x0178,
    ]
    let mapped = UInt32(table[Int(value - 0x80)])
    return mapped == 0 ? value : mapped
  }

  /// Looks a name up by bisection of the table's text.
  private static func named(_ view: ByteView, _ lower: Int, _ upper: Int) -> String? {
    guard upper > lower, upper - lower <= maximumNameLength else { return nil }
    return HTMLEntityTable.entries.withUTF8Buffer { table in
      var low = 0
      var high = table.count
      while low < high {
        let start = entryStart(table, before: (low + high) / 2, notBefore: low)
        var index = start
        var offset = lower
        while offset < upper, table[index] == view[offset] {
          index += 1
          offset += 1
        }
        // The sign after a name sorts before every letter and after every digit; only whether the name ended matters.
        let nameEnded = table[index] == .equals
        if offset == upper, nameEnded { return codePoints(table, from: index + 1) }
        if nameEnded || (offset < upper && table[index] < view[offset]) {
          low = entryEnd(table, from: index)
        } else {
          high = start
        }
      }
      return nil
    }
  }

  private static func entryStart(_ table: UnsafeBufferPointer<UInt8>, before: Int, notBefore: Int) -> Int {
    var index = before
    while index > notBefore, table[index - 1] > 0x20 { index -= 1 }
    return index
  }

  private static func entryEnd(_ table: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var index = from
    while index < table.count, table[index] > 0x20 { index += 1 }
    return index < table.count ? index + 1 : index
  }

  private static func codePoints(_ table: UnsafeBufferPointer<UInt8>, from: Int) -> String {
    var text = ""
    var value: UInt32 = 0
    var index = from
    while true {
      let byte = index < table.count ? table[index] : 0x20
      if byte == .comma || byte <= 0x20 {
        // Tab and line feed are white space here and would break a block in two.
        text.unicodeScalars.append(value < 0x20 ? " " : Unicode.Scalar(value) ?? "\u{FFFD}")
        value = 0
        if byte <= 0x20 { return text }
      } else {
        value = value << 4 | (byte.isDigit ? UInt32(byte) - 0x30 : UInt32(byte) - 0x41 + 10)
      }
      index += 1
    }
  }
}
