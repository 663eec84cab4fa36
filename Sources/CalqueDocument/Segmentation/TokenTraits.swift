import CalqueUnicode

extension TokenKind {
  /// What a segment with these traits is; nil for white space and characters that cannot be seen.
  @inline(__always)
  init?(of traits: SegmentTraits) {
    if traits.contains(.letter) {
      self = .word
    } else if traits.contains(.space) {
      return nil
    } else if traits.contains(.digit) {
      self = .number
    } else if traits.contains(.placeholder) {
      self = .placeholder
    } else if traits.contains(.symbol) {
      self = .symbol
    } else if traits.contains(.punctuation) {
      self = .punctuation
    } else {
      return nil
    }
  }
}

extension TokenFlags {
  /// The flags that a segment's characters give.
  @inline(__always)
  init(of traits: SegmentTraits, _ form: UnsafeBufferPointer<UInt8>) {
    var flags: TokenFlags = traits.contains(.nonASCII) ? .nonASCII : []
    if traits.contains(.upper) {
      if LetterCase.startsWithCapital(form) { flags.insert(.capitalized) }
      if !traits.contains(.lower), LetterCase.hasTwoLetters(form) { flags.insert(.allCaps) }
    }
    if traits.contains(.quotationMark), traits.isDisjoint(with: [.letter, .digit]) { flags.insert(.quotationMark) }
    self = flags
  }
}

/// Looks at the letters of a word one by one.
private enum LetterCase {
  /// True when the first letter is a capital.
  @inline(__always)
  static func startsWithCapital(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    if form[0] &- 0x41 < 26 { return true }
    return firstLetter(form).map(UnicodeProperties.isUpper) ?? false
  }

  private static func firstLetter(_ form: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var index = 0
    while index < form.count {
      let (value, next) = UTF8Decoding.scalar(form, at: index)
      if let scalar = Unicode.Scalar(value), UnicodeProperties.isLetter(scalar) { return scalar }
      index = next
    }
    return nil
  }

  /// True for a word of two capitals or more and no other cased letter, which the caller knows to have no small letter.
  static func hasTwoLetters(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var index = 0
    while index < form.count {
      let (value, next) = UTF8Decoding.scalar(form, at: index)
      if let scalar = Unicode.Scalar(value), UnicodeProperties.isLetter(scalar) {
        if !UnicodeProperties.isUpper(scalar) { return false }
        letters += 1
      }
      index = next
    }
    return letters >= 2
  }
}

extension Script {
  /// The script of the letters that gave these traits.
  @inline(__always)
  init(of traits: SegmentTraits) {
    let scripts = traits.scripts
    if scripts.isEmpty {
      self = .common
    } else if scripts == SegmentTraits(script: .latin) {
      self = .latin
    } else {
      self = Script(unusual: scripts)
    }
  }

  private init(unusual scripts: SegmentTraits) {
    let kana: SegmentTraits = [SegmentTraits(script: .hiragana), SegmentTraits(script: .katakana)]
    let japanese = kana.union(SegmentTraits(script: .han))
    if scripts.isSubset(of: japanese), !scripts.isDisjoint(with: kana) {
      // ICU's dictionary joins ideographs and kana to one word: 食べる.
      self = .kana
      return
    }
    self = .mixed
    for (letters, script) in Self.pairs where scripts == SegmentTraits(script: letters) { self = script }
  }

  private static let pairs: [(LetterScript, Script)] = [
    (.cyrillic, .cyrillic), (.greek, .greek), (.han, .han), (.hangul, .hangul), (.arabic, .arabic),
    (.hebrew, .hebrew), (.devanagari, .devanagari), (.thai, .thai), (.georgian, .georgian), (.armenian, .armenian),
    (.other, .other),
  ]
}
