import CalqueUnicode

extension DecodingError {
  /// The stable name of the problem.
  var code: String {
    switch self {
    case .binary: "calque.binary"
    case .tooLarge: "calque.too-large"
    case .invalidUTF8, .malformed, .unknownEncoding, .failed: "calque.encoding"
    }
  }
}
