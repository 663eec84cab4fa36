import CalqueDocument
import CalqueText
import CalqueUnicode

/// Runs compiled patterns over the tokens of one document: a backtracking machine with a bound on its steps.
struct PatternMachine {
  /// Steps after which an attempt counts as no match; far above what any pattern of words needs.
  private static let maximumSteps = 20_000

  private let code: PatternCode
  private var expressions: ExpressionCache
  private var steps = 0
  /// Token indices: for capture *n* its start at 2*n* and its end at 2*n* + 1; -1 when unset.
  private(set) var captures: [Int] = []

  init(code: PatternCode) {
    self.code = code
    self.expressions = ExpressionCache(code.expressions)
  }

  /// The index after the last token of the match that starts at a token; nil when there is none.
  mutating func match(entry: Int, at start: Int, in sentence: Range<Int>, of text: TokenText) -> Int? {
    steps = 0
    let end = run(entry, start, sentence, text)
    return end < 0 ? nil : end
  }

  /// As `match`, and keeps the captures.
  mutating func matchCapturing(
    entry: Int, captureCount: Int, at start: Int, in sentence: Range<Int>, of text: TokenText
  ) -> Int? {
    captures = Array(repeating: -1, count: captureCount * 2)
    defer { if captureCount == 0 { captures = [] } }
    return match(entry: entry, at: start, in: sentence, of: text)
  }

  private mutating func run(_ entry: Int, _ start: Int, _ sentence: Range<Int>, _ text: TokenText) -> Int {
    var pc = entry
    var position = start
    while true {
      steps += 1
      if steps > Self.maximumSteps { return -1 }
      let instruction = code.instructions[pc]
      switch instruction.opcode {
      case .accept: return position
      case .jump:
        pc = Int(instruction.first)
        continue
      case .split:
        let end = run(Int(instruction.first), position, sentence, text)
        if end >= 0 { return end }
        pc = Int(instruction.second)
        continue
      case .sentenceStart:
        guard text.isStart(position, of: sentence) else { return -1 }
        pc += 1
        continue
      case .sentenceEnd:
        guard text.isEnd(position, of: sentence) else { return -1 }
        pc += 1
        continue
      case .open, .close:
        return runCapture(instruction, pc, position, sentence, text)
      default:
        guard position < sentence.upperBound, matches(instruction, text.tokens[position], text) else { return -1 }
        pc += 1
        position += 1
      }
    }
  }

  private mutating func runCapture(
    _ instruction: Instruction, _ pc: Int, _ position: Int, _ sentence: Range<Int>, _ text: TokenText
  ) -> Int {
    let slot = Int(instruction.first) * 2 + (instruction.opcode == .close ? 1 : 0)
    guard slot < captures.count else { return run(pc + 1, position, sentence, text) }
    let before = captures[slot]
    captures[slot] = position
    let end = run(pc + 1, position, sentence, text)
    if end < 0 { captures[slot] = before }
    return end
  }

  private mutating func matches(_ instruction: Instruction, _ token: Token, _ text: TokenText) -> Bool {
    switch instruction.opcode {
    case .symbol: return token.symbol.value == instruction.first
    case .symbolSet:
      let first = Int(instruction.first)
      for index in first..<first + Int(instruction.second) where code.sets[index] == token.symbol.value { return true }
      return false
    case .exact:
      return token.symbol.value == instruction.first
        && text.isWritten(token, as: code.texts[Int(instruction.second)])
    case .expression: return expressions.matchesWhole(Int(instruction.first), text.bytes, token.range)
    case .any: return true
    case .number: return token.kind == .number
    case .name: return token.kind == .word && token.flags.contains(.capitalized)
    case .word: return token.kind == .word
    case .quote: return token.flags.contains(.quotationMark)
    case .punctuation: return token.kind == .punctuation
    case .sentenceStart, .sentenceEnd, .split, .jump, .open, .close, .accept: return false
    }
  }
}

/// The tokens and bytes that a machine looks at; valid inside the closure that made it.
struct TokenText {
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>

  /// True when a token is written in this form: the same case, apostrophe and normal form aside.
  @inline(__always)
  func isWritten(_ token: Token, as form: [UInt8]) -> Bool {
    bytes[token.range.indices].elementsEqual(form) || isCanonicallyWritten(token, as: form)
  }

  @inline(never)
  private func isCanonicallyWritten(_ token: Token, as form: [UInt8]) -> Bool {
    let written = bytes[token.range.indices]
    guard written.contains(where: { $0 >= 0x80 }) else { return false }
    // Swift compares strings by canonical equivalence.
    let straight = String(decoding: written, as: UTF8.self).replacing("\u{2019}", with: "'")
    return straight == String(decoding: form, as: UTF8.self).replacing("\u{2019}", with: "'")
  }

  /// True when the first byte of a token is an ASCII digit.
  @inline(__always)
  func startsWithDigit(_ token: Token) -> Bool {
    let byte = bytes[Int(token.range.lower)]
    return byte >= 0x30 && byte <= 0x39
  }

  /// True when nothing but opening marks stands before a token of the sentence.
  func isStart(_ position: Int, of sentence: Range<Int>) -> Bool {
    var index = position
    while index > sentence.lowerBound {
      index -= 1
      guard tokens[index].kind == .punctuation, isOneOf("\"'“‘„«‹([—–-", tokens[index]) else { return false }
    }
    return true
  }

  /// True when nothing but final and closing marks stands from a token to the end of the sentence.
  func isEnd(_ position: Int, of sentence: Range<Int>) -> Bool {
    for index in position..<max(position, sentence.upperBound) {
      guard tokens[index].kind == .punctuation, isOneOf(".!?…\"'”’»›)]", tokens[index]) else { return false }
    }
    return true
  }

  private func isOneOf(_ marks: StaticString, _ token: Token) -> Bool {
    let count = token.range.count
    let lower = Int(token.range.lower)
    return marks.withUTF8Buffer { marks in
      var index = 0
      while index + count <= marks.count {
        let isSame = (0..<count).allSatisfy { marks[index + $0] == bytes[lower + $0] }
        if isSame, index + count == marks.count || marks[index + count] & 0xC0 != 0x80 { return true }
        index += 1
      }
      return false
    }
  }
}

/// The token expressions of a rule set, opened when they are first needed.
///
/// One per worker.
struct ExpressionCache {
  private let sources: [String]
  private var opened: [RegularExpression?]
  private var isBroken: [Bool]

  init(_ sources: [String]) {
    self.sources = sources
    opened = Array(repeating: nil, count: sources.count)
    isBroken = Array(repeating: false, count: sources.count)
  }

  /// The expression with a number; nil when ICU refuses it, which the loader has ruled out.
  mutating func expression(_ index: Int) -> RegularExpression? {
    if let expression = opened[index] { return expression }
    if isBroken[index] { return nil }
    do throws(RegularExpressionError) {
      let expression = try RegularExpression(sources[index])
      opened[index] = expression
      return expression
    } catch {
      isBroken[index] = true
      return nil
    }
  }

  mutating func matchesWhole(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Bool {
    guard let expression = expression(index) else { return false }
    // An expression that gives up on a single token does not match it.
    return (try? expression.matchesWhole(bytes, range: range)) ?? false
  }
}
