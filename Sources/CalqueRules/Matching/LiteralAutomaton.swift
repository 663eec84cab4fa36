/// One automaton over bytes for the literals of all block expressions.
///
/// ASCII letters are equal in both cases; other bytes stand for themselves. A deterministic table over byte classes.
struct LiteralAutomaton: Sendable {
  private var classes: [UInt8] = Array(repeating: 0, count: 256)
  private var classCount = 1
  /// The state after a byte of a class, at state × classes + class.
  private var table: [UInt16] = []
  /// Owners of the literals that end in each state.
  private var owners: [[UInt32]] = [[]]
  /// Owners of literals for which there was no room; every block wakes them.
  private(set) var unplaced: [UInt32] = []
  /// True when there is nothing to look for.
  let isEmpty: Bool

  /// Builds the automaton from literals and the numbers of their owners.
  ///
  /// - Complexity: O(*n* · *c*) in the bytes of the literals and the classes of bytes.
  init(_ literals: [(text: String, owner: UInt32)]) {
    isEmpty = literals.isEmpty
    for literal in literals {
      for byte in literal.text.utf8 where classes[Int(Self.lowercased(byte))] == 0 {
        // There are fewer than 256 classes, because capital letters share those of small ones.
        classes[Int(Self.lowercased(byte))] = UInt8(truncatingIfNeeded: classCount)
        classCount += 1
      }
    }
    for upper in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(upper)] = classes[Int(Self.lowercased(upper))] }
    // One piece of memory from the start: growing would touch, and then drop, as much again.
    table.reserveCapacity(classCount * (1 + literals.reduce(0) { $0 + $1.text.utf8.count }))
    table.append(contentsOf: repeatElement(0, count: classCount))
    for literal in literals { insert(literal.text, owner: literal.owner) }
    complete()
  }

  private mutating func insert(_ text: String, owner: UInt32) {
    guard owners.count + text.utf8.count <= Int(UInt16.max) else { return unplaced.append(owner) }
    var state = 0
    for byte in text.utf8 {
      let place = state * classCount + Int(classes[Int(byte)])
      if table[place] == 0 {
        table[place] = UInt16(owners.count)
        table.append(contentsOf: repeatElement(0, count: classCount))
        owners.append([])
      }
      state = Int(table[place])
    }
    if !owners[state].contains(owner) { owners[state].append(owner) }
  }

  /// Breadth first: fills the free places with those of the longest proper suffix.
  private mutating func complete() {
    var fail = Array(repeating: 0, count: owners.count)
    var queue = table[..<classCount].filter { $0 != 0 }.map { Int($0) }
    var index = 0
    while index < queue.count {
      let state = queue[index]
      index += 1
      for owner in owners[fail[state]] where !owners[state].contains(owner) { owners[state].append(owner) }
      let row = state * classCount
      let suffixRow = fail[state] * classCount
      for byteClass in 0..<classCount {
        let child = Int(table[row + byteClass])
        if child != 0 {
          fail[child] = Int(table[suffixRow + byteClass])
          queue.append(child)
        } else {
          table[row + byteClass] = table[suffixRow + byteClass]
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
