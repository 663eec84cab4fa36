internal import CICU

extension RegularExpression {
  /// The 0-based code point of the pattern that ICU had read last.
  static func offset(of place: UParseError, in pattern: String) -> Int {
    var lineStart = 0
    if place.line > 1 {
      var line: Int32 = 1
      for (index, scalar) in pattern.unicodeScalars.enumerated() where isLineEnd(scalar) {
        line += 1
        lineStart = index + 1
        if line == place.line { break }
      }
    }
    // ICU counts the characters of a line that it has read; the last of them is the wrong one.
    return min(lineStart + max(0, Int(place.offset) - 1), pattern.unicodeScalars.count)
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}"
  }

  /// What a compile error means, in words.
  static func message(for status: UErrorCode) -> String {
    switch status {
    case U_REGEX_RULE_SYNTAX: "this is no valid syntax"
    case U_REGEX_BAD_ESCAPE_SEQUENCE: "unknown escape sequence"
    case U_REGEX_PROPERTY_SYNTAX: "unknown property name"
    case U_REGEX_UNIMPLEMENTED: "ICU does not support this"
    case U_REGEX_MISMATCHED_PAREN: "a parenthesis has no partner"
    case U_REGEX_NUMBER_TOO_BIG: "this number is too large"
    case U_REGEX_BAD_INTERVAL: "wrong counts in {min,max}"
    case U_REGEX_MAX_LT_MIN: "in {min,max} the maximum is below the minimum"
    case U_REGEX_INVALID_BACK_REF: "back-reference to a group that does not exist"
    case U_REGEX_INVALID_FLAG: "unknown flag"
    case U_REGEX_LOOK_BEHIND_LIMIT: "a look-behind must have a bounded length"
    case U_REGEX_SET_CONTAINS_STRING: "a set may not contain strings"
    case U_REGEX_MISSING_CLOSE_BRACKET: "“]” is missing"
    case U_REGEX_INVALID_RANGE: "the range in this set runs backwards"
    case U_REGEX_PATTERN_TOO_BIG: "the pattern is too large"
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME: "unknown or repeated group name"
    default: "ICU cannot compile it (\(UnicodeError(status).name))"
    }
  }
}
