import CalqueDocument
import CalqueText
import CalqueUnicode

/// Runs a rule set over documents.
///
/// One per worker: it keeps opened expressions and scratch memory.
package struct RuleMatcher {
  /// A match of a pattern, before scopes and overlaps are looked at.
  struct Hit: Hashable {
    let rule: Int
    let pattern: Int
    let first: Int
    let end: Int
    let sentence: Int
  }

  /// Blocks longer than this are shown to expressions one sentence at a time.
  static let maximumExpressionBlock = 65_536

  /// Matches of patterns in one document after which the rest of it is not searched for patterns.
  package static let maximumHits = 200_000

  package let rules: RuleSet
  var machine: PatternMachine
  private var expressions: ExpressionCache
  private var hits: [Hit] = []
  /// True: every pattern is tried everywhere, for the test that the cues lose nothing.
  private let isExhaustive: Bool

  /// A matcher over a rule set.
  package init(_ rules: RuleSet, isExhaustive: Bool = false) {
    self.rules = rules
    self.isExhaustive = isExhaustive
    machine = PatternMachine(code: rules.code)
    expressions = ExpressionCache(rules.expressions.map(\.expression))
  }

  /// What the rules find in a document, ordered by range and rule.
  ///
  /// - Returns: the findings, the facts for a project, and the problems of rules that gave up.
  package mutating func findings(in document: Document) -> (
    findings: [Finding], facts: [ProjectFact], problems: [InputProblem]
  ) {
    var output = CheckOutput()
    var problems: [InputProblem] = []
    findHits(in: document)
    if hits.count >= Self.maximumHits {
      problems.append(
        InputProblem(
          code: "calque.too-many-findings",
          message: "There are more than \(Self.maximumHits) matches; the rest of the text was not searched for phrases."
        ))
    }
    let accepted = hits.filter { $0.rule == rules.rules.count }.map { document.range(ofTokens: $0.first..<$0.end) }
    hits.removeAll { $0.rule == rules.rules.count }
    collect(hits, document, into: &output)
    findExpressions(in: document, into: &output.findings, &problems)
    findRepetitions(in: document, into: &output.findings)
    measure(document, into: &output.findings)
    for (rule, check) in rules.checks {
      let before = output.findings.count
      check.run(on: document, into: &output)
      let scope = rules.definition(rule).scope
      let kept = output.findings[before...].filter { scope.admits(document.scope(of: $0.range)) }
      output.findings.replaceSubrange(before..., with: kept)
    }
    if !accepted.isEmpty {
      output.findings.removeAll { finding in accepted.contains { $0.contains(finding.range) } }
    }
    output.findings.sort { ($0.range, $0.rule) < ($1.range, $1.rule) }
    return (output.findings, output.facts, problems)
  }

  /// Runs the automaton over the tokens and the woken patterns at their places.
  private mutating func findHits(in document: Document) {
    hits.removeAll(keepingCapacity: true)
    document.tokens.withUnsafeBufferPointer { tokens in
      document.plain.withUnsafeBufferPointer { bytes in
        let text = TokenText(tokens: tokens, bytes: bytes)
        for (index, sentence) in document.sentences.enumerated() where hits.count < Self.maximumHits {
          if isExhaustive {
            tryEverything(in: sentence.tokens, index, text)
          } else {
            followCues(in: sentence.tokens, index, text)
          }
        }
      }
    }
  }

  private mutating func followCues(in sentence: Range<Int>, _ index: Int, _ text: TokenText) {
    var state: UInt32 = 0
    for position in sentence where hits.count < Self.maximumHits {
      let token = text.tokens[position]
      state = rules.words.step(state, token.symbol.value)
      if state != 0 {
        for wake in rules.words.wakeRange(of: state) {
          attempt(rules.words.wake(wake), at: position, in: sentence, index, text)
        }
      }
      if text.startsWithDigit(token) {
        for wake in rules.digitWakes { attempt(wake, at: position, in: sentence, index, text) }
      }
      if token.kind == .word, token.script == .latin || token.script == .common { continue }
      if token.kind == .number {
        for wake in rules.numberWakes { attempt(wake, at: position, in: sentence, index, text) }
      } else if token.flags.rawValue & TokenFlags.quotationMark.rawValue != 0 {
        for wake in rules.quotationMarkWakes { attempt(wake, at: position, in: sentence, index, text) }
      } else if token.script != .common, token.script != .latin {
        for wake in rules.foreignScriptWakes { attempt(wake, at: position, in: sentence, index, text) }
      }
    }
  }

  private mutating func attempt(
    _ wake: Wake, at position: Int, in sentence: Range<Int>, _ index: Int, _ text: TokenText
  ) {
    let last = position - Int(wake.minimumBack)
    var start = max(sentence.lowerBound, position - Int(wake.maximumBack))
    while start <= last {
      attempt(Int(wake.pattern), from: start, in: sentence, index, text)
      start += 1
    }
  }

  private mutating func attempt(
    _ pattern: Int, from start: Int, in sentence: Range<Int>, _ index: Int, _ text: TokenText
  ) {
    let compiled = rules.patterns[pattern]
    guard let end = machine.match(entry: compiled.entry, at: start, in: sentence, of: text), end > start else { return }
    hits.append(Hit(rule: compiled.rule, pattern: pattern, first: start, end: end, sentence: index))
  }

  private mutating func tryEverything(in sentence: Range<Int>, _ index: Int, _ text: TokenText) {
    for (pattern, compiled) in rules.patterns.enumerated() where compiled.role != .unless {
      for start in sentence { attempt(pattern, from: start, in: sentence, index, text) }
    }
  }

  /// Runs the woken expressions over their blocks.
  private mutating func findExpressions(
    in document: Document, into findings: inout [Finding], _ problems: inout [InputProblem]
  ) {
    if rules.expressions.isEmpty { return }
    var woken = Set<UInt64>()
    document.plain.withUnsafeBufferPointer { bytes in
      if isExhaustive {
        for block in document.blocks.indices {
          for expression in rules.expressions.indices { woken.insert(UInt64(expression) << 32 | UInt64(block)) }
        }
      } else {
        for owner in rules.literals.unplaced {
          for block in document.blocks.indices { woken.insert(UInt64(owner) << 32 | UInt64(block)) }
        }
        var block = 0
        rules.literals.scan(bytes) { end, owner in
          while block + 1 < document.blocks.count, document.blocks[block].range.upper < end { block += 1 }
          woken.insert(UInt64(owner) << 32 | UInt64(block))
        }
      }
      for key in woken.sorted() {
        let expression = Int(key >> 32)
        let block = Int(key & 0xFFFF_FFFF)
        guard block < document.blocks.count else { continue }
        for range in expressionRanges(ofBlock: block, in: document) {
          run(expression, over: range, document, bytes, into: &findings, &problems)
        }
      }
    }
  }

  private func expressionRanges(ofBlock block: Int, in document: Document) -> [ByteRange] {
    let range = document.blocks[block].range
    if range.count <= Self.maximumExpressionBlock { return [range] }
    return document.sentences(inBlock: block).map { document.range(ofTokens: document.sentences[$0].tokens) }
  }

  private mutating func run(
    _ index: Int, over range: ByteRange, _ document: Document, _ bytes: UnsafeBufferPointer<UInt8>,
    into findings: inout [Finding], _ problems: inout [InputProblem]
  ) {
    guard let expression = expressions.expression(index) else { return }
    let rule = rules.expressions[index].rule
    let definition = rules.definition(rule)
    let before = findings.count
    do throws(RegularExpressionFailure) {
      try expression.forEachMatch(in: bytes, range: range) { match, group in
        if match.isEmpty { return }
        guard definition.scope.admits(document.scope(of: match)) else { return }
        var finding = Finding(rule: rule, range: match, values: ["match": document.string(in: match)])
        for number in 1...RuleKind.RegexPattern.maximumGroup {
          if let range = group(number) { finding.values[String(number)] = document.string(in: range) }
        }
        finding.replacement = definition.fix?.replacement?.filled { finding.values[$0] }
        findings.append(finding)
      }
    } catch {
      problems.append(
        InputProblem(
          code: "calque.expression",
          message: "Rule \(definition.id) gave up on this text: \(error.reason).",
          range: document.parsed.map.source(of: range).range))
    }
    if !rules.unless[rule].isEmpty {
      let kept = findings[before...].filter { !isTakenAway($0.range, rule: rule, document) }
      findings.replaceSubrange(before..., with: kept)
    }
  }

  /// True when an `unless` pattern of the rule matches some tokens of a range, in the sentence where it starts.
  private mutating func isTakenAway(_ range: ByteRange, rule: Int, _ document: Document) -> Bool {
    let first = document.tokens.partitioningIndex { $0.range.upper > range.lower }
    let sentence = document.sentences.partitioningIndex { $0.endToken > UInt32(first) }
    guard sentence < document.sentences.count else { return false }
    let tokens = document.sentences[sentence].tokens
    var end = first
    while end < tokens.upperBound, document.tokens[end].range.lower < range.upper { end += 1 }
    return isTakenAway(first..<end, rule: rule, sentence: tokens, document)
  }
}
