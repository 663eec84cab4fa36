import CalqueText

/// A comment in the text that switches rules off or on.
package struct Directive: Hashable, Sendable {
  /// What it does.
  package enum Action: String, CaseIterable, Sendable {
    /// From here on the rules are silent.
    case disable = "calque-disable"
    /// From here on they speak again.
    case enable = "calque-enable"
    /// They are silent on the next line that holds text.
    case disableNextLine = "calque-disable-next-line"
    /// They are silent on the directive's own line.
    case disableLine = "calque-disable-line"
    /// They are silent in the whole file.
    case disableFile = "calque-disable-file"
  }

  /// A rule id or group that it names, with the place of the name.
  package struct Selector: Hashable, Sendable {
    /// The id or group as written.
    package let text: String
    /// Its bytes in the source.
    package let range: ByteRange
    package init(text: String, range: ByteRange) {
      self.text = text
      self.range = range
    }
  }

  /// What it does.
  package let action: Action
  /// The rules and groups it names; empty: all.
  package let selectors: [Selector]
  /// The text after `--`, if any.
  package let reason: String?
  /// The whole comment in the source, its marks included.
  package let range: ByteRange

  /// A directive from its parts.
  package init(action: Action, selectors: [Selector], reason: String?, range: ByteRange) {
    self.action = action
    self.selectors = selectors
    self.reason = reason
    self.range = range
  }
}
