import CalqueDocument
import CalqueText

extension RuleMatcher {
  /// Turns matches into findings: one a place, in scope, not taken away, counted where the rule counts.
  mutating func collect(_ hits: [Hit], _ document: Document, into output: inout CheckOutput) {
    if hits.isEmpty { return }
    let sorted = hits.sorted { ($0.rule, $0.first, -$0.end, $0.pattern) < ($1.rule, $1.first, -$1.end, $1.pattern) }
    var index = 0
    while index < sorted.count {
      let rule = sorted[index].rule
      var end = index
      while end < sorted.count, sorted[end].rule == rule { end += 1 }
      let kept = admitted(disjoint(sorted[index..<end]), rules.definition(rule), document)
      collect(kept, ofRule: rule, document, into: &output)
      index = end
    }
  }

  /// The leftmost, then longest matches that do not overlap.
  private func disjoint(_ hits: ArraySlice<Hit>) -> [Hit] {
    var result: [Hit] = []
    var reached = -1
    for hit in hits where hit.first >= reached {
      result.append(hit)
      reached = hit.end
    }
    return result
  }

  private mutating func admitted(_ hits: [Hit], _ rule: RuleDefinition, _ document: Document) -> [Hit] {
    var result: [Hit] = []
    for hit in hits {
      let sentence = document.sentences[hit.sentence]
      var scope = document.blocks[Int(sentence.block)].scope
      for token in document.tokens[hit.first..<hit.end] { scope.formUnion(Scope(inline: token.inline)) }
      guard rule.scope.admits(scope) else { continue }
      if isTakenAway(hit.first..<hit.end, rule: hit.rule, sentence: sentence.tokens, document) { continue }
      result.append(hit)
    }
    return result
  }

  /// True when an `unless` pattern of the rule matches some of the tokens.
  ///
  /// - Parameters:
  ///   - tokens: those of the match, inside the sentence.
  mutating func isTakenAway(_ tokens: Range<Int>, rule: Int, sentence: Range<Int>, _ document: Document) -> Bool {
    let patterns = rules.unless[rule]
    if patterns.isEmpty || tokens.isEmpty { return false }
    return document.withTokenText { text in
      for pattern in patterns {
        let unless = rules.patterns[pattern]
        // An earlier start cannot reach the match.
        for start in max(sentence.lowerBound, tokens.lowerBound - unless.maximumTokens + 1)..<tokens.upperBound {
          if let end = machine.match(entry: unless.entry, at: start, in: sentence, of: text), end > tokens.lowerBound {
            return true
          }
        }
      }
      return false
    }
  }

  private mutating func collect(_ hits: [Hit], ofRule rule: Int, _ document: Document, into output: inout CheckOutput) {
    let definition = rules.definition(rule)
    switch definition.kind {
    case .density(let density): collect(density, hits, rule, document, into: &output.findings)
    case .consistency(let consistency): collect(consistency, hits, rule, document, into: &output)
    default:
      for hit in hits { output.findings.append(finding(hit, definition, document)) }
    }
  }

  private mutating func finding(_ hit: Hit, _ rule: RuleDefinition, _ document: Document) -> Finding {
    let pattern = rules.patterns[hit.pattern]
    var finding = Finding(rule: hit.rule, range: document.range(ofTokens: hit.first..<hit.end))
    if !pattern.captureNames.isEmpty {
      finding.values = captures(hit, pattern, document)
    }
    finding.values["match"] = document.string(in: finding.range)
    let template: MessageTemplate?
    if case .swap(let swaps) = rule.kind, case .finding(let number) = pattern.role {
      template = swaps[number].replacement
      finding.values["replacement"] = template?.filled { finding.values[$0] }
    } else {
      template = rule.fix?.replacement
    }
    finding.replacement = template?.filled { finding.values[$0] }
    return finding
  }

