import CalqueText
import CalqueUnicode

/// Decides which of ICU's sentence boundaries stand in English prose.
///
/// ICU splits after every full stop before a capital. Its own list of exceptions (`ss=standard`) compares endings of
/// words, so that it joins at "NATO. The" (as "O.") and splits "U.S. Army"; here whole words are compared.
struct SentenceRefiner: Sendable {
  private enum Kind: UInt8 {
    case title, numbered, time, other
  }

  private let kinds: [ShortWord: Kind]
  private let starters: Set<ShortWord>
  private let timeFollowers: Set<ShortWord>

  /// A refiner with the lists of `Abbreviations`.
  init() {
    var kinds: [ShortWord: Kind] = [:]
    for word in Self.words(Abbreviations.others) { kinds[word] = .other }
    for word in Self.words(Abbreviations.numbered) { kinds[word] = .numbered }
    for word in Self.words(Abbreviations.times) { kinds[word] = .time }
    for word in Self.words(Abbreviations.titles) { kinds[word] = .title }
    self.kinds = kinds
    starters = Set(Self.words(Abbreviations.sentenceStarters))
    timeFollowers = Set(Self.words(Abbreviations.timeFollowers))
  }

  private static func words(_ list: String) -> [ShortWord] {
    list.utf8.split(separator: UInt8(ascii: " ")).compactMap { ShortWord($0) }
  }

  /// True when the sentence goes on after a boundary inside `range`.
  ///
  /// - Complexity: O(1); looks at no more than the words beside the boundary and the spaces and marks between them.
  func isSuppressed(_ boundary: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Bool {
    let block = UnsafeBufferPointer(rebasing: bytes[range.indices])
    let boundary = Int(boundary - range.lower)
    let end = Self.endOfText(block, boundary)
    guard end > 0, end < boundary, boundary < block.count else { return false }
    switch block[end - 1] {
    case UInt8(ascii: "."):
      return goesOn(after: abbreviation(block, end: end)?.kind, block, boundary)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      // “the United Nations (U.N.) Security Council”: nothing but the abbreviation stands in the brackets.
      guard end > 1, block[end - 2] == UInt8(ascii: "."), let word = abbreviation(block, end: end - 1), word.start > 0,
        block[word.start - 1] == UInt8(ascii: "(") || block[word.start - 1] == UInt8(ascii: "[")
      else { return false }
      return goesOn(after: word.kind, block, boundary)
    default:
      return isReportedQuestion(block, end: end, boundary: boundary)
    }
  }

  /// The index after the last character before `boundary` that is no white space.
  private static func endOfText(_ block: UnsafeBufferPointer<UInt8>, _ boundary: Int) -> Int {
    var end = boundary
    while end > 0 {
      if block[end - 1] == 0x20 {
        end -= 1
        continue
      }
      let (value, start) = UTF8Decoding.scalarBefore(block, end)
      guard let scalar = Unicode.Scalar(value), UnicodeProperties.isWhiteSpace(scalar) else { break }
      end = start
    }
    return end
  }

  private func goesOn(after kind: Kind?, _ block: UnsafeBufferPointer<UInt8>, _ boundary: Int) -> Bool {
    switch kind {
    case nil: false
    case .title: true
    case .numbered: block[boundary] &- 0x30 < 10
    case .time: wordAfter(block, boundary).map(timeFollowers.contains) ?? false
    case .other: !(wordAfter(block, boundary).map(starters.contains) ?? false)
    }
  }

  /// The abbreviation that ends with the full stop before `end`: its kind and where it starts.
  private func abbreviation(_ block: UnsafeBufferPointer<UInt8>, end: Int) -> (kind: Kind, start: Int)? {
    var start = end - 1
    var letters = 0
    var stops = 1
    while start > 0, end - start <= ShortWord.maximumCount {
      let byte = block[start - 1]
      if byte == UInt8(ascii: ".") {
        stops += 1
      } else if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
      } else {
        break
      }
      start -= 1
    }
    if letters == 0 { return loneCapital(block, end: end - 1).map { (.other, $0) } }
    guard end - start <= ShortWord.maximumCount, isWordStart(block, start) else { return nil }
    if let word = ShortWord(UnsafeBufferPointer(rebasing: block[start..<end])), let kind = kinds[word] {
      return (kind, start)
    }
    // Dotted letters: initials, U.S., e.g.; a lone small letter is none.
    if letters == stops, end - start == 2 * letters, Self.alternates(block[start..<end]) {
      return letters > 1 || block[start] &- 0x41 < 26 ? (.other, start) : nil
    }
    return nil
  }

  /// True when every other byte is a full stop, the first is none.
  private static func alternates(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    stride(from: bytes.startIndex + 1, to: bytes.endIndex, by: 2).allSatisfy { bytes[$0] == UInt8(ascii: ".") }
  }

  /// The start of a capital outside ASCII that stands alone before `end`: the initial of a name.
  private func loneCapital(_ block: UnsafeBufferPointer<UInt8>, end: Int) -> Int? {
    guard end > 0, block[end - 1] >= 0x80 else { return nil }
    let (value, start) = UTF8Decoding.scalarBefore(block, end)
    guard let scalar = Unicode.Scalar(value), UnicodeProperties.isUpper(scalar) else { return nil }
    return isWordStart(block, start) ? start : nil
  }

  private func isWordStart(_ block: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let byte = block[index - 1]
    if byte == 0x20 { return true }
    guard let before = Unicode.Scalar(UTF8Decoding.scalarBefore(block, index).value) else { return false }
    // Not after a sign (°C.), nor after an apostrophe.
    switch UnicodeProperties.characterClass(of: before) {
    case .space: return true
    case .punctuation: return before != "\u{2019}" && before != "'"
    default: return false
    }
  }

  /// The next word, over quotation marks and other marks; nil when it is long or not ASCII.
  private func wordAfter(_ block: UnsafeBufferPointer<UInt8>, _ index: Int) -> ShortWord? {
    var start = index
    while start < block.count, start < index + 16, !Self.isWordByte(block[start]) {
      // Quotation marks and dashes of three bytes; other characters outside ASCII may be letters.
      if block[start] < 0x80 {
        start += 1
      } else if block[start] == 0xE2 {
        start += 3
      } else {
        return nil
      }
    }
    var end = start
    while end < block.count, end - start <= ShortWord.maximumCount, Self.isWordByte(block[end]) { end += 1 }
    return start < end ? ShortWord(UnsafeBufferPointer(rebasing: block[start..<end])) : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x27 }

  /// True between `“Really?”` and `he asked`: a quotation that ends with a question or an exclamation goes on with a small
  /// letter.
  private func isReportedQuestion(_ block: UnsafeBufferPointer<UInt8>, end: Int, boundary: Int) -> Bool {
    guard block[boundary] &- 0x61 < 26 else { return false }
    return Unicode.Scalar(UTF8Decoding.scalarBefore(block, end).value).map(UnicodeProperties.isQuotationMark) ?? false
  }
}

/// A word of at most 12 ASCII bytes in one register pair.
private struct ShortWord: Hashable, BitwiseCopyable {
  static let maximumCount = 12
  private let low: UInt64
  private let high: UInt32

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.maximumCount else { return nil }
    var low: UInt64 = 0
    var high: UInt32 = 0
    for byte in bytes {
      high = high << 8 | UInt32(truncatingIfNeeded: low >> 56)
      low = low << 8 | UInt64(byte)
    }
    self.low = low
    self.high = high
  }
}
