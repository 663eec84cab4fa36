import CalqueText

/// What a rule or a check found, in the document's plain text and before any configuration.
package struct Finding: Sendable {
  /// The index of the rule in its set.
  package let rule: Int
  /// The bytes of the plain text.
  package let range: ByteRange
  /// Values for the places of the message and the fix, by name; `match` is there without being named.
  package var values: [String: String]
  /// The new text for the range, when there is one; empty: delete.
  package var replacement: String?
  /// Other places of the same document, with what stands there.
  package var related: [(range: ByteRange, message: String)]

  /// A finding from its parts.
  package init(
    rule: Int, range: ByteRange, values: [String: String] = [:], replacement: String? = nil,
    related: [(range: ByteRange, message: String)] = []
  ) {
    self.rule = rule
    self.range = range
    self.values = values
    self.replacement = replacement
    self.related = related
  }
}

/// One mention that is compared across the files of a run.
///
/// Facts merge by concatenation, so that files may be read in any order and on any machine.
package struct ProjectFact: Hashable, Sendable {
  /// The rule that compares.
  package let rule: RuleID
  /// What is compared: mentions with equal keys belong together.
  package let key: String
  /// The form that this document uses.
  package let variant: String
  /// How often it stands in the document.
  package let count: Int
  /// The bytes of its first place, in the source.
  package let range: ByteRange

  /// A fact from its parts.
  package init(rule: RuleID, key: String, variant: String, count: Int, range: ByteRange) {
    self.rule = rule
    self.key = key
    self.variant = variant
    self.count = count
    self.range = range
  }
}