  private mutating func captures(
    _ hit: Hit, _ pattern: RuleSet.CompiledPattern, _ document: Document
  ) -> [String: String] {
    let sentence = document.sentences[hit.sentence].tokens
    var values: [String: String] = [:]
    document.withTokenText { text in
      _ = machine.matchCapturing(
        entry: pattern.entry, captureCount: pattern.captureNames.count, at: hit.first, in: sentence, of: text)
      for (number, name) in pattern.captureNames.enumerated() {
        let first = machine.captures[number * 2]
        let end = machine.captures[number * 2 + 1]
        if first >= 0, end > first { values[name] = document.string(in: document.range(ofTokens: first..<end)) }
      }
    }
    return values
  }

  private func collect(
    _ density: RuleKind.Density, _ hits: [Hit], _ rule: Int, _ document: Document, into findings: inout [Finding]
  ) {
    guard let first = hits.first, hits.count >= density.minimumCount, document.wordCount > 0 else { return }
    let rate = Double(hits.count) * Double(density.per) / Double(document.wordCount)
    guard rate > density.maximum else { return }
    let places = hits.dropFirst().map { document.range(ofTokens: $0.first..<$0.end) }
    findings.append(
      Finding(
        rule: rule, range: document.range(ofTokens: first.first..<first.end),
        values: ["count": String(hits.count), "rate": rate.oneDecimal],
        related: places.prefix(20).map { ($0, "also here: “\(document.string(in: $0))”") }))
  }

  private func collect(
    _ consistency: RuleKind.Consistency, _ hits: [Hit], _ rule: Int, _ document: Document,
    into output: inout CheckOutput
  ) {
    var places: [[ByteRange]] = Array(repeating: [], count: consistency.variants.count)
    for hit in hits {
      guard case .variant(let number) = rules.patterns[hit.pattern].role else { continue }
      places[number].append(document.range(ofTokens: hit.first..<hit.end))
    }
    let id = rules.definition(rule).id
    if consistency.acrossProject {
      for (number, list) in places.enumerated() {
        guard let first = list.first else { continue }
        output.facts.append(
          ProjectFact(
            rule: id, key: "variants", variant: consistency.variants[number].first?.text ?? "", count: list.count,
            range: first))
      }
    }
    guard let most = places.indices.max(by: { (places[$0].count, $1) < (places[$1].count, $0) }) else { return }
    for (number, list) in places.enumerated() where number != most {
      for range in list {
        let other = places[most].first.map { document.string(in: $0) } ?? ""
        output.findings.append(
          Finding(
            rule: rule, range: range, values: ["other": other],
            related: places[most].prefix(5).map { ($0, "here it is “\(document.string(in: $0))”") }))
      }
    }
  }
}

extension Double {
  /// With one decimal, as messages show rates.
  var oneDecimal: String {
    let tenths = (self * 10).rounded()
    return "\(Int(tenths) / 10).\(abs(Int(tenths)) % 10)"
  }
}

extension Document {
  /// Gives the tokens and bytes for as long as `body` runs.
  func withTokenText<T>(_ body: (TokenText) -> T) -> T {
    tokens.withUnsafeBufferPointer { tokens in
      plain.withUnsafeBufferPointer { bytes in body(TokenText(tokens: tokens, bytes: bytes)) }
    }
  }

  /// Everything that holds for some bytes of the plain text: the kinds of their block and the contexts of their tokens.
  ///
  /// - Complexity: O(log *n*) in blocks and tokens, plus the tokens touched.
  package func scope(of range: ByteRange) -> Scope {
    var scope: Scope = []
    let block = blocks.partitioningIndex { $0.range.upper > range.lower }
    if block < blocks.count, blocks[block].range.lower < max(range.upper, range.lower + 1) {
      scope = blocks[block].scope
    }
    var token = tokens.partitioningIndex { $0.range.upper > range.lower }
    while token < tokens.count, tokens[token].range.lower < range.upper {
      scope.formUnion(Scope(inline: tokens[token].inline))
      token += 1
    }
    return scope
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  ///
  /// - Complexity: O(log *n*).
  package func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
