/// A value of a YAML document, as written.
package enum YAMLNode: Hashable, Sendable {
  /// A single value; also the empty value after `key:`.
  case scalar(YAMLScalar)
  /// A list.
  case sequence(YAMLSequence)
  /// Keys with values.
  case mapping(YAMLMapping)

  /// Where the value starts.
  package var mark: YAMLMark {
    switch self {
    case .scalar(let scalar): scalar.mark
    case .sequence(let sequence): sequence.mark
    case .mapping(let mapping): mapping.mark
    }
  }

  /// What a message calls this kind of value: `a list`.
  package var kindName: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }

  /// True for an empty plain value, `~` and `null`.
  package var isNull: Bool {
    if case .scalar(let scalar) = self { scalar.isNull } else { false }
  }
}

/// How a scalar is written.
package enum YAMLScalarStyle: Hashable, Sendable {
  /// Without quotation marks.
  case plain
  /// In `'…'`.
  case singleQuoted
  /// In `"…"`.
  case doubleQuoted
  /// After `|`.
  case literal
  /// After `>`.
  case folded
}

/// A single value of a YAML document.
package struct YAMLScalar: Hashable, Sendable {
  /// The text after unquoting and unescaping.
  package let text: String
  /// How it is written.
  package let style: YAMLScalarStyle
  /// Where it starts: the quotation mark of a quoted one, the `|` or `>` of a block.
  package let mark: YAMLMark
  /// True when the text stands in one line of the file exactly as it is here, between its quotation marks if any.
  package let isVerbatim: Bool

  /// A scalar from its parts.
  package init(text: String, style: YAMLScalarStyle, mark: YAMLMark, isVerbatim: Bool) {
    self.text = text
    self.style = style
    self.mark = mark
    self.isVerbatim = isVerbatim
  }

  /// True when it is written without quotation marks.
  package var isPlain: Bool { style == .plain }

  /// True for an empty plain value, `~` and `null`.
  package var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

  /// The place in the file of a code point of the text.
  ///
  /// - Parameter index: 0-based index in code points; the number of code points is the place after the last.
  /// - Returns: the exact place where the scalar is verbatim, otherwise the place where the scalar starts.
  package func mark(ofCodePoint index: Int) -> YAMLMark {
    guard isVerbatim else { return mark }
    return YAMLMark(line: mark.line, column: mark.column + (isPlain ? 0 : 1) + index)
  }
}

/// A list of a YAML document.
package struct YAMLSequence: Hashable, Sendable {
  /// The elements in order.
  package let elements: [YAMLNode]
  /// Where it starts: the first `-` or the `[`.
  package let mark: YAMLMark

  /// A list from its parts.
  package init(elements: [YAMLNode], mark: YAMLMark) {
    self.elements = elements
    self.mark = mark
  }
}

/// One key of a map with its value.
package struct YAMLEntry: Hashable, Sendable {
  /// The text of the key.
  package let key: String
  /// Where the key starts.
  package let keyMark: YAMLMark
  /// The value.
  package let value: YAMLNode

  /// An entry from its parts.
  package init(key: String, keyMark: YAMLMark, value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

/// Keys with values, in the order of the file; no key stands twice.
package struct YAMLMapping: Hashable, Sendable {
  /// The entries in the order of the file.
  package let entries: [YAMLEntry]
  /// Where it starts: the first key or the `{`.
  package let mark: YAMLMark

  /// A map from its parts; the parser has seen to it that no key stands twice.
  package init(entries: [YAMLEntry], mark: YAMLMark) {
    self.entries = entries
    self.mark = mark
  }

  /// The entry of a key.
  ///
  /// - Complexity: O(*n*) in entries.
  package func entry(_ key: String) -> YAMLEntry? {
    entries.first { $0.key == key }
  }

  /// The value of a key.
  ///
  /// - Complexity: O(*n*) in entries.
  package subscript(key: String) -> YAMLNode? { entry(key)?.value }
}
