internal import CICU
import CalqueText

/// Why a regular expression cannot be used.
package struct RegularExpressionError: Error, Hashable {
  /// What is wrong, in words.
  package let message: String
  /// 0-based offset in code points of the pattern near which it is wrong.
  package let offset: Int
}

/// Why a search was given up.
package enum RegularExpressionFailure: Error, Hashable {
  /// It took more steps than `RegularExpression.timeLimit` allows.
  case timeout
  /// It needed more memory than `RegularExpression.stackLimit`.
  case stackOverflow
  /// ICU gave up for another reason, or the text is longer than ICU reads.
  case failed(UnicodeError)
}

/// A compiled ICU regular expression over UTF-8, always with `UREGEX_UWORD`.
///
/// Without that flag `\b` misses boundaries between Latin letters and CJK. Unknown escapes are errors. Holds ICU's matching state: one per worker,
/// not to be shared between threads.
package final class RegularExpression {
  /// The pattern as written.
  package let pattern: String
  /// Number of capture groups.
  package let groupCount: Int
  private let expression: OpaquePointer
  private var text = UTF8Text()

  /// The most that one match attempt may take: ICU's unit is 10,000 steps of the match engine, about a millisecond.
  package static let timeLimit: Int32 = 500
  /// The most memory for backtracking, in bytes.
  package static let stackLimit: Int32 = 4_000_000

  /// Compiles a pattern.
  package init(_ pattern: String) throws(RegularExpressionError) {
    var units = Array(pattern.utf16)
    if units.isEmpty { units = Array("(?:)".utf16) }
    var place = UParseError()
    var status = U_ZERO_ERROR
    let flags = UInt32(UREGEX_UWORD.rawValue | UREGEX_ERROR_ON_UNKNOWN_ESCAPES.rawValue)
    let opened = calque_uregex_open(units, Int32(truncatingIfNeeded: units.count), flags, &place, &status)
    guard status.isSuccess, let opened else {
      throw RegularExpressionError(
        message: Self.message(for: status), offset: Self.offset(of: place, in: pattern))
    }
    calque_uregex_set_time_limit(opened, Self.timeLimit, &status)
    calque_uregex_set_stack_limit(opened, Self.stackLimit, &status)
    self.pattern = pattern
    groupCount = Int(calque_uregex_group_count(opened, &status))
    expression = opened
  }

  deinit { calque_uregex_close(expression) }

  /// Calls `body` for every match inside a range of UTF-8, from left to right; matches do not overlap.
  ///
  /// The range is a text of its own: anchors match at its ends and look-around does not see past them. Ranges are byte
  /// offsets into `bytes`; `group` gives the range of a capture group, nil when it took no part or does not exist.
  ///
  /// - Throws: `RegularExpressionFailure`; the matches before it have been handed over.
  package func forEachMatch(
    in bytes: UnsafeBufferPointer<UInt8>, range: ByteRange,
    _ body: (_ match: ByteRange, _ group: (Int) -> ByteRange?) -> Void
  ) throws(RegularExpressionFailure) {
    try setText(bytes, range)
    var status = U_ZERO_ERROR
    // ICU steps over the next character itself after an empty match.
    while calque_uregex_find_next(expression, &status), status.isSuccess {
      guard let match = groupRange(0, base: range.lower) else { break }
      body(match) { self.groupRange($0, base: range.lower) }
    }
    try Self.check(status)
  }

  /// True when the expression matches the whole range.
  ///
  /// - Throws: `RegularExpressionFailure`.
  package func matchesWhole(
    _ bytes: UnsafeBufferPointer<UInt8>, range: ByteRange
  ) throws(RegularExpressionFailure) -> Bool {
    try setText(bytes, range)
    var status = U_ZERO_ERROR
    let matches = calque_uregex_matches(expression, &status)
    try Self.check(status)
    return matches
  }

  private func setText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) throws(RegularExpressionFailure) {
    var status = U_ZERO_ERROR
    do throws(UnicodeError) {
      calque_uregex_set_text(expression, try text.open(bytes, range), &status)
    } catch {
      throw .failed(error)
    }
    try Self.check(status)
  }

  private func groupRange(_ group: Int, base: UInt32) -> ByteRange? {
    guard group >= 0, group <= groupCount else { return nil }
    var status = U_ZERO_ERROR
    let start = calque_uregex_start(expression, Int32(group), &status)
    let end = calque_uregex_end(expression, Int32(group), &status)
    guard status.isSuccess, start >= 0, end >= start else { return nil }
    return ByteRange(base + UInt32(start), base + UInt32(end))
  }

  private static func check(_ status: UErrorCode) throws(RegularExpressionFailure) {
    if status.isSuccess { return }
    switch status {
    case U_REGEX_TIME_OUT: throw .timeout
    case U_REGEX_STACK_OVERFLOW: throw .stackOverflow
    default: throw .failed(UnicodeError(status))
    }
  }
}
