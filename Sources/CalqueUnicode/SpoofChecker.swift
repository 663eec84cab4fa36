internal import CICU

/// Tells look-alikes apart (UTS #39).
///
/// One per worker.
package final class SpoofChecker {
  private let checker: OpaquePointer

  /// A checker.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init() throws(UnicodeError) {
    var status = U_ZERO_ERROR
    let opened = calque_uspoof_open(&status)
    try status.check()
    guard let opened else { throw UnicodeError(U_MEMORY_ALLOCATION_ERROR) }
    calque_uspoof_set_restriction(opened, USPOOF_SINGLE_SCRIPT_RESTRICTIVE, &status)
    checker = opened
    try status.check()
  }

  deinit { calque_uspoof_close(checker) }

  /// The skeleton of a text: two texts look alike when their skeletons are equal.
  ///
  /// - Throws: `UnicodeError` when the text is longer than ICU takes.
  package func skeleton(of text: String) throws(UnicodeError) -> String {
    let bytes = Array(text.utf8.map { CChar(bitPattern: $0) })
    let checker = checker
    return try ICUBuffer.utf8(capacity: bytes.count * 2 + 16) { target, capacity, status in
      calque_uspoof_skeleton(checker, bytes, Int32(clamping: bytes.count), target, capacity, &status)
    }
  }

  /// True when no single script holds all letters of a text; Japanese, Korean and Chinese mixtures that are common count
  /// as one script.
  ///
  /// - Throws: `UnicodeError` when the text is longer than ICU takes.
  package func mixesScripts(_ text: String) throws(UnicodeError) -> Bool {
    let bytes = Array(text.utf8.map { CChar(bitPattern: $0) })
    var status = U_ZERO_ERROR
    let checks = calque_uspoof_check(checker, bytes, Int32(clamping: bytes.count), &status)
    try status.check()
    return checks & Int32(USPOOF_RESTRICTION_LEVEL.rawValue) != 0
  }
}
