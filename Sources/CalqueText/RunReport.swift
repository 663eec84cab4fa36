/// What a reporter may know about a rule.
package struct RuleDescription: Hashable, Sendable {
  /// The rule's id.
  package let id: RuleID
  /// One line for lists.
  package let summary: String
  /// What it flags, why, and what to write instead; plain paragraphs.
  package let explanation: String
  /// The severity it has by default.
  package let severity: Severity
  /// What its findings say.
  package let claim: Claim
  /// The closed category name, for example `calque`.
  package let category: String
  /// Source languages whose translation leaves this trace; empty for any.
  package let sources: [String]
  /// True when it has been measured and is on by default.
  package let isStable: Bool
  /// One wrong and, where there is a fix, one mended example sentence, without marks.
  package let example: (bad: String, fixed: String?)?

  /// A description from its parts.
  package init(
    id: RuleID, summary: String, explanation: String, severity: Severity, claim: Claim, category: String,
    sources: [String] = [], isStable: Bool = true, example: (bad: String, fixed: String?)? = nil
  ) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
    self.severity = severity
    self.claim = claim
    self.category = category
    self.sources = sources
    self.isStable = isStable
    self.example = example
  }

  package static func == (left: RuleDescription, right: RuleDescription) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The outcome for one input.
package struct FileReport: Sendable {
  /// The path as given, or `<stdin>` or the name given for standard input.
  package let path: String
  /// The text, when it could be read.
  package let source: SourceText?
  /// The findings in their total order.
  package let diagnostics: [Diagnostic]
  /// What went wrong with the input.
  package let problems: [InputProblem]
  /// Words in the text.
  package let wordCount: Int

  /// An outcome from its parts.
  package init(
    path: String, source: SourceText?, diagnostics: [Diagnostic], problems: [InputProblem] = [], wordCount: Int = 0
  ) {
    self.path = path
    self.source = source
    self.diagnostics = diagnostics
    self.problems = problems
    self.wordCount = wordCount
  }
}

/// The outcome of a whole run: what every reporter renders.
package struct RunReport: Sendable {
  /// The files in the order of their paths.
  package let files: [FileReport]
  /// Every rule that may be named by a finding, ordered by id.
  package let rules: [RuleDescription]
  /// The version of the tool.
  package let toolVersion: String

  /// An outcome from its parts.
  package init(files: [FileReport], rules: [RuleDescription], toolVersion: String) {
    self.files = files
    self.rules = rules
    self.toolVersion = toolVersion
  }
}
