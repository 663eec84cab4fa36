/// Paths of the system as text, without loss.
///
/// A path of a POSIX system is any bytes. Valid UTF-8 stands as it is; each other byte *b* stands as the private-use code
/// point U+10FF00 + *b* (U+10FF80 to U+10FFFF). Bytes that would spell one of these code points count as invalid too, so
/// that the way back is always exact.
package enum PathCoding {
  /// The text of a path.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(escapeLead) { return text }
    let bytes = Array(bytes)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = min(index + length, bytes.count)
      if let text = String(validating: bytes[index..<end], as: UTF8.self)?.unicodeScalars, text.count == 1,
        let scalar = text.first, scalar.value < firstEscape
      {
        result.append(scalar)
        index = end
      } else {
        if let escape = Unicode.Scalar(0x10FF00 + UInt32(lead)) { result.append(escape) }
        index += 1
      }
    }
    return String(result)
  }

  /// The bytes of a path.
  package static func bytes(_ text: String) -> [UInt8] {
    if !text.utf8.contains(escapeLead) { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      scalar.value >= firstEscape ? [UInt8(scalar.value & 0xFF)] : Array(UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }

  /// The text for people: each byte that is no UTF-8 is written as `\xFF`.
  package static func display(_ text: String) -> String {
    if !text.utf8.contains(escapeLead) { return text }
    return text.unicodeScalars.map { scalar in
      scalar.value < firstEscape ? String(scalar) : "\\x" + String(scalar.value & 0xFF, radix: 16, uppercase: true)
    }.joined()
  }

  private static let firstEscape: UInt32 = 0x10FF80
  /// The first byte of U+10FF80 and all code points after it; others from U+100000 on share it.
  private static let escapeLead: UInt8 = 0xF4
}
