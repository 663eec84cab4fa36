import CalqueDocument

/// One step of a compiled pattern.
package struct Instruction: Hashable, Sendable, BitwiseCopyable {
  package enum Opcode: UInt8, Sendable, BitwiseCopyable {
    /// The token's symbol is `first`.
    case symbol
    /// The token's symbol is one of `second` symbols from index `first` of the sets.
    case symbolSet
    /// The token's symbol is `first` and its bytes are text number `second`.
    case exact
    /// Expression number `first` matches the whole token.
    case expression
    case any
    case number, name, word, quote, punctuation
    case sentenceStart, sentenceEnd
    /// Try `first`, then `second`.
    case split
    case jump
    /// Capture number `first` starts or ends here.
    case open, close
    case accept
  }

  let opcode: Opcode
  let first: UInt32
  let second: UInt32

  init(_ opcode: Opcode, _ first: UInt32 = 0, _ second: UInt32 = 0) {
    self.opcode = opcode
    self.first = first
    self.second = second
  }
}

/// The compiled patterns of a rule set: one flat code array and the tables it refers to.
package struct PatternCode: Sendable {
  /// The longest program that one pattern may become.
  package static let maximumLength = 8_000

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [UInt32] = []
  private(set) var texts: [[UInt8]] = []
  private(set) var expressions: [String] = []

  /// Compiles a pattern and returns the index of its first instruction.
  ///
  /// - Complexity: O(*n*) in the size of the pattern with its counts spelled out.
  mutating func add(_ node: PatternNode, captures: [String], vocabulary: inout Vocabulary) -> Int {
    let entry = instructions.count
    emit(node, captures, &vocabulary)
    instructions.append(Instruction(.accept))
    return entry
  }

  private mutating func emit(_ node: PatternNode, _ captures: [String], _ vocabulary: inout Vocabulary) {
    switch node {
    case .literal(let word): instructions.append(Instruction(.symbol, vocabulary.intern(word).value))
    case .exact(let folded, let text):
      instructions.append(Instruction(.exact, vocabulary.intern(folded).value, UInt32(texts.count)))
      texts.append(Array(text.utf8))
    case .lemma(let forms): emit(set: forms, &vocabulary)
    case .regex(let expression):
      let index = expressions.firstIndex(of: expression) ?? expressions.count
      if index == expressions.count { expressions.append(expression) }
      instructions.append(Instruction(.expression, UInt32(index)))
    case .any: instructions.append(Instruction(.any))
    case .tokenClass(let tokenClass): instructions.append(Instruction(tokenClass.opcode))
    case .sentenceStart: instructions.append(Instruction(.sentenceStart))
    case .sentenceEnd: instructions.append(Instruction(.sentenceEnd))
    case .sequence(let nodes): for node in nodes { emit(node, captures, &vocabulary) }
    case .alternatives(let branches): emit(branches: branches, captures, &vocabulary)
    case .repeated(let inner, let min, let max, let isLazy):
      for _ in 0..<min { emit(inner, captures, &vocabulary) }
      emit(optional: inner, times: max - min, isLazy: isLazy, captures, &vocabulary)
    case .capture(let name, let inner):
      let number = UInt32(captures.firstIndex(of: name) ?? 0)
      instructions.append(Instruction(.open, number))
      emit(inner, captures, &vocabulary)
      instructions.append(Instruction(.close, number))
    }
  }

  private mutating func emit(set forms: [String], _ vocabulary: inout Vocabulary) {
    instructions.append(Instruction(.symbolSet, UInt32(sets.count), UInt32(forms.count)))
    sets.append(contentsOf: forms.map { vocabulary.intern($0).value })
  }

  private mutating func emit(branches: [PatternNode], _ captures: [String], _ vocabulary: inout Vocabulary) {
    let words = branches.compactMap { if case .literal(let word) = $0 { word } else { nil } }
    if words.count == branches.count { return emit(set: words, &vocabulary) }
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      let isLast = index == branches.count - 1
      let split = instructions.count
      if !isLast { instructions.append(Instruction(.split)) }
      emit(branch, captures, &vocabulary)
      if !isLast {
        jumps.append(instructions.count)
        instructions.append(Instruction(.jump))
        instructions[split] = Instruction(.split, UInt32(split + 1), UInt32(instructions.count))
      }
    }
    for jump in jumps { instructions[jump] = Instruction(.jump, UInt32(instructions.count)) }
  }

  private mutating func emit(
    optional inner: PatternNode, times: Int, isLazy: Bool, _ captures: [String], _ vocabulary: inout Vocabulary
  ) {
    var splits: [Int] = []
    for _ in 0..<max(0, times) {
      splits.append(instructions.count)
      instructions.append(Instruction(.split))
      emit(inner, captures, &vocabulary)
    }
    let end = UInt32(instructions.count)
    for split in splits {
      let inside = UInt32(split + 1)
      instructions[split] = isLazy ? Instruction(.split, end, inside) : Instruction(.split, inside, end)
    }
  }
}

extension TokenClass {
  fileprivate var opcode: Instruction.Opcode {
    switch self {
    case .number: .number
    case .name: .name
    case .word: .word
    case .quote: .quote
    case .punct: .punctuation
    }
  }
}

extension PatternNode {
  /// The number of instructions it becomes.
  package var programLength: Int {
    switch self {
    case .literal, .exact, .lemma, .regex, .any, .tokenClass, .sentenceStart, .sentenceEnd: return 1
    case .sequence(let nodes): return nodes.reduce(0) { $0 + $1.programLength }
    case .alternatives(let nodes): return nodes.reduce(0) { $0 + $1.programLength + 2 }
    case .repeated(let node, _, let max, _): return max * (node.programLength + 1)
    case .capture(_, let node): return node.programLength + 2
    }
  }
}
