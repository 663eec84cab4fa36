internal import CICU

/// Word_Break classes as far as the fast path tells them apart (UAX #29, table 3).
enum WordClass: UInt32 {
  // The first three join with each other in every order.
  case letter, numeric, extender
  /// MidLetter: joins two letters.
  case midLetter
  /// MidNum: joins two digits.
  case midNumber
  /// MidNumLet and the apostrophe: joins two letters or two digits.
  case midBoth
  /// A colon, which joins letters in some versions and languages of ICU.
  case colon
  /// WSegSpace: joins with itself.
  case space
  /// All that stands alone whatever is beside it.
  case other
  /// Left to ICU: marks and format characters, which join with what stands before them; scripts with a dictionary;
  /// and all that is not in the table.
  case complex
}

/// Sentence_Break classes (UAX #29, table 4).
enum SentenceClass: UInt8 {
  case other, extend, paragraphSeparator, carriageReturn, space, lower, upper, otherLetter, numeric, fullStop,
    terminator,
    close, continuation
}

/// Break classes and traits of frequent scalars, read from ICU once, so that the fast path agrees with the ICU it runs on.
///
/// Holds U+0000–U+052F (Latin, Greek, Cyrillic), U+1E00–U+1EFF (Latin) and U+2000–U+22FF (punctuation, signs).
struct BreakTable: Sendable {
  /// Filled when first used, in less than a millisecond.
  static let shared = BreakTable()

  private static let lowEnd: UInt32 = 0x530
  private static let latinStart: UInt32 = 0x1E00
  private static let latinEnd: UInt32 = 0x1F00
  private static let signStart: UInt32 = 0x2000
  private static let signEnd: UInt32 = 0x2300

  /// The entry for all other scalars.
  static let missing = lowEnd + (latinEnd - latinStart) + (signEnd - signStart)

  /// For each index a `WordEntry`.
  let words: [UInt32]
  /// For each index a `SentenceClass`.
  let sentences: [UInt8]
  /// For each byte: 1 when a scalar that starts with it may end a sentence or a paragraph.
  let sentenceLeads: [UInt8]

  private init() {
    var words = [UInt32](repeating: 0, count: Int(Self.missing) + 1)
    var sentences = [UInt8](repeating: 0, count: Int(Self.missing) + 1)
    for scalar in Self.scalars {
      let index = Int(Self.index(of: scalar.value))
      words[index] = WordEntry(traits: SegmentTraits(of: scalar), wordClass: Self.wordClass(of: scalar)).rawValue
      sentences[index] = Self.sentenceClass(of: scalar.value).rawValue
    }
    words[Int(Self.missing)] = WordEntry(traits: [], wordClass: .complex).rawValue
    self.words = words
    self.sentences = sentences
    sentenceLeads = Self.sentenceLeads(sentences)
  }

  /// The scalars that the table holds.
  static var scalars: [Unicode.Scalar] {
    [0..<lowEnd, latinStart..<latinEnd, signStart..<signEnd].flatMap { $0.compactMap(Unicode.Scalar.init) }
  }

  /// The index of a scalar's entry.
  @inline(__always)
  static func index(of scalar: UInt32) -> UInt32 {
    if scalar < lowEnd { return scalar }
    if scalar &- signStart < signEnd - signStart { return scalar - signStart + lowEnd + (latinEnd - latinStart) }
    return scalar &- latinStart < latinEnd - latinStart ? scalar - latinStart + lowEnd : missing
  }

  private static func wordClass(of scalar: Unicode.Scalar) -> WordClass {
    // ICU 72 takes the at sign for a letter, other versions do not.
    if scalar == "@" { return .complex }
    if scalar == ":" { return .colon }
    switch UWordBreakValues(UInt32(calque_int_property(UChar32(scalar.value), UCHAR_WORD_BREAK))) {
    case U_WB_ALETTER: return .letter
    case U_WB_NUMERIC: return .numeric
    case U_WB_EXTENDNUMLET: return .extender
    case U_WB_MIDLETTER: return .midLetter
    case U_WB_MIDNUM: return .midNumber
    case U_WB_MIDNUMLET, U_WB_SINGLE_QUOTE: return .midBoth
    case U_WB_WSEGSPACE: return .space
    // A quotation mark joins Hebrew letters only, which are complex.
    case U_WB_OTHER, U_WB_DOUBLE_QUOTE: return .other
    // A line feed joins with a carriage return before it; neither leaves a segment.
    case U_WB_CR, U_WB_LF, U_WB_NEWLINE: return .other
    default: return .complex
    }
  }

  /// The class of any scalar.
  static func sentenceClass(of scalar: UInt32) -> SentenceClass {
    switch USentenceBreak(UInt32(calque_int_property(UChar32(scalar), UCHAR_SENTENCE_BREAK))) {
    case U_SB_EXTEND, U_SB_FORMAT: .extend
    case U_SB_SEP, U_SB_LF: .paragraphSeparator
    case U_SB_CR: .carriageReturn
    case U_SB_SP: .space
    case U_SB_LOWER: .lower
    case U_SB_UPPER: .upper
    case U_SB_OLETTER: .otherLetter
    case U_SB_NUMERIC: .numeric
    case U_SB_ATERM: .fullStop
    case U_SB_STERM: .terminator
    case U_SB_CLOSE: .close
    case U_SB_SCONTINUE: .continuation
    default: .other
    }
  }

  private static func sentenceLeads(_ classes: [UInt8]) -> [UInt8] {
    var leads = [UInt8](repeating: 0, count: 256)
    for lead in 0..<256 {
      switch lead {
      case 0..<0x80: leads[lead] = isInteresting(classes[lead]) ? 1 : 0
      case 0xC2..<0xD4:
        let first = (lead & 0x1F) << 6
        leads[lead] = (first..<first + 64).contains { isInteresting(classes[$0]) } ? 1 : 0
      case 0xD4...: leads[lead] = 1
      default: leads[lead] = 0
      }
    }
    return leads
  }

  private static func isInteresting(_ sentenceClass: UInt8) -> Bool {
    switch SentenceClass(rawValue: sentenceClass) {
    case .paragraphSeparator, .carriageReturn, .fullStop, .terminator: true
    default: false
    }
  }
}

/// Traits and word class of a scalar in one number.
struct WordEntry: BitwiseCopyable {
  let rawValue: UInt32

  // The class takes bits that traits leave free.
  private static let shift: UInt32 = 10
  private static let mask: UInt32 = 0xF << shift

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(traits: SegmentTraits, wordClass: WordClass) {
    rawValue = traits.rawValue | wordClass.rawValue << Self.shift
  }

  /// The class as a number of `WordClass`.
  @inline(__always) var classValue: UInt32 { (rawValue & Self.mask) >> Self.shift }

  /// True for letters, digits and connectors.
  @inline(__always) var isWord: Bool { rawValue & Self.mask < WordClass.midLetter.rawValue << Self.shift }

  @inline(__always) func hasClass(_ wordClass: WordClass) -> Bool {
    rawValue & Self.mask == wordClass.rawValue << Self.shift
  }

  /// Traits of several entries that were joined with `|`.
  @inline(__always)
  static func traits(of joined: UInt32) -> SegmentTraits { SegmentTraits(rawValue: joined & ~mask) }
}
