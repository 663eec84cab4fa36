/// How loud a finding is.
package enum Severity: String, CaseIterable, Sendable, Comparable {
  /// Worth a look; printed as `note`.
  case suggestion
  /// Something an editor would change.
  case warning
  /// Certainly wrong.
  case error

  private var rank: Int {
    switch self {
    case .suggestion: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The word of the compiler format: `error`, `warning` or `note`.
  package var label: String { self == .suggestion ? "note" : rawValue }
}

/// What a finding says about the text.
package enum Claim: String, CaseIterable, Sendable {
  /// Correct English that English writers rarely choose.
  case tell
  /// Something an editor would change.
  case fault
  /// A house decision.
  case style
}

/// The stable name of a rule: `group.name`.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The whole id, for example `russian.interesting-fact`.
  package let text: String

  /// An id from its text.
  package init(_ text: String) { self.text = text }

  /// The part before the first dot.
  package var group: String {
    String(decoding: text.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.text < right.text }
  package var description: String { text }
}

/// Whether a fix may be applied without a person looking.
package enum FixSafety: String, CaseIterable, Sendable {
  /// The meaning cannot change; `--fix` applies it.
  case safe
  /// A person should look; `--unsafe-fixes` applies it.
  case suggested
}

/// One way to mend a finding.
package struct Fix: Hashable, Sendable {
  /// What the fix does, for menus: “Replace with “in Russia””.
  package let title: String
  /// Whether it may be applied unseen.
  package let safety: FixSafety
  /// The edits, all to the linted text.
  package let edits: TextEdits

  /// A fix from its parts.
  package init(title: String, safety: FixSafety, edits: TextEdits) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// Another place that belongs to a finding.
package struct RelatedLocation: Hashable, Sendable {
  /// The path of the other file as it was given; nil for the finding's own file.
  package let path: String?
  /// The bytes in that file.
  package let range: ByteRange
  /// 1-based line and code-point column, known when the place is in another file.
  package let position: LinePosition?
  /// What stands there.
  package let message: String

  /// A related place from its parts.
  package init(path: String? = nil, range: ByteRange, position: LinePosition? = nil, message: String) {
    self.path = path
    self.range = range
    self.position = position
    self.message = message
  }
}

/// One finding: plain data, no layout.
package struct Diagnostic: Hashable, Sendable {
  /// The rule that found it.
  package let rule: RuleID
  /// What it says.
  package let claim: Claim
  /// How loud it is.
  package var severity: Severity
  /// One sentence for the writer.
  package let message: String
  /// The bytes it is about, in the source.
  package let range: ByteRange
  /// Alternative ways to mend it; at most one is applied.
  package let fixes: [Fix]
  /// Other places that belong to it.
  package let related: [RelatedLocation]

  /// A finding from its parts.
  package init(
    rule: RuleID, claim: Claim, severity: Severity, message: String, range: ByteRange, fixes: [Fix] = [],
    related: [RelatedLocation] = []
  ) {
    self.rule = rule
    self.claim = claim
    self.severity = severity
    self.message = message
    self.range = range
    self.fixes = fixes
    self.related = related
  }

  /// The total order inside one file: offset, end, rule, message.
  package static func isOrdered(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.range, left.rule, left.message) < (right.range, right.rule, right.message)
  }
}

/// Something wrong with an input itself: it cannot be read, decoded or parsed, or a rule gave up on it.
///
/// Problems are not findings: they have no rule and make the exit code 2.
package struct InputProblem: Hashable, Sendable {
  /// A stable name, for example `calque.unreadable`, `calque.encoding` or `calque.too-large`.
  package let code: String
  /// What is wrong and the way out; one sentence.
  package let message: String
  /// The bytes it is about, when the text could be read.
  package let range: ByteRange?

  /// A problem from its parts.
  package init(code: String, message: String, range: ByteRange? = nil) {
    self.code = code
    self.message = message
    self.range = range
  }
}
