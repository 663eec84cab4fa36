import CalqueUnicode

extension RegularExpressionFailure {
  /// Why the search was given up, for messages.
  var reason: String {
    switch self {
    case .timeout: "its expression took too long"
    case .stackOverflow: "its expression needed too much memory"
    case .failed(let error): "\(error)"
    }
  }
}
