/// Looks beside a quotation for the clause that names who speaks.
struct SpeakerFinder {
  let tables: DocumentTables
  let speech: SpeechVocabulary

  /// How many tokens on either side are looked at.
  private static let reach = 40

  /// A quotation with its probable speaker clause.
  ///
  /// Looks after the quotation first (`“…,” Madden told the paper`), then before it (`Madden said: “…”`), then at the
  /// sentence after it when the quotation ended its own (`“….” Madden said.`), last at the sentence before it when the
  /// quotation began its own (`“…,” Madden said. “…”`).
  func quotation(_ inside: Range<Int>) -> Quotation {
    let clause = clause(beside: inside) ?? 0..<0
    return Quotation(
      firstToken: UInt32(inside.lowerBound), endToken: UInt32(inside.upperBound),
      speakerFirst: UInt32(clause.lowerBound), speakerEnd: UInt32(clause.upperBound))
  }

  private func clause(beside inside: Range<Int>) -> Range<Int>? {
    let first = sentence(holding: inside.lowerBound)
    let last = sentence(holding: inside.upperBound - 1)
    let lastTokens = tables.sentences[last].tokens
    let after = inside.upperBound + 1
    if after < lastTokens.upperBound {
      if let found = firstClause(in: after..<min(lastTokens.upperBound, after + Self.reach)) { return found }
    }
    let before = inside.lowerBound - 1
    let firstTokens = tables.sentences[first].tokens
    if before > firstTokens.lowerBound {
      let lower = max(firstTokens.lowerBound, before - Self.reach)
      if let found = lastClause(in: lower..<before) { return found }
    }
    if after >= lastTokens.upperBound, let next = sentence(last + 1, besides: last) {
      if let found = firstClause(in: next.prefix(8)) { return found }
    }
    guard before <= firstTokens.lowerBound, let previous = sentence(first - 1, besides: first) else { return nil }
    return lastClause(in: previous.suffix(Self.reach))
  }

  /// The tokens of a sentence when it is in the same block as another.
  private func sentence(_ index: Int, besides other: Int) -> Range<Int>? {
    guard tables.sentences.indices.contains(index), tables.sentences[index].block == tables.sentences[other].block
    else { return nil }
    return tables.sentences[index].tokens
  }

  /// The index of the sentence that holds a token.
  private func sentence(holding token: Int) -> Int {
    var low = 0
    var high = tables.sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(tables.sentences[middle].firstToken) <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The clause around the first reporting verb before another quotation mark.
  private func firstClause(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if tables.tokens[index].flags.contains(.quotationMark) { return nil }
      if speech.isReportingVerb(tables.tokens[index].symbol) { return clause(around: index, in: range) }
    }
    return nil
  }

  /// The clause around the last reporting verb after any other quotation mark.
  private func lastClause(in range: Range<Int>) -> Range<Int>? {
    for index in range.reversed() {
      if tables.tokens[index].flags.contains(.quotationMark) { return nil }
      if speech.isReportingVerb(tables.tokens[index].symbol) { return clause(around: index, in: range) }
    }
    return nil
  }

  /// From the mark before a verb to the mark after it; further back over appositions when the verb stands alone.
  private func clause(around verb: Int, in range: Range<Int>) -> Range<Int>? {
    var upper = verb + 1
    while upper < range.upperBound, isInClause(upper) { upper += 1 }
    var lower = verb
    while lower > range.lowerBound, isInClause(lower - 1) { lower -= 1 }
    if hasOtherWord(lower..<upper, verb) { return lower..<upper }
    while lower > range.lowerBound, !tables.tokens[lower - 1].flags.contains(.quotationMark) { lower -= 1 }
    return hasOtherWord(lower..<upper, verb) ? lower..<upper : nil
  }

  /// True for words and for marks inside words, such as hyphens, which have no space on either side.
  private func isInClause(_ index: Int) -> Bool {
    let token = tables.tokens[index]
    if token.kind != .punctuation { return true }
    guard !token.flags.contains(.afterSpace), !token.flags.contains(.quotationMark) else { return false }
    return index + 1 < tables.tokens.count && !tables.tokens[index + 1].flags.contains(.afterSpace)
  }

  private func hasOtherWord(_ range: Range<Int>, _ verb: Int) -> Bool {
    range.contains { $0 != verb && tables.tokens[$0].kind == .word }
  }
}
