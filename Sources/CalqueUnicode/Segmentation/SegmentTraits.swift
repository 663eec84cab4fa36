internal import CICU

/// What the characters of a word segment are, all together.
struct SegmentTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Alphabetic characters, ideographs included.
  static let letter = SegmentTraits(rawValue: 1 << 0)
  /// Decimal digits.
  static let digit = SegmentTraits(rawValue: 1 << 1)
  /// Capital and title-case letters.
  static let upper = SegmentTraits(rawValue: 1 << 2)
  /// Small letters.
  static let lower = SegmentTraits(rawValue: 1 << 3)
  /// Characters outside ASCII.
  static let nonASCII = SegmentTraits(rawValue: 1 << 4)
  /// White space.
  static let space = SegmentTraits(rawValue: 1 << 5)
  /// Punctuation.
  static let punctuation = SegmentTraits(rawValue: 1 << 6)
  /// Visible characters of other kinds.
  static let symbol = SegmentTraits(rawValue: 1 << 7)
  /// Quotation marks.
  static let quotationMark = SegmentTraits(rawValue: 1 << 8)
  /// The object replacement character U+FFFC.
  static let placeholder = SegmentTraits(rawValue: 1 << 9)

  /// A script as a trait; `common` gives none.
  ///
  /// Scripts take the upper half: one bit for each `LetterScript` but `common`.
  @inline(__always)
  init(script: LetterScript) {
    self.init(rawValue: script == .common ? 0 : 1 << (15 + UInt32(script.rawValue)))
  }

  /// The scripts alone.
  @inline(__always) var scripts: SegmentTraits { SegmentTraits(rawValue: rawValue & 0xFFFF_0000) }

  /// The traits of one scalar, from ICU's tables.
  init(of scalar: Unicode.Scalar) {
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
