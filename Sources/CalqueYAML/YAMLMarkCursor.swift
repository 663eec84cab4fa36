/// Turns libyaml's positions, which count code points from the start, into lines and columns.
///
/// libyaml counts its own lines, but ends them also at U+0085, U+2028 and U+2029, which no editor does.
struct YAMLMarkCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var codePoint = 0
  private var line = 1
  private var column = 1

  /// A cursor at the start of a text that is valid UTF-8 and has no byte order mark.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The place of a code point, given by its 0-based index.
  ///
  /// - Complexity: O(*n*) in the code points since the last question; the whole text before it for a step back.
  mutating func mark(ofCodePoint index: Int) -> YAMLMark {
    if index < codePoint { self = YAMLMarkCursor(bytes) }
    while codePoint < index, offset < bytes.count { step() }
    return YAMLMark(line: line, column: column)
  }

  /// The place of a byte, given by its 0-based offset.
  ///
  /// - Complexity: O(*n*) in the bytes before it.
  mutating func mark(ofByte target: Int) -> YAMLMark {
    self = YAMLMarkCursor(bytes)
    while offset < target, offset < bytes.count { step() }
    return YAMLMark(line: line, column: column)
  }

  /// The scalar at a place that `mark(ofCodePoint:)` was just asked for; nil at the end of the text.
  var scalar: Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let end = min(bytes.count, offset + 4)
    return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first
  }

  private mutating func step() {
    let byte = bytes[offset]
    offset += 1
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    codePoint += 1
    let endsLine = byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A))
    line += endsLine ? 1 : 0
    column = endsLine ? 1 : column + 1
  }
}
