/// The places in a document that a rule may be limited to: kinds of block and inline contexts.
package struct Scope: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  // Blocks. A paragraph inside a list inside a block quotation has three of these.
  package static let paragraph = Scope(rawValue: 1 << 0)
  package static let heading = Scope(rawValue: 1 << 1)
  package static let listItem = Scope(rawValue: 1 << 2)
  package static let blockQuotation = Scope(rawValue: 1 << 3)
  package static let tableCell = Scope(rawValue: 1 << 4)
  package static let caption = Scope(rawValue: 1 << 5)
  package static let footnote = Scope(rawValue: 1 << 6)
  package static let frontMatter = Scope(rawValue: 1 << 7)

  // Inline contexts.
  package static let code = Scope(rawValue: 1 << 16)
  package static let linkText = Scope(rawValue: 1 << 17)
  package static let url = Scope(rawValue: 1 << 18)
  package static let emphasis = Scope(rawValue: 1 << 19)
  package static let strong = Scope(rawValue: 1 << 20)
  package static let quotation = Scope(rawValue: 1 << 21)
  package static let imageAlt = Scope(rawValue: 1 << 22)
  package static let strikethrough = Scope(rawValue: 1 << 23)

  /// All kinds of block.
  package static let blocks = Scope(rawValue: 0xFFFF)

  /// The names that rule files use, in the order of the documentation.
  package static let names: [(name: String, scope: Scope)] = [
    ("paragraph", .paragraph), ("heading", .heading), ("list-item", .listItem),
    ("block-quotation", .blockQuotation), ("table-cell", .tableCell), ("caption", .caption),
    ("footnote", .footnote), ("front-matter", .frontMatter), ("code", .code), ("link-text", .linkText),
    ("url", .url), ("emphasis", .emphasis), ("strong", .strong), ("quotation", .quotation),
    ("image-alt", .imageAlt),
  ]

  /// The inline contexts as one byte, as tokens keep them.
  package init(inline byte: UInt8) { self.init(rawValue: UInt32(byte) << 16) }
  /// The inline contexts as one byte.
  package var inlineByte: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 16) }
}
