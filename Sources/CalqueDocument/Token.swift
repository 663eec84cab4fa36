import CalqueText

/// The number of a folded word form: equal for tokens that are equal under full case folding and NFC.
///
/// Forms that rules name come first and are the same in every document; other forms are numbered per document.
package struct Symbol: Hashable, Sendable, BitwiseCopyable {
  /// The number; 0 is no form at all.
  package let value: UInt32
  package init(_ value: UInt32) { self.value = value }
  /// No form.
  package static let none = Symbol(0)
}

/// What a token is.
package enum TokenKind: UInt8, Sendable, BitwiseCopyable {
  /// Letters, also with digits among them.
  case word
  /// Digits with their separators: `15,000`, `1.5`.
  case number
  /// A punctuation mark.
  case punctuation
  /// Any other visible character: `$`, `+`, an emoji.
  case symbol
  /// The object replacement character U+FFFC, which stands for inline code, a formula or an image.
  case placeholder

  /// True for words and numbers.
  package var isWordOrNumber: Bool { rawValue <= TokenKind.number.rawValue }
}

/// What can be seen of a token without a dictionary.
package struct TokenFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first letter is upper case or title case.
  package static let capitalized = TokenFlags(rawValue: 1 << 0)
  /// It has two letters or more, all upper case.
  package static let allCaps = TokenFlags(rawValue: 1 << 1)
  /// White space stands before it, or it is the first of its block.
  package static let afterSpace = TokenFlags(rawValue: 1 << 2)
  /// It has a character outside ASCII.
  package static let nonASCII = TokenFlags(rawValue: 1 << 3)
  /// A quotation mark of any language.
  package static let quotationMark = TokenFlags(rawValue: 1 << 4)
}

/// The script of a token's letters.
package enum Script: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// No letters, or letters of no script.
  case common
  case latin, cyrillic, greek, han, kana, hangul, arabic, hebrew, devanagari, thai, georgian, armenian
  /// Another script.
  case other
  /// Letters of more than one script.
  case mixed
}

/// A word, number, mark or placeholder of the plain text: 16 bytes, no pointers.
package struct Token: Hashable, Sendable, BitwiseCopyable {
  /// The bytes in the document's plain text.
  package let range: ByteRange
  /// The folded form.
  package let symbol: Symbol
  /// What it is.
  package let kind: TokenKind
  /// The script of its letters.
  package let script: Script
  /// What can be seen of it.
  package var flags: TokenFlags
  /// The inline contexts around it, as `Scope.inlineByte`.
  package var inline: UInt8

  /// A token from its parts.
  package init(
    range: ByteRange, symbol: Symbol, kind: TokenKind, script: Script = .common, flags: TokenFlags = [],
    inline: UInt8 = 0
  ) {
    self.range = range
    self.symbol = symbol
    self.kind = kind
    self.script = script
    self.flags = flags
    self.inline = inline
  }
}

/// A sentence: a run of tokens of one block.
package struct Sentence: Hashable, Sendable, BitwiseCopyable {
  /// The index of the first token.
  package let firstToken: UInt32
  /// The index after the last token.
  package let endToken: UInt32
  /// The index of its block.
  package let block: UInt32

  /// A sentence from its parts.
  package init(firstToken: UInt32, endToken: UInt32, block: UInt32) {
    self.firstToken = firstToken
    self.endToken = endToken
    self.block = block
  }

  /// The indices of its tokens.
  package var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
}
