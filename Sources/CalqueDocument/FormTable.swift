/// Folded forms numbered from 1: an open-addressing hash table over one arena of bytes.
struct FormTable: Sendable {
  private struct Slot: BitwiseCopyable {
    var key: UInt64
    /// 0: the slot is free.
    var symbol: UInt32
    var count: UInt32
  }

  /// A power of two slots, at most half of them taken.
  private var slots = [Slot](repeating: Slot(key: 0, symbol: 0, count: 0), count: 1024)
  /// The bytes of all forms one after another.
  private var arena: [UInt8] = []
  /// For each number the end of its form in `arena`; the first entry is 0.
  private var ends: [Int] = [0]
  /// For each number its slot; the first entry means nothing.
  private var places: [Int] = [0]

  /// A table with no forms.
  init() {}

  /// A table with no forms and room for some.
  init(minimumCapacity count: Int) {
    var slotCount = 1024
    while slotCount < count * 2 { slotCount *= 2 }
    slots = Array(repeating: Slot(key: 0, symbol: 0, count: 0), count: slotCount)
  }

  /// Number of forms.
  var count: Int { ends.count - 1 }

  /// The bytes of a form; none for a symbol that is not in the table.
  func bytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    guard symbol != .none, Int(symbol.value) <= count else { return [] }
    return arena[ends[Int(symbol.value) - 1]..<ends[Int(symbol.value)]]
  }

  /// The number of a form that is folded already; `Symbol.none` when it is not in the table.
  func find(folded bytes: UnsafeRawBufferPointer) -> Symbol {
    find(FormKey(folded: bytes), bytes, isFolded: true).symbol
  }

  /// The number of a form that is folded already, which is added when it is new.
  @inline(__always)
  mutating func intern(folded bytes: UnsafeRawBufferPointer) -> Symbol {
    intern(FormKey(folded: bytes), bytes, isFolded: true)
  }

  /// The number of an ASCII word inside a text with its letters made small, which is added when it is new.
  @inline(__always)
  mutating func intern(ascii range: Range<Int>, of text: UnsafeRawBufferPointer) -> Symbol {
    intern(FormKey(ascii: range, of: text), UnsafeRawBufferPointer(rebasing: text[range]), isFolded: false)
  }

  @inline(__always)
  private mutating func intern(_ key: FormKey, _ bytes: UnsafeRawBufferPointer, isFolded: Bool) -> Symbol {
    let found = find(key, bytes, isFolded: isFolded)
    return found.symbol != .none ? found.symbol : add(key, bytes, isFolded: isFolded, slot: found.slot)
  }

  /// The slot of a form and its number, or the free slot where it would go.
  @inline(__always)
  private func find(_ key: FormKey, _ bytes: UnsafeRawBufferPointer, isFolded: Bool) -> (slot: Int, symbol: Symbol) {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var index = key.hash & mask
      while true {
        let slot = slots[index]
        if slot.symbol == 0 { return (index, .none) }
        if slot.key == key.key, slot.count == key.count {
          let symbol = Symbol(slot.symbol)
          if key.isExact || isForm(symbol, bytes, isFolded: isFolded) { return (index, symbol) }
        }
        index = (index + 1) & mask
      }
    }
  }

  /// True when a form of the same length, more than 8 bytes, has these bytes.
  private func isForm(_ symbol: Symbol, _ bytes: UnsafeRawBufferPointer, isFolded: Bool) -> Bool {
    let start = ends[Int(symbol.value) - 1]
    return arena.withUnsafeBytes { arena in
      let form = UnsafeRawBufferPointer(rebasing: arena[start..<start + bytes.count])
      var index = 0
      while index < bytes.count {
        let at = min(index, bytes.count - 8)
        let part = FormKey.load(bytes, at)
        if FormKey.load(form, at) != (isFolded ? part : FormKey.lowercased(part)) { return false }
        index += 8
      }
      return true
    }
  }

  @inline(never)
  private mutating func add(_ key: FormKey, _ bytes: UnsafeRawBufferPointer, isFolded: Bool, slot: Int) -> Symbol {
    let symbol = Symbol(UInt32(ends.count))
    let start = arena.count
    arena.append(contentsOf: bytes)
    if !isFolded { Self.lowercase(&arena, from: start) }
    ends.append(arena.count)
    places.append(slot)
    slots[slot] = Slot(key: key.key, symbol: symbol.value, count: key.count)
    if count * 2 > slots.count { grow() }
    return symbol
  }

  private static func lowercase(_ bytes: inout [UInt8], from start: Int) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in start..<bytes.count where bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
    }
  }

  /// Doubles the slots and puts the forms into them in the order of their numbers, as if each were new.
  private mutating func grow() {
    var larger = [Slot](repeating: Slot(key: 0, symbol: 0, count: 0), count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots.filter({ $0.symbol != 0 }).sorted(by: { $0.symbol < $1.symbol }) {
      var index = FormKey(key: slot.key, count: slot.count).hash & mask
      while larger[index].symbol != 0 { index = (index + 1) & mask }
      larger[index] = slot
      places[Int(slot.symbol)] = index
    }
    slots = larger
  }

  /// Forgets all forms above a number.
  ///
  /// The slots that later forms took can simply be freed: no earlier form was moved on by them, since slots are taken in
  /// the order of numbers.
  ///
  /// - Complexity: O(*n*) in the forms that are forgotten.
  mutating func removeForms(above number: Int) {
    guard count > number else { return }
    for place in places[(number + 1)...] { slots[place].symbol = 0 }
    arena.removeSubrange(ends[number]...)
    ends.removeSubrange((number + 1)...)
    places.removeSubrange((number + 1)...)
  }
}

extension FormKey {
  /// A key as a slot keeps it.
  init(key: UInt64, count: UInt32) {
    self.key = key
    self.count = count
  }
}
