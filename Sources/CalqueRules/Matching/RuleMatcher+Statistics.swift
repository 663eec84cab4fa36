import CalqueDocument
import CalqueText

extension RuleMatcher {
  /// The same word again, directly or within some sentences.
  func findRepetitions(in document: Document, into findings: inout [Finding]) {
    for (rule, repetition) in rules.repetitions {
      let scope = rules.definition(rule).scope
      let places =
        repetition.isAdjacent
        ? adjacentRepetitions(repetition, document) : nearRepetitions(repetition, document)
      for place in places where scope.admits(document.scope(of: place.again)) {
        var finding = Finding(rule: rule, range: place.again)
        finding.related = [(place.before, "here it stands first")]
        if repetition.isAdjacent {
          finding = Finding(rule: rule, range: place.before.union(place.again))
          finding.replacement = rules.definition(rule).fix == nil ? nil : document.string(in: place.before)
        }
        finding.values = ["word": document.string(in: place.again)]
        findings.append(finding)
      }
    }
  }

  private func counts(_ token: Token, _ repetition: RuleKind.Repetition) -> Bool {
    token.kind == .word && token.range.count >= repetition.minimumLength
      && !(repetition.contentWordsOnly && rules.functionWords.contains(token.symbol))
  }

  private func adjacentRepetitions(
    _ repetition: RuleKind.Repetition, _ document: Document
  ) -> [(before: ByteRange, again: ByteRange)] {
    var result: [(ByteRange, ByteRange)] = []
    for sentence in document.sentences {
      for index in sentence.tokens.dropFirst() {
        let token = document.tokens[index]
        let before = document.tokens[index - 1]
        if token.symbol == before.symbol, token.flags.contains(.afterSpace), counts(token, repetition) {
          result.append((before.range, token.range))
        }
      }
    }
    return result
  }

  private func nearRepetitions(
    _ repetition: RuleKind.Repetition, _ document: Document
  ) -> [(before: ByteRange, again: ByteRange)] {
    var result: [(ByteRange, ByteRange)] = []
    var last: [Symbol: (sentence: Int, range: ByteRange)] = [:]
    for (number, sentence) in document.sentences.enumerated() {
      for index in sentence.tokens {
        let token = document.tokens[index]
        guard counts(token, repetition) else { continue }
        if let seen = last[token.symbol], number - seen.sentence < repetition.sentences {
          result.append((seen.range, token.range))
        }
        last[token.symbol] = (number, token.range)
      }
    }
    return result
  }

  /// Document statistics against their bounds.
  func measure(_ document: Document, into findings: inout [Finding]) {
    if rules.metrics.isEmpty { return }
    let statistics = DocumentStatistics(document)
    for (rule, metric) in rules.metrics where document.wordCount >= metric.minimumWords {
      let value = statistics.value(of: metric.name)
      let isBelow = metric.minimum.map { value < $0 } ?? false
      let isAbove = metric.maximum.map { value > $0 } ?? false
      guard isBelow || isAbove, let place = statistics.firstSentence else { continue }
      findings.append(Finding(rule: rule, range: place, values: ["value": value.oneDecimal]))
    }
  }
}

/// Figures about one document.
struct DocumentStatistics {
  private let document: Document
  /// The sentences of running text: no headings, list items or table cells.
  private let running: [Sentence]

  init(_ document: Document) {
    self.document = document
    let others: Scope = [.heading, .listItem, .tableCell, .caption, .frontMatter]
    running = document.sentences.filter { document.blocks[Int($0.block)].scope.isDisjoint(with: others) }
  }

  /// The plain range of the first sentence of running text.
  var firstSentence: ByteRange? { running.first.map { document.range(ofTokens: $0.tokens) } }

  func value(of name: MetricName) -> Double {
    switch name {
    case .wordsPerSentence: return ratio(words.count, running.count)
    case .wordsPerParagraph: return ratio(words.count, Set(running.map(\.block)).count)
    case .commas: return perThousand { $0.kind == .punctuation && hasText($0, ",") }
    case .contractions: return perThousand(isContraction)
    case .definiteArticles: return perThousand { hasText($0, "the") }
    case .vocabulary: return vocabulary
    }
  }

  private var tokens: [Token] { running.flatMap { document.tokens[$0.tokens] } }
  private var words: [Token] { tokens.filter { $0.kind == .word } }

  private func ratio(_ count: Int, _ total: Int) -> Double { total == 0 ? 0 : Double(count) / Double(total) }

  private func perThousand(_ isCounted: (Token) -> Bool) -> Double {
    1000 * ratio(tokens.filter(isCounted).count, words.count)
  }

  private func hasText(_ token: Token, _ text: StaticString) -> Bool {
    token.range.count == text.utf8CodeUnitCount
      && text.withUTF8Buffer { text in
        zip(document.plain[token.range.indices], text).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
  }

  /// A word that stands for two: don’t, it’s, they’ll; a possessive is none.
  private func isContraction(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let text = document.string(of: token).lowercased().replacingCurlyApostrophe
    return ["n't", "'re", "'ll", "'ve", "'d", "'m"].contains { text.hasSuffix($0) }
      || ["it's", "that's", "he's", "she's", "there's", "what's", "who's", "let's"].contains(text)
  }

  /// Different words among 100, mean over windows of 100 words.
  private var vocabulary: Double {
    let symbols = words.map(\.symbol)
    guard symbols.count >= 100 else { return Double(Set(symbols).count) }
    let windows = stride(from: 0, through: symbols.count - 100, by: 100).map { Set(symbols[$0..<$0 + 100]).count }
    return ratio(windows.reduce(0, +), windows.count)
  }
}

extension String {
  fileprivate var replacingCurlyApostrophe: String { String(map { $0 == "\u{2019}" ? "'" : $0 }) }
}
