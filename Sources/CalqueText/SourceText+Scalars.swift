extension SourceText {
  /// The scalar that starts at a byte offset and its length in bytes; nil at the end of the text.
  ///
  /// - Precondition: `offset` is a scalar boundary.
  package func scalar(at offset: UInt32) -> (scalar: Unicode.Scalar, length: UInt32)? {
    let index = Int(offset)
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return ("\u{FFFD}", UInt32(bytes.count - index)) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", UInt32(length))
  }

  /// The scalar that ends at a byte offset and its length in bytes; nil at the start of the text.
  ///
  /// - Precondition: `offset` is a scalar boundary.
  package func scalar(before offset: UInt32) -> (scalar: Unicode.Scalar, length: UInt32)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, bytes[Int(start)] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}
