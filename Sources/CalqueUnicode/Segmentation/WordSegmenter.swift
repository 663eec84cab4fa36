import CalqueText

/// Cuts UTF-8 at the word boundaries of ICU (UAX #29).
///
/// Characters of the frequent kinds are cut here by the rules of UAX #29, with ICU's own classes; from any other character
/// on, up to the next space before a plain word, ICU cuts. Tests hold both equal. One per worker.
package struct WordSegmenter: ~Copyable {
  private var iterator: BreakIterator
  private let table = BreakTable.shared
  private let usesOnlyICU: Bool
  /// The start of what is not cut yet.
  private var index = 0
  /// The end of the stretch.
  private var end = 0
  /// ICU cuts as far as this.
  private var complexEnd = 0

  /// A segmenter for English.
  ///
  /// - Parameter usesOnlyICU: leaves everything to ICU; slower by far, with the same result.
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init(usesOnlyICU: Bool = false) throws(UnicodeError) {
    self.usesOnlyICU = usesOnlyICU
    iterator = try BreakIterator(.word)
  }

  /// Starts on a stretch of bytes, which is a text of its own.
  package mutating func begin(_ range: ByteRange) {
    index = Int(range.lower)
    end = Int(range.upper)
    complexEnd = index
  }

  /// Writes the next segments that do not start with white space; returns how many, 0 after the last.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8, the same and at the same place in all calls from `begin` on.
  ///   - batch: room for at least one segment.
  /// - Complexity: O(*n*) in bytes over all calls.
  package mutating func next(
    _ bytes: UnsafeBufferPointer<UInt8>, into batch: UnsafeMutableBufferPointer<WordSegment>
  ) -> Int {
    var count = 0
    while index < end, count < batch.count {
      if index < complexEnd {
        if let segment = nextOfICU(bytes) {
          batch[count] = segment
          count += 1
        }
        continue
      }
      if usesOnlyICU {
        beginComplex(bytes, to: end)
        continue
      }
      table.words.withUnsafeBufferPointer { table in
        var scanner = WordScanner(bytes: bytes, table: table, end: end, index: index, count: count)
        scanner.scan(into: batch)
        index = scanner.index
        count = scanner.count
      }
      if index < end, count < batch.count { beginComplex(bytes, to: plainStart(bytes)) }
    }
    return count
  }

  /// Hands the bytes from `index` on over to ICU.
  private mutating func beginComplex(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) {
    complexEnd = end
    if complexEnd - index > BreakIterator.maximumCount {
      complexEnd = index + BreakIterator.maximumCount
      while bytes[complexEnd] & 0xC0 == 0x80 { complexEnd -= 1 }
    }
    do throws(UnicodeError) {
      try iterator.reset(bytes, ByteRange(index, complexEnd))
    } catch {
      // Memory is short: the bytes stay without words.
      index = complexEnd
    }
  }

  /// The next segment that ICU cuts; nil when it starts with white space.
  private mutating func nextOfICU(_ bytes: UnsafeBufferPointer<UInt8>) -> WordSegment? {
    guard let boundary = iterator.next() else {
      index = complexEnd
      return nil
    }
    let lower = index
    index = Int(boundary)
    let traits = traits(bytes, lower..<index)
    return traits.contains(.space) ? nil : WordSegment(bytes, lower, index, traits)
  }

  /// Where the fast path can go on after the complex character that stopped it: the end, or a space before a word that
  /// begins with ASCII and seems plain.
  private func plainStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = index
    // Spaces come first when the complex character is a mark on a space.
    while at < end, bytes[at] == 0x20 { at += 1 }
    while at < end {
      while at < end, bytes[at] != 0x20 { at += 1 }
      let space = at
      while at < end, bytes[at] == 0x20 { at += 1 }
      let word = at
      while at < end, bytes[at] != 0x20, bytes[at] < 0x80 { at += 1 }
      if at == end || bytes[at] == 0x20 || (at > word && bytes[at] < 0xE3) { return space }
      at = word
    }
    return end
  }

  private func traits(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> SegmentTraits {
    var traits: SegmentTraits = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, next) = UTF8Decoding.scalar(bytes, at: at)
      let entry = BreakTable.index(of: value)
      if entry != BreakTable.missing {
        traits.formUnion(WordEntry.traits(of: table.words[Int(entry)]))
      } else if let scalar = Unicode.Scalar(value) {
        traits.formUnion(SegmentTraits(of: scalar))
      }
      at = next
    }
    return traits
  }
}
