/// A stretch of source that is no prose although it stands among it.
struct Mask {
  /// What becomes of the stretch.
  enum Kind: UInt8 {
    /// Nothing.
    case cut
    /// U+FFFC: it stands for a text that only the site's generator knows.
    case placeholder
    /// A white space.
    case space
    /// Nothing, and it may switch rules.
    case comment
    /// Nothing, and the block ends there.
    case boundary
    /// Nothing, and what follows is the text of a footnote.
    case footnote
  }

  /// The offset of the first byte.
  let lower: Int
  /// The offset after the last byte.
  let upper: Int
  /// What becomes of it.
  let kind: Kind
}
