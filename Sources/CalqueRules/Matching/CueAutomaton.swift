import CalqueDocument

/// What a cue wakes: a pattern, and where its match may start.
struct Wake: Hashable, Sendable, BitwiseCopyable {
  /// The pattern's number.
  let pattern: UInt32
  /// Tokens between the start of the match and the last token of the cue, at least and at most.
  let minimumBack: UInt16
  let maximumBack: UInt16
}

/// One automaton over interned tokens for the word cues of all rules (Aho and Corasick, 1975).
///
/// A token that begins no cue costs one table look-up.
struct CueAutomaton: Sendable {
  /// The state after a token from the start state, by symbol number.
  private(set) var root: [UInt32] = []
  /// Transitions from the other states: state and symbol packed into a key; open addressing, 0 is free.
  private var keys: [UInt64] = []
  private var targets: [UInt32] = []
  private var fail: [UInt32] = [0]
  /// For each state the range of its wakes, those of its suffixes included.
  private var wakeStarts: [UInt32] = [0, 0]
  private var wakes: [Wake] = []

  /// Builds the automaton.
  ///
  /// - Parameters:
  ///   - cues: symbol sequences and what they wake.
  ///   - symbolCount: the number of symbols of the vocabulary.
  /// - Complexity: O(*n*) in the total length of the cues.
  init(_ cues: [(symbols: [UInt32], wake: Wake)], symbolCount: Int) {
    var children: [[(symbol: UInt32, state: UInt32)]] = [[]]
    var own: [[Wake]] = [[]]
    root = Array(repeating: 0, count: symbolCount + 1)
    var transitionCount = 0
    for cue in cues {
      var state = 0
      for (depth, symbol) in cue.symbols.enumerated() {
        let known = depth == 0 ? root[Int(symbol)] : children[state].first { $0.symbol == symbol }?.state ?? 0
        if known != 0 {
          state = Int(known)
          continue
        }
        let new = UInt32(children.count)
        children.append([])
        own.append([])
        if depth == 0 { root[Int(symbol)] = new }
        children[state].append((symbol, new))
        if depth > 0 { transitionCount += 1 }
        state = Int(new)
      }
      if !own[state].contains(cue.wake) { own[state].append(cue.wake) }
    }
    var slots = 16
    while slots < transitionCount * 2 + 1 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    targets = Array(repeating: 0, count: slots)
    for (state, list) in children.enumerated() where state > 0 {
      for child in list { insert(UInt32(state), child.symbol, child.state) }
    }
    link(children, own)
  }

  private mutating func insert(_ state: UInt32, _ symbol: UInt32, _ target: UInt32) {
    let key = UInt64(state) << 32 | UInt64(symbol)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    targets[slot] = target
  }

  /// Breadth first: the longest proper suffix of each state that is a state, and the wakes along those suffixes.
  private mutating func link(_ children: [[(symbol: UInt32, state: UInt32)]], _ own: [[Wake]]) {
    fail = Array(repeating: 0, count: children.count)
    var all = own
    var queue = children[0].map { Int($0.state) }
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      for wake in all[Int(fail[state])] where !all[state].contains(wake) { all[state].append(wake) }
      for child in children[state] {
        fail[Int(child.state)] = step(fail[state], child.symbol)
        queue.append(Int(child.state))
      }
    }
    wakeStarts = [0]
    for list in all {
      wakes.append(contentsOf: list)
      wakeStarts.append(UInt32(wakes.count))
    }
  }

  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count - 1)
  }

  /// The state after a token.
  @inline(__always)
  func step(_ state: UInt32, _ symbol: UInt32) -> UInt32 {
    guard Int(symbol) < root.count else { return 0 }
    var state = state
    while state != 0 {
      if let target = transition(state, symbol) { return target }
      state = fail[Int(state)]
    }
    return root[Int(symbol)]
  }

  private func transition(_ state: UInt32, _ symbol: UInt32) -> UInt32? {
    let key = UInt64(state) << 32 | UInt64(symbol)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// What a state wakes, as indices for `wake(_:)`.
  @inline(__always)
  func wakeRange(of state: UInt32) -> Range<Int> {
    Int(wakeStarts[Int(state)])..<Int(wakeStarts[Int(state) + 1])
  }

  /// One wake by its index.
  @inline(__always)
  func wake(_ index: Int) -> Wake { wakes[index] }
}
