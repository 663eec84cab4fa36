/// A link between the pages of a wiki: `[[page]]`, `[[page|label]]`, or an embedded one, `![[page]]`.
struct WikiLink {
  private static let maximumLength = 500

  /// The offset of the first bracket, or of the exclamation mark before it.
  let lower: Int
  /// The offset after the last bracket.
  let upper: Int
  /// The text that readers see.
  let label: Range<Int>
  /// True when the page itself is shown and the label is not.
  let isEmbedded: Bool

  /// The link whose first bracket stands at an offset.
  ///
  /// - Parameter start: the offset before which nothing belongs to the link.
  init?(in view: ByteView, at bracket: Int, from start: Int, to upper: Int) {
    let limit = min(upper, bracket + WikiLink.maximumLength)
    var index = bracket + 2
    var label = index
    while index < limit, view[index] != .rightBracket, view[index] != .leftBracket, !view[index].isLineEnd {
      if view[index] == .pipe { label = index + 1 }
      index += 1
    }
    guard index > label, index + 1 < upper, view[index] == .rightBracket, view[index + 1] == .rightBracket else {
      return nil
    }
    isEmbedded = bracket > start && view[bracket - 1] == .exclamation
    lower = isEmbedded ? bracket - 1 : bracket
    self.upper = index + 2
    self.label = label..<index
  }
}
