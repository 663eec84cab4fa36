internal import CICU

/// The script of a letter, as far as Calque tells scripts apart.
package enum LetterScript: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// Used with several scripts: digits, marks, symbols; also marks that take the script of their base.
  case common
  case latin, cyrillic, greek, han, hiragana, katakana, hangul, arabic, hebrew, devanagari, thai, georgian, armenian
  /// Any other script.
  case other
}

/// What a visible character is, by its general category.
package enum CharacterClass: UInt8, Sendable, BitwiseCopyable {
  /// Letters and the marks that join them.
  case letter
  /// Decimal digits and other numbers.
  case number
  /// Punctuation.
  case punctuation
  /// Symbols, and all that is visible and nothing else.
  case symbol
  /// White space.
  case space
  /// Controls, format characters and other characters without a shape.
  case invisible
}

/// Properties of a scalar, from ICU's tables.
package enum UnicodeProperties {
  /// The script of a scalar.
  package static func script(of scalar: Unicode.Scalar) -> LetterScript {
    var status = U_ZERO_ERROR
    switch calque_script(UChar32(scalar.value), &status) {
    case USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_UNKNOWN, USCRIPT_INVALID_CODE: return .common
    case USCRIPT_LATIN: return .latin
    case USCRIPT_CYRILLIC: return .cyrillic
    case USCRIPT_GREEK: return .greek
    case USCRIPT_HAN, USCRIPT_BOPOMOFO: return .han
    case USCRIPT_HIRAGANA: return .hiragana
    case USCRIPT_KATAKANA: return .katakana
    case USCRIPT_HANGUL: return .hangul
    case USCRIPT_ARABIC: return .arabic
    case USCRIPT_HEBREW: return .hebrew
    case USCRIPT_DEVANAGARI: return .devanagari
    case USCRIPT_THAI: return .thai
    case USCRIPT_GEORGIAN: return .georgian
    case USCRIPT_ARMENIAN: return .armenian
    default: return .other
    }
  }

  /// What a scalar is, by white space and general category.
  package static func characterClass(of scalar: Unicode.Scalar) -> CharacterClass {
    if isWhiteSpace(scalar) { return .space }
    switch UCharCategory(UInt32(calque_general_category(UChar32(scalar.value)))) {
    case U_UPPERCASE_LETTER, U_LOWERCASE_LETTER, U_TITLECASE_LETTER, U_MODIFIER_LETTER, U_OTHER_LETTER,
      U_NON_SPACING_MARK, U_ENCLOSING_MARK, U_COMBINING_SPACING_MARK:
      return .letter
    case U_DECIMAL_DIGIT_NUMBER, U_LETTER_NUMBER, U_OTHER_NUMBER: return .number
    case U_DASH_PUNCTUATION, U_START_PUNCTUATION, U_END_PUNCTUATION, U_CONNECTOR_PUNCTUATION, U_OTHER_PUNCTUATION,
      U_INITIAL_PUNCTUATION, U_FINAL_PUNCTUATION:
      return .punctuation
    case U_CONTROL_CHAR, U_FORMAT_CHAR, U_LINE_SEPARATOR, U_PARAGRAPH_SEPARATOR, U_SPACE_SEPARATOR, U_SURROGATE:
      return .invisible
    default:
      return calque_has_property(UChar32(scalar.value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? .invisible : .symbol
    }
  }

  /// True for letters of every script (`Alphabetic`), ideographs included.
  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    calque_has_property(UChar32(scalar.value), UCHAR_ALPHABETIC)
  }

  /// True for decimal digits of every script.
  package static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    calque_general_category(UChar32(scalar.value)) == Int8(U_DECIMAL_DIGIT_NUMBER.rawValue)
  }

  /// True for capitals, title case (ǅ) included.
  package static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    calque_has_property(UChar32(scalar.value), UCHAR_UPPERCASE)
      || calque_general_category(UChar32(scalar.value)) == Int8(U_TITLECASE_LETTER.rawValue)
  }

  /// True for small letters.
  package static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    calque_has_property(UChar32(scalar.value), UCHAR_LOWERCASE)
  }

  /// True for white space, no-break spaces included.
  package static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    calque_has_property(UChar32(scalar.value), UCHAR_WHITE_SPACE)
  }

  /// True for quotation marks of every language.
  package static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    calque_has_property(UChar32(scalar.value), UCHAR_QUOTATION_MARK)
  }

  /// Terminal cells that a scalar takes: 0 for controls, format characters and combining marks, 2 for wide East Asian
  /// characters and emoji (UAX #11), else 1.
  ///
  /// Ambiguous characters count 1. A sequence of several emoji joined to one counts as the sum of its parts.
  package static func displayWidth(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    let code = UChar32(scalar.value)
    switch UCharCategory(UInt32(calque_general_category(code))) {
    case U_NON_SPACING_MARK, U_ENCLOSING_MARK, U_CONTROL_CHAR, U_LINE_SEPARATOR, U_PARAGRAPH_SEPARATOR: return 0
    case U_FORMAT_CHAR: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and final consonants of decomposed Hangul are drawn into the cell of the first consonant.
    switch calque_int_property(code, UCHAR_HANGUL_SYLLABLE_TYPE) {
    case Int32(U_HST_VOWEL_JAMO.rawValue), Int32(U_HST_TRAILING_JAMO.rawValue): return 0
    default: break
    }
    switch calque_int_property(code, UCHAR_EAST_ASIAN_WIDTH) {
    case Int32(U_EA_FULLWIDTH.rawValue), Int32(U_EA_WIDE.rawValue): return 2
    default: return 1
    }
  }
}
