/// Writes JSON (RFC 8259) as UTF-8, piece by piece, in the order of the calls.
///
/// Commas and quotation marks come by themselves. The output is compact; an array may put each element on a line of its
/// own. The caller sees to it that members have keys and that nothing is left open.
package struct JSONWriter {
  private enum Container {
    case object
    case array
    case lines
  }

  /// What was written and not yet flushed.
  package private(set) var bytes: [UInt8] = []
  private var open: [Container] = []
  private var needsComma = false
  private var isAfterKey = false

  /// A writer of nothing yet.
  package init() {}

  /// Moves what was written to the end of an output; the writer goes on behind it.
  package mutating func flush(into output: inout [UInt8]) {
    output.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: Objects and arrays

  /// Writes an object whose members the closure writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endContainer()
  }

  /// Writes an array whose elements the closure writes; `linewise` starts a new line for each of them.
  package mutating func array(linewise: Bool = false, _ elements: (inout JSONWriter) -> Void) {
    beginArray(linewise: linewise)
    elements(&self)
    endContainer()
  }

  /// Opens an object whose members come from several calls; `endContainer` closes it.
  package mutating func beginObject() {
    separate()
    append("{")
    open.append(.object)
    needsComma = false
  }

  /// Opens an array whose elements come from several calls; `endContainer` closes it.
  package mutating func beginArray(linewise: Bool = false) {
    separate()
    append("[")
    open.append(linewise ? .lines : .array)
    needsComma = false
  }

  /// Closes the object or array that was opened last.
  package mutating func endContainer() {
    guard let container = open.popLast() else { return }
    if container == .lines, needsComma { append("\n") }
    append(container == .object ? "}" : "]")
    needsComma = true
  }

  /// Ends a value that stands outside every container; what follows is a document of its own.
  package mutating func endDocument() {
    needsComma = false
  }

  /// Ends a document and its line; for NDJSON and for the end of a file.
  package mutating func endLine() {
    append("\n")
    endDocument()
  }

  /// Writes the key of the next value of an object.
  package mutating func key(_ name: String) {
    if needsComma { append(",") }
    appendQuoted(name)
    append(":")
    isAfterKey = true
  }

  // MARK: Values

  /// Writes a string.
  package mutating func value(_ text: String) {
    separate()
    appendQuoted(text)
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func value(_ number: Int) {
    raw(String(number).utf8)
  }

  /// Writes a whole number.
  package mutating func value(_ number: UInt32) {
    raw(String(number).utf8)
  }

  /// Writes `true` or `false`.
  package mutating func value(_ flag: Bool) {
    raw((flag ? "true" : "false").utf8)
  }

  /// Writes a number with the fewest digits that read back as the same number; `null` for infinity and not-a-number, which
  /// JSON cannot write.
  package mutating func value(_ number: Double) {
    raw((number.isFinite ? number.description : "null").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    raw("null".utf8)
  }

  /// Writes bytes that are one JSON value already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  // MARK: Members

  /// Writes a member of an object.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a member of an object.
  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member of an object.
  package mutating func member(_ name: String, _ number: UInt32) {
    key(name)
    value(number)
  }

  /// Writes a member of an object.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes a member that is an object.
  package mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// Writes a member that is an array; `linewise` starts a new line for each element.
  package mutating func array(_ name: String, linewise: Bool = false, _ elements: (inout JSONWriter) -> Void) {
    key(name)
    array(linewise: linewise, elements)
  }

  // MARK: Bytes

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma { append(",") }
    if open.last == .lines { append("\n") }
  }

  private mutating func append(_ character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// Writes a string with its quotation marks.
  ///
  /// Beyond what JSON demands, DEL and the line separators U+2028 and U+2029 are escaped: the first for terminals, the
  /// others because JavaScript and line readers take them for line ends.
  private mutating func appendQuoted(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append("\\")
        bytes.append(byte)
      case 0x00..<0x20, 0x7F:
        appendControl(byte)
      case 0xA8, 0xA9:
        if bytes.count >= 2, bytes[bytes.count - 1] == 0x80, bytes[bytes.count - 2] == 0xE2 {
          bytes.removeLast(2)
          bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        } else {
          bytes.append(byte)
        }
      default:
        bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func appendControl(_ byte: UInt8) {
    append("\\")
    switch byte {
    case 0x08: append("b")
    case 0x09: append("t")
    case 0x0A: append("n")
    case 0x0C: append("f")
    case 0x0D: append("r")
    default:
      let digits = "0123456789abcdef".utf8
      bytes.append(contentsOf: "u00".utf8)
      for nibble in [byte >> 4, byte & 0xF] {
        bytes.append(digits[digits.index(digits.startIndex, offsetBy: Int(nibble))])
      }
    }
  }
}
