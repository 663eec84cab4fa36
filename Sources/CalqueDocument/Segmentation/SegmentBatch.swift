import CalqueUnicode

/// Scratch memory for some hundred segments and the tokens made of them.
///
/// Tokens are written here and appended to their table in one go; an append for each would cost more than the token.
struct SegmentBatch: ~Copyable {
  private static let capacity = 512

  let segments = UnsafeMutableBufferPointer<WordSegment>.allocate(capacity: capacity)
  let tokens = UnsafeMutableBufferPointer<Token>.allocate(capacity: capacity)

  deinit {
    segments.deallocate()
    tokens.deallocate()
  }
}

extension TokenKind {
  /// The kind of a segment; nil for characters that cannot be seen.
  @inline(__always)
  init?(_ kind: WordSegment.Kind) {
    switch kind {
    case .word: self = .word
    case .number: self = .number
    case .punctuation: self = .punctuation
    case .symbol: self = .symbol
    case .placeholder: self = .placeholder
    case .invisible: return nil
    }
  }
}

extension TokenFlags {
  /// The flags that a segment has by itself.
  @inline(__always)
  init(_ segment: WordSegment) {
    var flags: TokenFlags = segment.isCapitalized ? .capitalized : []
    if segment.isAllCapitals { flags.insert(.allCaps) }
    if segment.isNonASCII { flags.insert(.nonASCII) }
    if segment.isQuotationMark { flags.insert(.quotationMark) }
    self = flags
  }
}

extension Script {
  /// The script of a segment's letters.
  @inline(__always)
  init(_ script: SegmentScript) {
    switch script {
    case .common: self = .common
    case .latin: self = .latin
    case .cyrillic: self = .cyrillic
    case .greek: self = .greek
    case .han: self = .han
    case .kana: self = .kana
    case .hangul: self = .hangul
    case .arabic: self = .arabic
    case .hebrew: self = .hebrew
    case .devanagari: self = .devanagari
    case .thai: self = .thai
    case .georgian: self = .georgian
    case .armenian: self = .armenian
    case .other: self = .other
    case .mixed: self = .mixed
    }
  }
}
