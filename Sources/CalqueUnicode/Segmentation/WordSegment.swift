/// What lies between two word boundaries, white space aside: a word, a number, a mark.
package struct WordSegment: Hashable, Sendable, BitwiseCopyable {
  /// What a segment is.
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// It has letters.
    case word
    /// It has digits and no letters.
    case number
    /// A punctuation mark.
    case punctuation
    /// Another visible character, or a cluster of them.
    case symbol
    /// U+FFFC.
    case placeholder
    /// Controls and format characters alone.
    case invisible
  }

  // Stored, not computed: other modules read stored properties directly, but call every function of this one.

  /// Byte offset of its start.
  package let lower: UInt32
  /// Byte offset of its end.
  package let upper: UInt32
  /// What it is.
  package let kind: Kind
  /// The script of its letters.
  package let script: SegmentScript
  /// The first letter is upper case or title case.
  package let isCapitalized: Bool
  /// It has two letters or more, all upper case.
  package let isAllCapitals: Bool
  /// It has a character outside ASCII.
  package let isNonASCII: Bool
  /// It is a quotation mark.
  package let isQuotationMark: Bool

  /// The segment of some bytes, given the traits of all its scalars.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int, _ traits: SegmentTraits) {
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    let kind = Kind(traits)
    self.kind = kind
    script = SegmentScript(traits)
    isNonASCII = traits.contains(.nonASCII)
    isQuotationMark = kind.rawValue > Kind.number.rawValue && traits.contains(.quotationMark)
    if traits.contains(.upper) {
      isCapitalized = LetterCase.startsWithCapital(bytes, lower, upper)
      isAllCapitals = !traits.contains(.lower) && LetterCase.hasOnlyCapitals(bytes, lower, upper)
    } else {
      isCapitalized = false
      isAllCapitals = false
    }
  }
}

extension WordSegment.Kind {
  @inline(__always)
  fileprivate init(_ traits: SegmentTraits) {
    if traits.contains(.letter) {
      self = .word
    } else if traits.contains(.digit) {
      self = .number
    } else if traits.contains(.placeholder) {
      self = .placeholder
    } else if traits.contains(.symbol) {
      self = .symbol
    } else if traits.contains(.punctuation) {
      self = .punctuation
    } else {
      self = .invisible
    }
  }
}

/// The script of the letters of a segment.
package enum SegmentScript: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// No letters, or letters of no script.
  case common
  case latin, cyrillic, greek, han, kana, hangul, arabic, hebrew, devanagari, thai, georgian, armenian
  /// Another script.
  case other
  /// Letters of more than one script. Kana with ideographs, which ICU's dictionary joins to one word (食べる), are `kana`.
  case mixed

  @inline(__always)
  init(_ traits: SegmentTraits) {
    let scripts = traits.scripts
    if scripts == SegmentTraits(script: .latin) {
      self = .latin
    } else if scripts.isEmpty {
      self = .common
    } else {
      self = SegmentScript(unusual: scripts)
    }
  }

  @inline(never)
  private init(unusual scripts: SegmentTraits) {
    switch scripts {
    case SegmentTraits(script: .cyrillic): self = .cyrillic
    case SegmentTraits(script: .greek): self = .greek
    case SegmentTraits(script: .han): self = .han
    case SegmentTraits(script: .hangul): self = .hangul
    case SegmentTraits(script: .arabic): self = .arabic
    case SegmentTraits(script: .hebrew): self = .hebrew
    case SegmentTraits(script: .devanagari): self = .devanagari
    case SegmentTraits(script: .thai): self = .thai
    case SegmentTraits(script: .georgian): self = .georgian
    case SegmentTraits(script: .armenian): self = .armenian
    case SegmentTraits(script: .other): self = .other
    default:
      let kana: SegmentTraits = [SegmentTraits(script: .hiragana), SegmentTraits(script: .katakana)]
      let japanese = kana.union(SegmentTraits(script: .han))
      self = japanese.contains(scripts) && !scripts.isDisjoint(with: kana) ? .kana : .mixed
    }
  }
}

/// Looks at the letters of a word that has a capital.
private enum LetterCase {
  /// True when the first letter is a capital.
  @inline(__always)
  static func startsWithCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    let first = bytes[lower]
    if first | 0x20 &- 0x61 < 26 { return first < 0x61 }
    return isFirstLetterUpper(bytes, lower, upper)
  }

  @inline(never)
  private static func isFirstLetterUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    var index = lower
    while index < upper {
      let (value, next) = UTF8Decoding.scalar(bytes, at: index)
      if let scalar = Unicode.Scalar(value), UnicodeProperties.isLetter(scalar) {
        return UnicodeProperties.isUpper(scalar)
      }
      index = next
    }
    return false
  }

  /// True when there are two letters or more and each is a capital.
  @inline(never)
  static func hasOnlyCapitals(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    var letters = 0
    var index = lower
    while index < upper {
      let (value, next) = UTF8Decoding.scalar(bytes, at: index)
      index = next
      if value < 0x80 {
        if UInt8(truncatingIfNeeded: value) | 0x20 &- 0x61 < 26 { letters += 1 }
        continue
      }
      guard let scalar = Unicode.Scalar(value), UnicodeProperties.isLetter(scalar) else { continue }
      if !UnicodeProperties.isUpper(scalar) { return false }
      letters += 1
    }
    return letters >= 2
  }
}
