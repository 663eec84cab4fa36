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
    var index = view.findAny(0x3A, 0x2E, 0x40, from: lower, to: upper)
    while index < upper {
      let byte = view.base[index]
      if byte == 0x3A, let found = scheme(view, colon: index, from: lower, to: upper) { return found }
      if byte == 0x2E, let found = host(view, dot: index, from: lower, to: upper) { return found }
      if byte == 0x40, let found = mail(view, at: index, from: lower, to: upper) { return found }
      index = view.findAny(0x3A, 0x2E, 0x40, from: index + 1, to: upper)
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
      case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D, 0x5C, 0x5E, 0x7C: break scan
      case 0x28: depth += 1
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
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
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func scheme(_ view: ByteView, colon: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    guard colon + 3 < upper, view[colon + 1] == 0x2F, view[colon + 2] == 0x2F else { return nil }
    var start = colon
    while start > max(lower, colon - maximumSchemeLength), isSchemeByte(view[start - 1]) { start -= 1 }
    while start < colon, !view[start].isLetter { start += 1 }
    guard colon - start >= 2 else { return nil }
    let end = end(in: view, from: colon + 3, to: upper)
    return end > colon + 3 ? start..<end : nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private static func host(_ view: ByteView, dot: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    let start = dot - 3
    guard start >= lower, view[dot - 1] | 0x20 == 0x77, view[dot - 2] | 0x20 == 0x77, view[start] | 0x20 == 0x77,
      start == lower || !(view[start - 1].isAlphanumeric || view[start - 1] >= 0x80), view[dot + 1].isAlphanumeric,
      dot + 1 < upper
    else { return nil }
    let end = end(in: view, from: dot + 1, to: upper)
    return end > dot + 1 ? start..<end : nil
  }

  private static func mail(_ view: ByteView, at sign: Int, from lower: Int, to upper: Int) -> Range<Int>? {
    var start = sign
    while start > max(lower, sign - maximumLocalPartLength), isLocalByte(view[start - 1]) { start -= 1 }
    while start < sign, !view[start].isAlphanumeric { start += 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var lastDot = sign
    while end < upper, view[end].isAlphanumeric || view[end] == 0x2D || view[end] == 0x2E {
      if view[end] == 0x2E {
        if end == lastDot + 1 { break }
        lastDot = end
      }
      end += 1
    }
    while end > sign, view[end - 1] == 0x2E || view[end - 1] == 0x2D { end -= 1 }
    guard let dot = view.find(0x2E, from: sign + 1, to: end), view[dot + 1].isLetter else { return nil }
    return start..<end
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B || byte == 0x2D
  }
}
