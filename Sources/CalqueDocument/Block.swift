import CalqueText

/// A stretch of prose that stands for itself: a paragraph, a heading, a table cell.
package struct Block: Hashable, Sendable, BitwiseCopyable {
  /// The block's bytes in the document's plain text, without the separator after it.
  package let range: ByteRange
  /// The kinds it has: its own and those of the containers around it.
  package let scope: Scope
  /// 1 to 6 for a heading, else 0.
  package let level: UInt8

  /// A block from its parts.
  package init(range: ByteRange, scope: Scope, level: UInt8 = 0) {
    self.range = range
    self.scope = scope
    self.level = level
  }
}

/// A stretch of inline markup in the plain text; such stretches nest.
package struct InlineSpan: Hashable, Sendable, BitwiseCopyable {
  /// The bytes in the plain text.
  package let range: ByteRange
  /// What it is: one inline member of `Scope`.
  package let scope: Scope

  /// A stretch from its parts.
  package init(range: ByteRange, scope: Scope) {
    self.range = range
    self.scope = scope
  }
}
