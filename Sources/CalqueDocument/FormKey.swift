/// A folded form as a hash table sees it.
///
/// The bytes of a form of at most 8 bytes are the key itself; a longer form is hashed, and its bytes are compared.
struct FormKey: BitwiseCopyable {
  /// The bytes, first byte lowest, or a hash of them.
  let key: UInt64
  /// Length in bytes.
  let count: UInt32

  /// True when key and length say everything.
  @inline(__always) var isExact: Bool { count <= 8 }

  /// Spread over all bits.
  @inline(__always) var hash: Int {
    let mixed = (key ^ UInt64(count) &* 0x9E37_79B9_7F4A_7C15) &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  /// The key of a form that is folded already.
  ///
  /// - Precondition: less than 4 GiB.
  @inline(__always)
  init(folded bytes: UnsafeRawBufferPointer) {
    self.init(bytes, { $0 })
  }

  /// The key that an ASCII word inside a text has when its letters are made small.
  @inline(__always)
  init(ascii range: Range<Int>, of text: UnsafeRawBufferPointer) {
    if range.count <= 8, range.lowerBound + 8 <= text.count, !range.isEmpty {
      // One load for all lengths: words differ in length too often for a branch on it.
      let spare = UInt64(8 * (8 - range.count))
      let word = (Self.load(text, range.lowerBound) << spare) >> spare
      self.init(key: Self.lowercased(word), count: UInt32(range.count))
    } else {
      self.init(UnsafeRawBufferPointer(rebasing: text[range]), Self.lowercased)
    }
  }

  @inline(__always)
  private init(_ bytes: UnsafeRawBufferPointer, _ map: (UInt64) -> UInt64) {
    let count = bytes.count
    self.count = UInt32(count)
    if count <= 8 {
      key = map(Self.short(bytes))
      return
    }
    var state: UInt64 = 0
    var index = 0
    while index + 8 < count {
      state = Self.mix(state ^ map(Self.load(bytes, index)))
      index += 8
    }
    // The last 8 bytes overlap the ones before.
    key = Self.mix(state ^ map(Self.load(bytes, count - 8)))
  }

  /// 8 ASCII bytes with capitals made small.
  @inline(__always)
  static func lowercased(_ bytes: UInt64) -> UInt64 {
    let atLeastA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = bytes &+ 0x2525_2525_2525_2525
    return bytes | (atLeastA & ~aboveZ & 0x8080_8080_8080_8080) >> 2
  }

  /// 8 bytes at an index, first byte lowest.
  @inline(__always)
  static func load(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Up to 8 bytes, first byte lowest, the rest zero.
  @inline(__always)
  private static func short(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count == 8 { return load(bytes, 0) }
    if count >= 4 {
      let low = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
      let high = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      return low | high << UInt64(8 * (count - 4))
    }
    if count == 0 { return 0 }
    let middle = UInt64(bytes[count / 2]) << UInt64(8 * (count / 2))
    return UInt64(bytes[0]) | middle | UInt64(bytes[count - 1]) << UInt64(8 * (count - 1))
  }

  @inline(__always)
  private static func mix(_ state: UInt64) -> UInt64 {
    let product = state &* 0xFF51_AFD7_ED55_8CCD
    return product ^ product >> 32
  }
}
