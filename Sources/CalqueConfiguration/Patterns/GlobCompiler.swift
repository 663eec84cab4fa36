/// Turns the units of a glob into tokens.
struct GlobCompiler {
  private let pattern: [UInt32]
  private var index = 0

  init(_ pattern: [UInt32]) { self.pattern = pattern }

  /// The tokens; nil for an unclosed class or a lone `\` at the end.
  mutating func tokens() -> [GlobToken]? {
    var tokens: [GlobToken] = []
    while let unit = unit(at: index) {
      switch unit {
      case "*":
        stars(&tokens)
        continue
      case "?":
        tokens.append(.one)
      case "[":
        guard let set = set() else { return nil }
        tokens.append(.oneOf(set))
      case "\\":
        index += 1
        guard index < pattern.count else { return nil }
        tokens.append(.literal(pattern[index]))
      default:
        tokens.append(.literal(pattern[index]))
      }
      index += 1
    }
    return tokens
  }

  private mutating func stars(_ tokens: inout [GlobToken]) {
    let start = index
    while unit(at: index) == "*" { index += 1 }
    let isAlone = start == 0 || unit(at: start - 1) == "/"
    let next = unit(at: index)
    if index - start >= 2, isAlone {
      if next == "/" {
        tokens += [.folders, .throughSlash]
        index += 1
        return
      }
      if next == nil || (next == "\\" && unit(at: index + 1) == "/") {
        tokens.append(.anything)
        return
      }
    }
    tokens.append(.anyInComponent)
  }

  /// Reads a class; leaves the index at its `]`.
  private mutating func set() -> GlobSet? {
    var set = GlobSet()
    index += 1
    if unit(at: index) == "!" || unit(at: index) == "^" {
      set.isNegated = true
      index += 1
    }
    // The start of a possible range: the unit before, unless that was itself a range or a named class.
    var previous: UInt32?
    repeat {
      guard index < pattern.count else { return nil }
      let value = pattern[index]
      switch unit(at: index) {
      case "\\":
        index += 1
        guard index < pattern.count else { return nil }
        set.insert(pattern[index]...pattern[index])
        previous = pattern[index]
      case "-" where previous != nil && index + 1 < pattern.count && unit(at: index + 1) != "]":
        index += unit(at: index + 1) == "\\" ? 2 : 1
        guard index < pattern.count, let lower = previous else { return nil }
        if lower <= pattern[index] { set.insert(lower...pattern[index]) }
        previous = nil
      case "[" where unit(at: index + 1) == ":":
        guard let end = pattern[(index + 2)...].firstIndex(of: 0x5D) else { return nil }
        if end > index + 2, unit(at: end - 1) == ":" {
          guard let name = GlobClass(pattern[(index + 2)..<(end - 1)]) else { return nil }
          set.insert(name)
          previous = nil
          index = end
        } else {
          set.insert(value...value)
          previous = value
        }
      default:
        set.insert(value...value)
        previous = value
      }
      index += 1
    } while unit(at: index) != "]"
    return set
  }

  private func unit(at index: Int) -> Unicode.Scalar? {
    index < pattern.count ? Unicode.Scalar(pattern[index]) ?? "\u{FFFD}" : nil
  }
}

/// The content of a character class.
struct GlobSet: Sendable {
  /// True for `[!…]` and `[^…]`.
  var isNegated = false
  private var ranges: [ClosedRange<UInt32>] = []
  private var classes: [GlobClass] = []

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
  mutating func insert(_ name: GlobClass) { classes.append(name) }

  func contains(_ value: UInt32) -> Bool {
    let isIn = ranges.contains { $0.contains(value) } || classes.contains { $0.contains(value) }
    return isIn != isNegated
  }
}

/// A POSIX class as Git understands it: ASCII only.
enum GlobClass: String, Sendable {
  case alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit

  init?(_ name: ArraySlice<UInt32>) {
    self.init(rawValue: String(String.UnicodeScalarView(name.compactMap(Unicode.Scalar.init))))
  }

  func contains(_ value: UInt32) -> Bool {
    guard value < 0x80, let scalar = Unicode.Scalar(value) else { return false }
    switch self {
    case .lower: return ("a"..."z").contains(scalar)
    case .upper: return ("A"..."Z").contains(scalar)
    case .digit: return ("0"..."9").contains(scalar)
    case .alpha: return Self.lower.contains(value) || Self.upper.contains(value)
    case .alnum: return Self.alpha.contains(value) || Self.digit.contains(value)
    case .xdigit: return Self.digit.contains(value) || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
    case .blank: return scalar == " " || scalar == "\t"
    case .space: return scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    case .cntrl: return value < 0x20 || value == 0x7F
    case .print: return value >= 0x20 && value < 0x7F
    case .graph: return value > 0x20 && value < 0x7F
    case .punct: return Self.graph.contains(value) && !Self.alnum.contains(value)
    }
  }
}
