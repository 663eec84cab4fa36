/// The folded forms that a rule set names, numbered from 1.
///
/// Frozen and shared by all workers; an `Interner` adds the other forms of one document on top.
package struct Vocabulary: Sendable {
  /// Hash and number of each form, open addressing, a power of two slots; number 0 is a free slot.
  fileprivate var slots: [UInt64]
  /// The bytes of all forms one after another.
  fileprivate var arena: [UInt8] = []
  /// For each number the end of its form in `arena`; the first entry is 0.
  fileprivate var ends: [UInt32] = [0]

  /// A vocabulary with no forms.
  package init() {
    slots = Array(repeating: 0, count: 1024)
  }

  /// Number of forms.
  package var count: Int { ends.count - 1 }

  /// The number of a folded form, which is added when it is new.
  package mutating func intern(_ folded: some Sequence<UInt8>) -> Symbol {
    let form = Array(folded)
    return form.withUnsafeBufferPointer { bytes in
      intern(UnsafeRawBufferPointer(bytes), hash: FormHash.hash(UnsafeRawBufferPointer(bytes)))
    }
  }

  /// The number of a folded form; `Symbol.none` when no rule names it.
  package func symbol(of folded: String) -> Symbol {
    var folded = folded
    return folded.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      return find(raw, hash: FormHash.hash(raw)).symbol
    }
  }

  /// The text of a form.
  package func text(of symbol: Symbol) -> String {
    String(decoding: arena[form(symbol)], as: UTF8.self)
  }

  private func form(_ symbol: Symbol) -> Range<Int> {
    Int(ends[Int(symbol.value) - 1])..<Int(ends[Int(symbol.value)])
  }

  /// The slot of a form, or the free slot where it would go.
  fileprivate func find(_ bytes: UnsafeRawBufferPointer, hash: UInt32) -> (slot: Int, symbol: Symbol) {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return (slot, .none) }
        if UInt32(truncatingIfNeeded: entry >> 32) == hash {
          let symbol = Symbol(UInt32(truncatingIfNeeded: entry))
          if isForm(symbol, bytes) { return (slot, symbol) }
        }
        slot = (slot + 1) & mask
      }
    }
  }

  private func isForm(_ symbol: Symbol, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let lower = Int(ends[Int(symbol.value) - 1])
    guard Int(ends[Int(symbol.value)]) - lower == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<bytes.count where arena[lower + index] != bytes[index] { return false }
      return true
    }
  }

  fileprivate mutating func intern(_ bytes: UnsafeRawBufferPointer, hash: UInt32) -> Symbol {
    let found = find(bytes, hash: hash)
    if found.symbol != .none { return found.symbol }
    let symbol = Symbol(UInt32(ends.count))
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    slots[found.slot] = UInt64(hash) << 32 | UInt64(symbol.value)
    if count * 2 > slots.count { grow() }
    return symbol
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(UInt32(truncatingIfNeeded: entry >> 32)) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}

/// Numbers the folded forms of one document on top of a vocabulary.
///
/// One per worker.
package struct Interner: ~Copyable {
  /// The forms that rules name.
  package let base: Vocabulary
  private var forms: Vocabulary

  /// An interner over a rule set's forms.
  package init(_ base: Vocabulary) {
    self.base = base
    self.forms = base
  }

  /// Forgets the forms of the last document.
  ///
  /// - Complexity: O(*v*) in the size of the vocabulary's table, by copy on the next new form.
  package mutating func reset() { if forms.count > base.count { forms = base } }

  /// Number of forms known now: those of the rules and those of the document.
  package var count: Int { forms.count }

  /// The number of a folded form.
  package mutating func symbol(of folded: UnsafeRawBufferPointer) -> Symbol {
    forms.intern(folded, hash: FormHash.hash(folded))
  }
}

/// The hash of a folded form.
private enum FormHash {
  /// Multiplies in 8 bytes at a time.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var state: UInt64 = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= bytes.count {
      state = (state ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      index += 8
    }
    var tail: UInt64 = 0
    while index < bytes.count {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    state = (state ^ tail) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: state >> 32)
  }
}
