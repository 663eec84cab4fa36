internal import CICU

/// What the characters of a word segment are, all together.
package struct SegmentTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Alphabetic characters, ideographs included.
  package static let letter = SegmentTraits(rawValue: 1 << 0)
  /// Decimal digits.
  package static let digit = SegmentTraits(rawValue: 1 << 1)
  /// Capital and title-case letters.
  package static let upper = SegmentTraits(rawValue: 1 << 2)
  /// Small letters.
  package static let lower = SegmentTraits(rawValue: 1 << 3)
  /// Characters outside ASCII.
  package static let nonASCII = SegmentTraits(rawValue: 1 << 4)
  /// White space.
  package static let space = SegmentTraits(rawValue: 1 << 5)
  /// Punctuation.
  package static let punctuation = SegmentTraits(rawValue: 1 << 6)
  /// Visible characters of other kinds.
  package static let symbol = SegmentTraits(rawValue: 1 << 7)
  /// Quotation marks.
  package static let quotationMark = SegmentTraits(rawValue: 1 << 8)
  /// The object replacement character U+FFFC.
  package static let placeholder = SegmentTraits(rawValue: 1 << 9)

  /// The scripts of the letters take the upper half: one bit for each `LetterScript` but `common`.
  private static let scriptShift: UInt32 = 16

  /// A script as a trait; `common` gives none.
  package init(script: LetterScript) {
    self.init(rawValue: script == .common ? 0 : 1 << (Self.scriptShift + UInt32(script.rawValue) - 1))
  }

  /// The scripts alone.
  package var scripts: SegmentTraits { SegmentTraits(rawValue: (rawValue >> Self.scriptShift) << Self.scriptShift) }

  /// The traits of one scalar, from ICU's tables.
  package init(of scalar: Unicode.Scalar) {
    var traits: SegmentTraits = scalar.isASCII ? [] : .nonASCII
    if scalar == "\u{FFFC}" { traits.insert(.placeholder) }
    if UnicodeProperties.isLetter(scalar) {
      traits.formUnion([.letter, SegmentTraits(script: UnicodeProperties.script(of: scalar))])
      if UnicodeProperties.isUpper(scalar) {
        traits.insert(.upper)
      } else if UnicodeProperties.isLower(scalar) {
        traits.insert(.lower)
      }
    } else if UnicodeProperties.isDigit(scalar) {
      traits.insert(.digit)
    }
    switch UnicodeProperties.characterClass(of: scalar) {
    case .space: traits.insert(.space)
    case .punctuation: traits.insert(.punctuation)
    case .symbol, .number: traits.insert(.symbol)
    case .letter, .invisible: break
    }
    if UnicodeProperties.isQuotationMark(scalar) { traits.insert(.quotationMark) }
    self = traits
  }
}

/// A word, a number, a mark, or a run of spaces: what lies between two word boundaries.
package struct WordSegment: Hashable, Sendable, BitwiseCopyable {
  /// Byte offset of its start.
  package let lower: UInt32
  /// Byte offset of its end.
  package let upper: UInt32
  /// What its characters are.
  package let traits: SegmentTraits

  /// A segment from its parts.
  package init(lower: UInt32, upper: UInt32, traits: SegmentTraits) {
    self.lower = lower
    self.upper = upper
    self.traits = traits
  }
}
