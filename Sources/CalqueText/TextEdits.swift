/// One replacement: the bytes of a range give way to a text.
package struct TextEdit: Hashable, Sendable {
  /// The bytes that go, in the source; empty for an insertion.
  package let range: ByteRange
  /// What comes in their place; empty for a deletion.
  package let text: String

  /// An edit from its range and new text.
  package init(_ range: ByteRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// Edits to one baseline text: sorted, disjoint, on scalar boundaries.
package struct TextEdits: Hashable, Sendable {
  /// The edits in the order of their ranges.
  package let edits: [TextEdit]

  /// Sorts and checks edits.
  ///
  /// Returns nil when two of them overlap or insert at one place, or when one cuts a scalar or leaves the text.
  package init?(_ edits: [TextEdit], in text: SourceText) {
    let sorted = edits.sorted { $0.range < $1.range }
    for edit in sorted {
      guard Int(edit.range.upper) <= text.count, text.isScalarBoundary(edit.range.lower),
        text.isScalarBoundary(edit.range.upper)
      else { return nil }
    }
    for (left, right) in zip(sorted, sorted.dropFirst())
    where left.range.upper > right.range.lower || left.range == right.range {
      return nil
    }
    self.edits = sorted
  }

  /// The bytes from the first edit's start to the last edit's end; nil without edits.
  package var extent: ByteRange? {
    guard let first = edits.first, let last = edits.last else { return nil }
    return ByteRange(first.range.lower, last.range.upper)
  }

  /// The text after all edits.
  ///
  /// - Complexity: O(*n*) in bytes of the text and the edits.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var next = 0
    for edit in edits {
      result.append(contentsOf: bytes[next..<Int(edit.range.lower)])
      result.append(contentsOf: edit.text.utf8)
      next = Int(edit.range.upper)
    }
    result.append(contentsOf: bytes[next...])
    return result
  }
}
