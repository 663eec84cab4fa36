/// A place in a YAML text: 1-based line, 1-based column in code points.
///
/// Lines end with LF, CRLF or a lone CR; a byte order mark at the start takes no column.
package struct YAMLMark: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 1-based line.
  package let line: Int
  /// 1-based column in code points.
  package let column: Int

  /// A place from its line and column, both 1-based.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first place of every text.
  package static let start = YAMLMark(line: 1, column: 1)

  package static func < (left: YAMLMark, right: YAMLMark) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// `line:column`.
  package var description: String { "\(line):\(column)" }
}

/// Why bytes are no YAML document that Calque reads.
package struct YAMLError: Error, Hashable {
  /// One sentence.
  package let message: String
  /// Where it is.
  package let mark: YAMLMark

  /// An error from its parts.
  package init(_ message: String, at mark: YAMLMark) {
    self.message = message
    self.mark = mark
  }
}

/// Something wrong with the content of a well-formed YAML document: an unknown key, a wrong type.
package struct YAMLIssue: Hashable, Sendable {
  /// One sentence.
  package let message: String
  /// Where it is.
  package let mark: YAMLMark

  /// An issue from its parts.
  package init(_ message: String, at mark: YAMLMark) {
    self.message = message
    self.mark = mark
  }

  /// The same thing said of a document that could not be parsed at all.
  package init(_ error: YAMLError) {
    self.init(error.message, at: error.mark)
  }
}
