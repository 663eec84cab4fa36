/// Finds web addresses and mail addresses in running text.
///
/// An address is a scheme with `://`, a name that starts with `www.`, or a mail address. It ends at white space, quotation
/// marks, angle brackets and braces; final punctuation and a closing bracket that was not opened inside do not belong to
/// it, as in GitHub's autolinks.
enum URLScanner {
  private static let maximumSchemeLength = 20
  private static let maximumLocalPartLength = 64

  /// The first address in a range.
  ///
  /// - Complexity: O(*n*) in the bytes up to the end of the address.
  static func next(in view: ByteView, from lower: Int, to upper: Int) -> Range<Int>? {
    var index = view.findAny(.colon, .fullStop, .at, from: lower, to: upper)
    while index < upper {
      let byte = view.base[index]
      if byte == .colon, let found = scheme(view, colon: index, from: lower, to: upper) { return found }
      if byte == .fullStop, let found = host(view, dot: index, from: lower, to: upper) { return found }
      if byte == .at, let found = mail(view, at: index, from: lower, to: upper) { return found }
      index = view.findAny(.colon, .fullStop, .at, from: index + 1, to: upper)
    }
    return nil
  }

  /// The end of an address that goes on at an offset.
  static func end(in view: ByteView, from lower: Int, to upper: Int) -> Int {
    var index = lower
    var depth = 0
    scan: while index < upper {
      let byte = view.base[index]
      switch byte {
      case 0...0x20, 0x7F, .quote, .less, .greater, .backtick, .leftBrace, .rightBrace, .backslash, .caret, .pipe:
        break scan
      case .leftParenthesis: depth += 1
      case .rightParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      // Beyond ASCII: no-break space to «, typographic marks, East Asian punctuation and full-width forms.
      case 0xC2 where view[index + 1] <= 0xAB: break scan
      case 0xE2 where view[index + 1] == 0x80: break scan
      case 0xE3 where view[index + 1] == 0x80: break scan
      case 0xEF where view[index + 1] == 0xBC || view[index + 1] == 0xBD: break scan
      default: break
      }
      index += 1
    }
    while index > lower, isFinalPunctuation(view[index - 1]) { index -= 1 }
    return index
  }

  private static func isFinalPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case .fullStop, .comma, .semicolon, .colon, .exclamation, .question, .apostrophe, .asterisk, .underscore, .tilde:
      true
    default: false
    }
  }

  private static func scheme(_ view: ByteView, colon: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    guard colon + 3 < upper, view[colon + 1] == .slash, view[colon + 2] == .slash else { return nil }
    var start = colon
    while start > max(lower, colon - maximumSchemeLength), isSchemeByte(view[start - 1]) { start -= 1 }
    while start < colon, !view[start].isLetter { start += 1 }
    guard colon - start >= 2 else { return nil }
    let end = end(in: view, from: colon + 3, to: upper)
    return end > colon + 3 ? start..<end : nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .plus || byte == .hyphen || byte == .fullStop
  }

  private static func host(_ view: ByteView, dot: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    let start = dot - 3
    guard start >= lower, isW(view[dot - 1]), isW(view[dot - 2]), isW(view[start]),
      start == lower || !(view[start - 1].isAlphanumeric || view[start - 1] >= 0x80), view[dot + 1].isAlphanumeric,
      dot + 1 < upper
    else { return nil }
    let end = end(in: view, from: dot + 1, to: upper)
    return end > dot + 1 ? start..<end : nil
  }

  private static func isW(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "w") }

  private static func mail(_ view: ByteView, at sign: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    var start = sign
    while start > max(lower, sign - maximumLocalPartLength), isLocalByte(view[start - 1]) { start -= 1 }
    while start < sign, !view[start].isAlphanumeric { start += 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var lastDot = sign
    while end < upper, view[end].isAlphanumeric || view[end] == .hyphen || view[end] == .fullStop {
      if view[end] == .fullStop {
        if end == lastDot + 1 { break }
        lastDot = end
      }
      end += 1
    }
    while end > sign, view[end - 1] == .fullStop || view[end - 1] == .hyphen { end -= 1 }
    guard let dot = view.find(.fullStop, from: sign + 1, to: end), view[dot + 1].isLetter else { return nil }
    return start..<end
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .fullStop || byte == .underscore || byte == .percent || byte == .plus
      || byte == .hyphen
  }
}
