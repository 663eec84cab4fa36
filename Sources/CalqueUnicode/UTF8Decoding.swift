/// Reading and writing single scalars in valid UTF-8.
package enum UTF8Decoding {
  /// The scalar that starts at an index, and the index after it.
  ///
  /// Memory-safe on any bytes; the value is right on valid UTF-8 only.
  ///
  /// - Precondition: `index < bytes.count`.
  @inline(__always)
  package static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, next: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, index + 1) }
    let left = bytes.count - index
    if first < 0xE0, left >= 2 {
      return ((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), index + 2)
    }
    if first < 0xF0, left >= 3 {
      let middle = UInt32(bytes[index + 1] & 0x3F) << 6
      return ((first & 0x0F) << 12 | middle | UInt32(bytes[index + 2] & 0x3F), index + 3)
    }
    if left >= 4 {
      let second = UInt32(bytes[index + 1] & 0x3F) << 12
      let third = UInt32(bytes[index + 2] & 0x3F) << 6
      return ((first & 0x07) << 18 | second | third | UInt32(bytes[index + 3] & 0x3F), index + 4)
    }
    return (0xFFFD, bytes.count)
  }

  /// The index of the scalar before `index`, and the scalar.
  ///
  /// - Precondition: `0 < index <= bytes.count`.
  @inline(__always)
  package static func scalarBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: UInt32, start: Int) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(bytes, at: start).value, start)
  }

  /// Writes a scalar of the basic plane as UTF-8; returns the index after it.
  ///
  /// - Precondition: three bytes are free at `index`.
  @inline(__always)
  static func write(_ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
    if scalar < 0x80 {
      bytes[index] = UInt8(truncatingIfNeeded: scalar)
      return index + 1
    }
    if scalar < 0x800 {
      bytes[index] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      bytes[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return index + 2
    }
    bytes[index] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    bytes[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    bytes[index + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return index + 3
  }
}
