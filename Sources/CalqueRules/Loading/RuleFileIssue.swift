import CalqueText
import CalqueYAML

/// Something wrong in a rule file, with its place.
package struct RuleFileIssue: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the file as given.
  package let path: String
  /// Where in the file.
  package let mark: YAMLMark
  /// What is wrong and the way out.
  package let message: String

  /// An issue from its parts.
  package init(path: String, mark: YAMLMark, message: String) {
    self.path = path
    self.mark = mark
    self.message = message
  }

  package var description: String { "\(path):\(mark): error: \(message)" }
}

/// How much a rule file must hold.
package enum RuleFileStandard: Sendable {
  /// Everything that `docs/rules.md` asks for.
  case complete
  /// A message and something to find; for rules that people write for themselves.
  case minimal
}
