/// Cuts words until a character comes that is ICU's.
struct WordScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// For each index of `BreakTable` a `WordEntry`.
  let table: UnsafeBufferPointer<UInt32>
  let end: Int
  /// The start of the segment that is not cut yet.
  var index: Int
  /// Number of segments in the batch.
  var count: Int

  /// What a character after a word does.
  private enum Inner {
    case ends
    case joins(WordEntry, next: Int)
    case complex
  }

  /// The entry of the scalar at an index, and the index after it.
  @inline(__always)
  private func entry(at index: Int) -> (entry: WordEntry, next: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (WordEntry(rawValue: table[Int(byte)]), index + 1) }
    let (scalar, next) = UTF8Decoding.scalar(bytes, at: index)
    return (WordEntry(rawValue: table[Int(BreakTable.index(of: scalar))]), next)
  }

  /// Writes segments; leaves `index` at the end, or where the batch was full, or at the start of the segment that has a
  /// complex character in it or directly after it.
  mutating func scan(into batch: UnsafeMutableBufferPointer<WordSegment>) {
    guard index < end else { return }
    var (entry, next) = entry(at: index)
    while count < batch.count {
      if entry.hasClass(.complex) { return }
      var traits = entry.rawValue
      var following = entry
      var after = next
      if entry.isWord {
        var last = entry
        if bytes[index] < 0x80 {
          let afterLetters = letterRun(from: next, &traits)
          if afterLetters > next { last = WordEntry(rawValue: table[0x61]) }
          next = afterLetters
        }
        while next < end {
          (following, after) = self.entry(at: next)
          if following.isWord {
            traits |= following.rawValue
            last = following
            next = after
            continue
          }
          let inner = inner(last, following, after)
          if case .ends = inner { break }
          guard case .joins(let beyond, let beyondNext) = inner else { return }
          traits |= following.rawValue | beyond.rawValue
          last = beyond
          next = beyondNext
        }
      } else {
        // A mark on its own, or a run of spaces.
        let isSpace = entry.hasClass(.space)
        while next < end {
          (following, after) = self.entry(at: next)
          guard isSpace, following.hasClass(.space) else { break }
          next = after
        }
        if next < end, following.hasClass(.complex) { return }
      }
      append(index, next, traits, batch)
      index = next
      if next == end { return }
      entry = following
      next = after
    }
  }

  /// Passes over ASCII letters, eight at a time, and adds their traits; the index after them, or less near the end.
  @inline(__always)
  private func letterRun(from index: Int, _ traits: inout UInt32) -> Int {
    let every: UInt64 = 0x0101_0101_0101_0101
    let text = UnsafeRawBufferPointer(bytes)
    var index = index
    while index + 8 <= end {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // The top bit of each byte tells whether it is a letter: between a and z when its case is ignored.
      let small = (word | every &* 0x20) & (every &* 0x7F)
      let atLeastA = small &+ every &* (0x80 - 0x61)
      let aboveZ = small &+ every &* (0x80 - 0x7B)
      let others = ~(atLeastA & ~aboveZ & ~word) & (every &* 0x80)
      let count = others.trailingZeroBitCount >> 3
      if count > 0 {
        let letters = (every &* 0x20) & (UInt64.max >> UInt64(64 - 8 * count))
        if word & letters != letters { traits |= table[0x41] }
        if word & letters != 0 { traits |= table[0x61] }
      }
      index += count
      if count < 8 { break }
    }
    return index
  }

  /// What a character after a word does, given the last character of the word and the index after its own.
  @inline(__always)
  private func inner(_ last: WordEntry, _ mark: WordEntry, _ after: Int) -> Inner {
    if mark.hasClass(.space) { return .ends }
    if mark.hasClass(.complex) { return .complex }
    let joinsLetters = mark.hasClass(.midBoth) || mark.hasClass(.midLetter) || mark.hasClass(.colon)
    let joinsDigits = mark.hasClass(.midBoth) || mark.hasClass(.midNumber)
    let canJoin = last.hasClass(.letter) && joinsLetters || last.hasClass(.numeric) && joinsDigits
    guard canJoin, after < end else { return .ends }
    let (beyond, next) = entry(at: after)
    if beyond.hasClass(.complex) { return .complex }
    guard beyond.classValue == last.classValue else { return .ends }
    return mark.hasClass(.colon) ? .complex : .joins(beyond, next: next)
  }

  @inline(__always)
  private mutating func append(
    _ lower: Int, _ upper: Int, _ joined: UInt32, _ batch: UnsafeMutableBufferPointer<WordSegment>
  ) {
    let traits = WordEntry.traits(of: joined)
    if traits.contains(.space) { return }
    batch[count] = WordSegment(bytes, lower, upper, traits)
    count += 1
  }
}
