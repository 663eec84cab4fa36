import CalqueText

/// Finds the sentence boundaries of ICU (UAX #29), without suppressions.
///
/// Follows the rules SB3 to SB11 with ICU's own classes, at the few characters that can end a sentence; tests hold the
/// result equal to ICU's break iterator.
package struct SentenceSegmenter: Sendable {
  private let table = BreakTable.shared

  /// A segmenter.
  package init() {}

  /// Appends the byte offsets at which a sentence ends; the last is the end of the stretch unless that is empty.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - range: the stretch, a text of its own.
  ///   - boundaries: gets the offsets, ascending.
  /// - Complexity: O(*n*) in bytes.
  package func boundaries(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, into boundaries: inout [UInt32]
  ) {
    table.sentences.withUnsafeBufferPointer { classes in
      table.sentenceLeads.withUnsafeBufferPointer { leads in
        let scanner = SentenceScanner(
          bytes: bytes, classes: classes, leads: leads, start: Int(range.lower), end: Int(range.upper))
        scanner.scan(into: &boundaries)
      }
    }
  }
}

private struct SentenceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<UInt8>
  let leads: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  /// What the rules make of a character that can end a sentence.
  private enum Outcome {
    /// No boundary up to this index.
    case goesOn(from: Int)
    /// A boundary at this index.
    case ends(at: Int)
  }

  func scan(into boundaries: inout [UInt32]) {
    var index = start
    while true {
      while index < end, leads[Int(bytes[index])] == 0 { index += 1 }
      guard index < end else { break }
      let outcome: Outcome
      let (sentenceClass, next) = classAndNext(index)
      switch sentenceClass {
      case .paragraphSeparator: outcome = .ends(at: next)
      case .carriageReturn: outcome = .ends(at: afterReturn(next))
      case .fullStop: outcome = afterTerminator(next, isFullStop: true, at: index)
      case .terminator: outcome = afterTerminator(next, isFullStop: false, at: index)
      default: outcome = .goesOn(from: next)
      }
      switch outcome {
      case .goesOn(let from): index = from
      case .ends(let at):
        index = at
        if at < end { boundaries.append(UInt32(truncatingIfNeeded: at)) }
      }
    }
    if start < end { boundaries.append(UInt32(truncatingIfNeeded: end)) }
  }

  /// The class of the scalar at an index, and the index after it.
  private func classAndNext(_ index: Int) -> (SentenceClass, Int) {
    let (scalar, next) = UTF8Decoding.scalar(bytes, at: index)
    return (classOf(scalar), next)
  }

  private func classOf(_ scalar: UInt32) -> SentenceClass {
    let entry = BreakTable.index(of: scalar)
    if entry == BreakTable.missing { return BreakTable.sentenceClass(of: scalar) }
    return SentenceClass(rawValue: classes[Int(entry)]) ?? .other
  }

  /// SB3: a line feed belongs to the carriage return before it.
  private func afterReturn(_ next: Int) -> Int { next < end && bytes[next] == 0x0A ? next + 1 : next }

  /// SB5: the index after marks and format characters, which belong to what stands before them.
  private func skipExtenders(_ index: Int) -> Int {
    var index = index
    while index < end {
      let (sentenceClass, next) = classAndNext(index)
      if sentenceClass != .extend { break }
      index = next
    }
    return index
  }

  /// The index after all characters of one class and the marks on them.
  private func skip(_ wanted: SentenceClass, _ index: Int) -> Int {
    var index = index
    while index < end {
      let (sentenceClass, next) = classAndNext(index)
      if sentenceClass != wanted { break }
      index = skipExtenders(next)
    }
    return index
  }

  /// SB6 to SB11, from the index after a full stop or another terminator.
  private func afterTerminator(_ next: Int, isFullStop: Bool, at index: Int) -> Outcome {
    let afterMarks = skipExtenders(next)
    guard afterMarks < end else { return .ends(at: end) }
    if isFullStop {
      switch classAndNext(afterMarks).0 {
      // SB6: 1.5
      case .numeric: return .goesOn(from: afterMarks)
      // SB7: U.S.
      case .upper where isLetterBefore(index): return .goesOn(from: afterMarks)
      default: break
      }
    }
    // SB9, SB10: closing marks and spaces belong to the sentence.
    let rest = skip(.space, skip(.close, afterMarks))
    guard rest < end else { return .ends(at: end) }
    let (following, afterFollowing) = classAndNext(rest)
    switch following {
    case .paragraphSeparator: return .ends(at: afterFollowing)
    case .carriageReturn: return .ends(at: afterReturn(afterFollowing))
    // SB8a: a comma, a colon, a dash or another terminator.
    case .continuation, .fullStop, .terminator: return .goesOn(from: rest)
    default: break
    }
    // SB8: a small letter comes before any other letter or terminator.
    if isFullStop, isLowerAhead(rest) { return .goesOn(from: rest) }
    return .ends(at: rest)
  }

  /// True when the character before an index, marks on it aside, is a cased letter.
  private func isLetterBefore(_ index: Int) -> Bool {
    var index = index
    while index > start {
      let (scalar, before) = UTF8Decoding.scalarBefore(bytes, index)
      switch classOf(scalar) {
      case .extend: index = before
      case .upper, .lower: return true
      default: return false
      }
    }
    return false
  }

  private func isLowerAhead(_ index: Int) -> Bool {
    var index = index
    while index < end {
      let (sentenceClass, next) = classAndNext(index)
      switch sentenceClass {
      case .lower: return true
      case .otherLetter, .upper, .paragraphSeparator, .carriageReturn, .fullStop, .terminator: return false
      default: index = next
      }
    }
    return false
  }
}
