internal import CICU

/// Folded forms of scalars that fold one by one, whatever stands beside them.
///
/// A scalar is in the table when its full case folding is one scalar of the basic plane that is a starter and stays as it
/// is under NFC. Words of such scalars need no normalization, since no two of them compose.
struct FoldTable: Sendable {
  /// Not in the table: the word goes through ICU.
  static let unknown: UInt16 = 0
  /// The scalar leaves nothing behind.
  static let dropped: UInt16 = 0xFFFF

  /// Latin, Greek and Cyrillic letters, filled when first used.
  static let shared = FoldTable()

  /// U+0000–U+052F.
  private var low: [UInt16] = Array(repeating: FoldTable.unknown, count: 0x530)
  /// U+1E00–U+1EFF.
  private var additional: [UInt16] = Array(repeating: FoldTable.unknown, count: 0x100)

  private init() {
    for scalar in 1..<UInt32(low.count) { low[Int(scalar)] = Self.entry(for: scalar) }
    for offset in 0..<additional.count { additional[offset] = Self.entry(for: 0x1E00 + UInt32(offset)) }
  }

  subscript(scalar: UInt32) -> UInt16 {
    if scalar < 0x530 { return low[Int(scalar)] }
    if scalar == 0x2019 { return 0x27 }
    return scalar >= 0x1E00 && scalar < 0x1F00 ? additional[Int(scalar - 0x1E00)] : Self.unknown
  }

  private static func entry(for scalar: UInt32) -> UInt16 {
    if scalar == 0xAD { return dropped }
    if scalar == 0x2BC { return 0x27 }
    var source = UInt16(truncatingIfNeeded: scalar)
    var target: (UInt16, UInt16, UInt16) = (0, 0, 0)
    var status = U_ZERO_ERROR
    let count = withUnsafeMutableBytes(of: &target) { target in
      calque_str_fold_case(target.baseAddress?.assumingMemoryBound(to: UInt16.self), 3, &source, 1, &status)
    }
    guard status.isSuccess, count == 1, isInert(target.0) else { return unknown }
    return target.0
  }

  /// True for a starter that no character before it composes with and that has no decomposed canonical form.
  private static func isInert(_ unit: UInt16) -> Bool {
    let scalar = UChar32(unit)
    return calque_int_property(scalar, UCHAR_NFC_QUICK_CHECK) == Int32(UNORM_YES.rawValue)
      && calque_int_property(scalar, UCHAR_CANONICAL_COMBINING_CLASS) == 0
  }
}
