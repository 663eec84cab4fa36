/// One automaton over bytes for the literals of all block expressions.
///
/// ASCII letters are equal in both cases; other bytes stand for themselves. A deterministic table over byte classes.
struct LiteralAutomaton: Sendable {
  private var classes: [UInt8] = Array(repeating: 0, count: 256)
  private var classCount = 1
  private var table: [UInt16] = []
  /// Owners of the literals that end in each state.
  private var owners: [[UInt32]] = []
  /// True when there is nothing to look for.
  let isEmpty: Bool

  /// Builds the automaton from literals and the numbers of their owners.
  init(_ literals: [(text: String, owner: UInt32)]) {
    isEmpty = literals.isEmpty
    let folded = literals.map { (bytes: $0.text.utf8.map(Self.lowercased), owner: $0.owner) }
    for literal in folded {
      for byte in literal.bytes where classes[Int(byte)] == 0 {
        classes[Int(byte)] = UInt8(truncatingIfNeeded: min(classCount, 255))
        classCount = min(classCount + 1, 256)
      }
    }
    for upper in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(upper)] = classes[Int(Self.lowercased(upper))] }
    var next: [[UInt16]] = [Array(repeating: 0, count: classCount)]
    owners = [[]]
    for literal in folded {
      var state = 0
      for byte in literal.bytes {
        let byteClass = Int(classes[Int(byte)])
        if next[state][byteClass] == 0 {
          next[state][byteClass] = UInt16(next.count)
          next.append(Array(repeating: 0, count: classCount))
          owners.append([])
        }
        state = Int(next[state][byteClass])
      }
      if !owners[state].contains(literal.owner) { owners[state].append(literal.owner) }
    }
    complete(&next)
    table = next.flatMap { $0 }
  }

  private mutating func complete(_ next: inout [[UInt16]]) {
    var fail = Array(repeating: 0, count: next.count)
    var queue = next[0].filter { $0 != 0 }.map(Int.init)
    var index = 0
    while index < queue.count {
      let state = queue[index]
      index += 1
      for owner in owners[fail[state]] where !owners[state].contains(owner) { owners[state].append(owner) }
      for byteClass in 0..<classCount {
        let child = Int(next[state][byteClass])
        if child != 0 {
          fail[child] = Int(next[fail[state]][byteClass])
          queue.append(child)
        } else {
          next[state][byteClass] = next[fail[state]][byteClass]
        }
      }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Calls `body` with the offset after each literal found and its owner.
  ///
  /// - Complexity: O(*n*) in bytes.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, UInt32) -> Void) {
    if isEmpty { return }
    classes.withUnsafeBufferPointer { classes in
      table.withUnsafeBufferPointer { table in
        var state = 0
        for index in 0..<bytes.count {
          state = Int(table[state * classCount + Int(classes[Int(bytes[index])])])
          if state != 0, !owners[state].isEmpty {
            for owner in owners[state] { body(index + 1, owner) }
          }
        }
      }
    }
  }
}
