/// What `?`, `*` and a character class of a glob count.
package enum GlobUnit: Hashable, Sendable {
  /// Bytes, as Git does.
  case byte
  /// Code points, as people do; a byte that is no part of valid UTF-8 counts as one.
  case codePoint
}

/// A compiled glob over a path, with the meaning of Git's `wildmatch` for path names.
///
/// `*` and `?` never take a slash, neither does a character class; `**` takes any number of folders where it stands for
/// whole components and is a plain `*` elsewhere; `\` takes the next character literally. Classes know ranges, `!` and
/// `^` for “not”, and POSIX names such as `[:alpha:]` (ASCII only). A glob with an unclosed class or a lone `\` at the
/// end matches nothing.
package struct Glob: Sendable {
  private let tokens: [GlobToken]
  private let unit: GlobUnit

  /// Compiles a glob; `pattern` is UTF-8 where the unit is code points.
  ///
  /// - Returns: nil for a malformed glob.
  package init?(_ pattern: some Collection<UInt8>, unit: GlobUnit) {
    var compiler = GlobCompiler(Array(GlobUnits(Array(pattern)[...], unit)))
    guard let tokens = compiler.tokens() else { return nil }
    self.tokens = tokens
    self.unit = unit
  }

  /// True when the glob takes the whole text.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of text and glob, whatever they hold.
  package func matches(_ text: ArraySlice<UInt8>) -> Bool {
    // All states of the automaton at once: no backtracking, so no glob can be slow.
    var current = GlobStates(count: tokens.count + 1)
    var next = current
    enter(0, &current)
    for value in GlobUnits(text, unit) {
      next.removeAll()
      for state in current.active where state < tokens.count { step(state, value, &next) }
      if next.active.isEmpty { return false }
      swap(&current, &next)
    }
    return current.contains(tokens.count)
  }

  /// Makes a state active together with those that are reached without taking anything.
  private func enter(_ state: Int, _ states: inout GlobStates) {
    guard states.insert(state), state < tokens.count else { return }
    switch tokens[state] {
    case .anyInComponent, .anything:
      enter(state + 1, &states)
    case .folders:
      enter(state + 1, &states)
      enter(state + 2, &states)
    case .literal, .one, .oneOf, .throughSlash:
      break
    }
  }

  private func step(_ state: Int, _ value: UInt32, _ next: inout GlobStates) {
    let isSlash = value == GlobToken.slash
    switch tokens[state] {
    case .literal(let wanted):
      if value == wanted { enter(state + 1, &next) }
    case .one:
      if !isSlash { enter(state + 1, &next) }
    case .oneOf(let set):
      if !isSlash, set.contains(value) { enter(state + 1, &next) }
    case .anyInComponent:
      if !isSlash { enter(state, &next) }
    case .anything:
      enter(state, &next)
    case .throughSlash:
      enter(state, &next)
      if isSlash { enter(state + 1, &next) }
    case .folders:
      break
    }
  }
}

/// One step of a compiled glob.
enum GlobToken: Sendable {
  /// Exactly this unit.
  case literal(UInt32)
  /// `?`.
  case one
  /// `[…]`.
  case oneOf(GlobSet)
  /// `*`.
  case anyInComponent
  /// `**` at the end.
  case anything
  /// `**/`: nothing, or what the `throughSlash` after it takes.
  case folders
  /// Anything that ends with a slash.
  case throughSlash

  static let slash: UInt32 = 0x2F
}

/// The active states of a glob automaton: a list without duplicates.
private struct GlobStates {
  private(set) var active: [Int] = []
  private var isActive: [Bool]

  init(count: Int) { isActive = [Bool](repeating: false, count: count) }

  func contains(_ state: Int) -> Bool { isActive[state] }

  /// False when the state was active already.
  mutating func insert(_ state: Int) -> Bool {
    if isActive[state] { return false }
    isActive[state] = true
    active.append(state)
    return true
  }

  mutating func removeAll() {
    for state in active { isActive[state] = false }
    active.removeAll(keepingCapacity: true)
  }
}

/// The units of a text one after the other.
struct GlobUnits: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private let unit: GlobUnit

  init(_ text: ArraySlice<UInt8>, _ unit: GlobUnit) {
    rest = text
    self.unit = unit
  }

  mutating func next() -> UInt32? {
    guard let first = rest.first else { return nil }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if unit == .codePoint, length > 1, rest.count >= length {
      let text = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars
      if let scalar = text.first, text.count == 1, scalar != "\u{FFFD}" {
        rest = rest.dropFirst(length)
        return scalar.value
      }
    }
    rest = rest.dropFirst()
    // A byte of its own in code point mode must equal no code point.
    return UInt32(first) + (unit == .codePoint && first >= 0x80 ? 0x11_0000 : 0)
  }
}
