internal import CICU

/// Calls ICU functions that fill a buffer, a second time when the first buffer is too small.
enum ICUBuffer {
  /// The UTF-8 text that `fill` writes; it gets the buffer, its capacity and the status, and returns the length.
  static func utf8(
    capacity: Int,
    _ fill: (UnsafeMutablePointer<CChar>?, _ capacity: Int32, _ status: inout UErrorCode) -> Int32
  ) throws(UnicodeError) -> String {
    let bytes: [UInt8] = try units(capacity: capacity) { target, capacity, status in
      guard let target else { return fill(nil, capacity, &status) }
      return target.withMemoryRebound(to: CChar.self, capacity: Int(capacity)) { fill($0, capacity, &status) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The units that `fill` writes.
  static func units<Unit: FixedWidthInteger>(
    capacity: Int,
    _ fill: (UnsafeMutablePointer<Unit>?, _ capacity: Int32, _ status: inout UErrorCode) -> Int32
  ) throws(UnicodeError) -> [Unit] {
    var status = U_ZERO_ERROR
    var buffer = [Unit](repeating: 0, count: max(1, capacity))
    var count = buffer.withUnsafeMutableBufferPointer { fill($0.baseAddress, Int32(clamping: $0.count), &status) }
    if status == U_BUFFER_OVERFLOW_ERROR {
      status = U_ZERO_ERROR
      buffer = Array(repeating: 0, count: Int(count) + 1)
      count = buffer.withUnsafeMutableBufferPointer { fill($0.baseAddress, Int32(clamping: $0.count), &status) }
    }
    try status.check()
    buffer.removeSubrange(Int(count)...)
    return buffer
  }
}
