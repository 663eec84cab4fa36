/// Finds the literals of which every match of a regular expression must hold one.
///
/// Reads only as much of ICU's syntax as it needs and gives up, with nil, where it is not sure.
package struct RegexLiterals {
  /// More literals than this are no help.
  private static let maximumCount = 64

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  private init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

  /// The literals, the most telling set that could be found; nil when there is none.
  package static func required(in expression: String) -> [String]? {
    var reader = RegexLiterals(expression)
    guard let found = reader.alternatives(), reader.index == reader.scalars.count else { return nil }
    guard let set = found.best, set.count <= maximumCount, set.allSatisfy(isTelling) else { return nil }
    return set
  }

  /// True for literals that are rare enough to wake an expression.
  private static func isTelling(_ literal: String) -> Bool {
    let bytes = Array(literal.utf8)
    if bytes.count >= 2 { return true }
    guard let byte = bytes.first else { return false }
    let isWordOrSpace = byte == 0x20 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    return !isWordOrSpace && !".,-'\"".utf8.contains(byte)
  }

  /// What is known of a part of the expression.
  private struct Part {
    /// Sets of literals; of each set every match holds one.
    var sets: [[String]] = []
    /// The part's whole text in all its forms, when these are few.
    var exact: [String]?

    var best: [String]? {
      let all = sets + (exact.map { [$0] } ?? [])
      return all.filter { $0.allSatisfy { !$0.isEmpty } }.max { RegexLiterals.weight($0) < RegexLiterals.weight($1) }
    }
  }

  /// How telling a set is: that of its least telling literal, a little less for each literal more.
  package static func weight(_ set: [String]) -> Double {
    (set.map { $0.unicodeScalars.reduce(0) { $0 + weight($1) } }.min() ?? 0) - Double(set.count) * 0.02
  }

  /// How rare a character is in English prose, roughly, in letters.
  private static func weight(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ": 0.3
    case ".", ",", "'", "\"", "-", "\u{2019}": 0.5
    case "0"..."9": 0.8
    case "\u{2013}", "\u{2014}", "\u{201C}", "\u{201D}": 1
    case "a"..."z", "A"..."Z": 1
    default: 3
    }
  }

  private mutating func alternatives() -> Part? {
    depth += 1
    defer { depth -= 1 }
    if depth > 20 { return nil }
    var branches: [Part] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    if branches.count == 1 { return branches[0] }
    var result = Part()
    let exact = branches.compactMap(\.exact)
    if exact.count == branches.count { result.exact = limited(exact.flatMap { $0 }) }
    let best = branches.compactMap(\.best)
    if best.count == branches.count { result.sets = [best.flatMap { $0 }] }
    return result
  }

  private func limited(_ texts: [String]) -> [String]? { texts.count <= Self.maximumCount ? texts : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  private mutating func sequence() -> Part? {
    var result = Part(sets: [], exact: [""])
    var run: [String] = [""]
    func endRun() { if run != [""] { result.sets.append(run) } }
    while index < scalars.count, scalars[index] != "|", scalars[index] != ")" {
      guard var atom = atom() else { return nil }
      let times = quantifier()
      if times.min == 0 { atom = Part() }
      if let texts = atom.exact, times.min == 1, times.max == 1,
        let joined = limited(run.flatMap { head in texts.map { head + $0 } })
      {
        run = joined
      } else {
        if let texts = atom.exact, times.min >= 1, let joined = limited(run.flatMap { head in texts.map { head + $0 } })
        {
          run = joined
        }
        endRun()
        run = [""]
        result.exact = nil
        result.sets.append(contentsOf: atom.sets)
      }
    }
    endRun()
    if result.exact != nil { result.exact = run }
    return result
  }

  /// One character, class, group or assertion.
  private mutating func atom() -> Part? {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "(": return group()
    case "[": return characterClass()
    case "\\": return escape()
    case ".": return Part()
    case "^", "$": return Part(sets: [], exact: [""])
    case "*", "+", "?", "{": return nil
    default: return Part(sets: [], exact: [String(Character(scalar))])
    }
  }

  private mutating func group() -> Part? {
    var isAssertion = false
    if take("?") {
      if take(":") || take(">") {
      } else if take("=") || take("!") {
        isAssertion = true
      } else if take("<") {
        guard take("=") || take("!") else { return nil }
        isAssertion = true
      } else {
        while index < scalars.count, "imsxwu-".unicodeScalars.contains(scalars[index]) { index += 1 }
        if take(")") { return Part(sets: [], exact: [""]) }
        guard take(":") else { return nil }
      }
    }
    guard let inner = alternatives(), take(")") else { return nil }
    return isAssertion ? Part(sets: [], exact: [""]) : inner
  }

  /// A class of a few single characters is as good as alternatives; any other is unknown.
  private mutating func characterClass() -> Part? {
    var texts: [String] = []
    var isPlain = !take("^")
    var nesting = 1
    var isFirst = true
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "]" where !isFirst:
        nesting -= 1
        if nesting == 0 { return isPlain && texts.count <= 16 ? Part(sets: [], exact: texts) : Part() }
      case "[":
        nesting += 1
        isPlain = false
      case "\\":
        if let part = escape(), let exact = part.exact, exact.count == 1, exact != [""] {
          texts.append(contentsOf: exact)
        } else {
          isPlain = false
        }
      case "-": isPlain = isPlain && (index < scalars.count && scalars[index] == "]")
      case "&": isPlain = false
      default: texts.append(String(Character(scalar)))
      }
      isFirst = false
    }
    return nil
  }

  private mutating func escape() -> Part? {
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "b", "B", "A", "z", "Z", "G": return Part(sets: [], exact: [""])
    case "p", "P":
      guard take("{") else { return nil }
      while index < scalars.count, !take("}") { index += 1 }
      return Part()
    case "u": return hexadecimal(digits: 4)
    case "x": return take("{") ? hexadecimalInBraces() : hexadecimal(digits: 2)
    case "t": return Part(sets: [], exact: ["\t"])
    case "n": return Part(sets: [], exact: ["\n"])
    case "r": return Part(sets: [], exact: ["\r"])
    default:
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { return Part() }
      return Part(sets: [], exact: [String(Character(scalar))])
    }
  }

  private mutating func hexadecimal(digits: Int) -> Part? {
    guard index + digits <= scalars.count else { return nil }
    let text = String(String.UnicodeScalarView(scalars[index..<index + digits]))
    index += digits
    guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
    return Part(sets: [], exact: [String(Character(scalar))])
  }

  private mutating func hexadecimalInBraces() -> Part? {
    var text = ""
    while index < scalars.count, scalars[index] != "}" {
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    guard take("}"), let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
    return Part(sets: [], exact: [String(Character(scalar))])
  }

  /// How often the atom before stands; a lazy or possessive mark after it changes nothing here.
  private mutating func quantifier() -> (min: Int, max: Int) {
    var times = (min: 1, max: 1)
    if take("*") {
      times = (0, .max)
    } else if take("+") {
      times = (1, .max)
    } else if take("?") {
      times = (0, 1)
    } else if index < scalars.count, scalars[index] == "{" {
      index += 1
      let least = decimal()
      var most = least
      if take(",") { most = decimal() ?? .max }
      guard take("}") else { return (0, .max) }
      times = (least ?? 0, most ?? .max)
    } else {
      return times
    }
    if !take("?") { _ = take("+") }
    return times
  }

  private mutating func decimal() -> Int? {
    var text = ""
    while index < scalars.count, ("0"..."9").contains(scalars[index]), text.count < 6 {
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    return Int(text)
  }
}
