internal import CICU

/// Guesses the encoding of bytes.
package enum CharsetDetector {
  /// A guess.
  package struct Guess: Hashable, Sendable {
    /// IANA name, for example `windows-1251`.
    package let encoding: String
    /// 0 to 100.
    package let confidence: Int
  }

  /// How many bytes from the start are looked at.
  package static let sampleSize = 64 * 1024

  /// ICU's best guess from the first `sampleSize` bytes; nil when it has none.
  package static func bestGuess(_ bytes: [UInt8]) -> Guess? {
    var status = U_ZERO_ERROR
    guard let detector = calque_ucsdet_open(&status), status.isSuccess else { return nil }
    defer { calque_ucsdet_close(detector) }
    // The detector keeps a pointer to its text, so all of its work is done while the bytes stay put.
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        calque_ucsdet_set_text(detector, text.baseAddress, Int32(min(text.count, sampleSize)), &status)
        guard let match = calque_ucsdet_detect(detector, &status), status.isSuccess,
          let name = calque_ucsdet_name(match, &status)
        else { return nil }
        let confidence = calque_ucsdet_confidence(match, &status)
        return status.isSuccess ? Guess(encoding: String(cString: name), confidence: Int(confidence)) : nil
      }
    }
  }
}
