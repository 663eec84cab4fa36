import ArgumentParser

/// Something that ends the run with code 2; its message goes to standard error.
struct FatalProblem: Error, CustomStringConvertible {
  let description: String

  /// A problem from its message: lower case first, no full stop.
  init(_ message: String) { description = message }
}

/// A positive option value, or the error that names the option.
func positive(_ value: Int?, _ option: String) throws -> Int? {
  guard let value else { return nil }
  guard value > 0 else { throw ValidationError("\(option) must be 1 or more") }
  return value
}
