internal import CICU

/// A failure inside ICU.
package struct UnicodeError: Error, Hashable, CustomStringConvertible {
  /// ICU's error number; positive.
  package let code: Int32
  /// ICU's name of the error, for example `U_FILE_ACCESS_ERROR`.
  package let name: String

  init(_ code: UErrorCode) {
    self.code = code.rawValue
    self.name = calque_error_name(code).map { String(cString: $0) } ?? "unknown"
  }

  package var description: String { "ICU: \(name) (\(code))" }
}

extension UErrorCode {
  /// True without an error; ICU's warnings, for example −127 for a default locale, are negative.
  var isSuccess: Bool { rawValue <= 0 }

  /// Throws when the code is an error.
  func check() throws(UnicodeError) {
    if !isSuccess { throw UnicodeError(self) }
  }
}
