import CalqueYAML

/// Where a value of the configuration comes from.
package enum Origin: Hashable, Sendable {
  /// Calque itself.
  case standard
  /// A configuration file, given by its absolute path, and the place in it.
  case file(String, YAMLMark)
  /// An option of the command line: `--select`.
  case commandLine(String)

  /// The origin for people, with file names relative to a folder: `docs/.calque.yaml:12`.
  package func text(relativeTo folder: String) -> String {
    switch self {
    case .standard: "standard"
    case .file(let path, let mark): "\(Path.relative(path, to: folder)):\(mark.line)"
    case .commandLine(let option): option
    }
  }
}

/// A value that remembers its origin.
package struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  package let value: Value
  /// Where it comes from.
  package let origin: Origin

  /// A value with its origin.
  package init(_ value: Value, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }
}

/// Something wrong with the configuration: it makes the exit code 2.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// One sentence, with the way out.
  package let message: String
  /// Where the wrong thing stands.
  package let origin: Origin

  /// An error from its parts.
  package init(_ message: String, _ origin: Origin) {
    self.message = message
    self.origin = origin
  }

  /// The error as a line of output, with file names relative to a folder: `.calque.yaml:3:5: error: …`.
  package func text(relativeTo folder: String) -> String {
    switch origin {
    case .standard: "error: \(message)"
    case .file(let path, let mark):
      "\(Path.relative(path, to: folder)):\(mark.line):\(mark.column): error: \(message)"
    case .commandLine(let option): "error: \(option): \(message)"
    }
  }
}
