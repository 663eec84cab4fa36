/// A word of a pattern, cut and folded as in a text.
package struct PhraseToken: Hashable, Sendable {
  /// The folded form.
  package let folded: String
  /// The form as written.
  package let text: String

  /// A token from its two forms.
  package init(folded: String, text: String) {
    self.folded = folded
    self.text = text
  }
}

/// Why a pattern cannot be read.
package struct PatternError: Error, Hashable {
  /// What is wrong and the way out.
  package let message: String
  /// 0-based offset of the place in the pattern, in code points.
  package let offset: Int
}

/// Reads the pattern language; see `docs/rules.md`.
package struct PatternParser {
  /// The deepest nesting of groups.
  private static let maximumDepth = 12
  /// The greatest count that an element may carry.
  private static let maximumCount = 10

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private let tokenize: (String) -> [PhraseToken]
  private let inflections: Inflections

  private init(_ text: String, tokenize: @escaping (String) -> [PhraseToken], inflections: Inflections) {
    self.scalars = Array(text.unicodeScalars)
    self.tokenize = tokenize
    self.inflections = inflections
  }

  /// Reads one pattern.
  ///
  /// - Parameters:
  ///   - text: the pattern as written.
  ///   - tokenize: cuts and folds words as the text is cut and folded.
  ///   - inflections: spells out lemmas.
  /// - Throws: `PatternError` with the place.
  package static func parse(
    _ text: String, tokenize: @escaping (String) -> [PhraseToken], inflections: Inflections
  ) throws(PatternError) -> PatternNode {
    var parser = PatternParser(text, tokenize: tokenize, inflections: inflections)
    let node = try parser.alternatives(until: nil)
    if parser.index < parser.scalars.count { throw parser.error("“\(parser.scalars[parser.index])” closes nothing") }
    guard node.tokenCounts.min > 0 else {
      throw PatternError(message: "the pattern can match nothing at all", offset: 0)
    }
    return node
  }

  private func error(_ message: String, at offset: Int? = nil) -> PatternError {
    PatternError(message: message, offset: offset ?? index)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() { while current?.properties.isWhitespace == true { index += 1 } }

  /// Branches up to a closing mark; outside groups a bar is refused, so that a pattern reads as one phrase.
  private mutating func alternatives(until close: Unicode.Scalar?) throws(PatternError) -> PatternNode {
    var branches = [try sequence(until: close)]
    while current == "|" {
      if close == nil { throw error("put alternatives in parentheses: (this|that)") }
      index += 1
      branches.append(try sequence(until: close))
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence(until close: Unicode.Scalar?) throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while true {
      skipSpaces()
      guard let scalar = current else {
        if let close { throw error("“\(close)” is missing") }
        break
      }
      if scalar == "|" || scalar == ")" || scalar == "]" { break }
      nodes.append(contentsOf: try element(scalar))
    }
    if nodes.isEmpty { throw error("there is nothing to match here") }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// One element; several when a word is cut into tokens.
  private mutating func element(_ scalar: Unicode.Scalar) throws(PatternError) -> [PatternNode] {
    let start = index
    var node: PatternNode
    var isGap = false
    switch scalar {
    case "(": node = try group(close: ")")
    case "[":
      node = .repeated(try group(close: "]"), min: 0, max: 1, isLazy: false)
      return [node]
    case "^":
      index += 1
      return [.sentenceStart]
    case "$":
      index += 1
      return [.sentenceEnd]
    case "*":
      index += 1
      node = .any
      isGap = true
    case "~": node = try lemma()
    case "{": node = try tokenClass()
    case "@": node = try capture()
    case "\"": node = try exact()
    case "/": node = try expression()
    case "<": throw error("tags such as <JJS> need the tagger, which is not there yet; write the words out")
    case ">", "}": throw error("“\(scalar)” closes nothing; write “\\\(scalar)” for the character itself")
    default:
      let nodes = try words()
      guard current == "{" else {
        return nodes
      }
      guard nodes.count == 1 else { throw error("a count needs a single word before it; put the words in parentheses") }
      node = nodes[0]
    }
    if let counts = try count() {
      node = .repeated(node, min: counts.min, max: counts.max, isLazy: isGap || node.isClass)
    }
    if index == start { throw error("“\(scalar)” is not understood here") }
    return [node]
  }

  private mutating func group(close: Unicode.Scalar) throws(PatternError) -> PatternNode {
    let start = index
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { throw error("groups are nested too deeply") }
    index += 1
    let node = try alternatives(until: close)
    guard take(close) else { throw error("“\(close)” is missing for the group opened here", at: start) }
    return node
  }

  /// `{m,n}` or `{n}` right after an element.
  private mutating func count() throws(PatternError) -> (min: Int, max: Int)? {
    guard current == "{", index + 1 < scalars.count, scalars[index + 1].isDigit else { return nil }
    let start = index
    index += 1
    let least = number()
    var most = least
    if take(",") { most = number() }
    guard take("}"), let least, let most, least <= most, most >= 1 else {
      throw error("a count reads {2} or {0,3}", at: start)
    }
    if most > Self.maximumCount { throw error("a count may be \(Self.maximumCount) at most", at: start) }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = current, scalar.isDigit, digits.count < 4 {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    return Int(digits)
  }

  private mutating func tokenClass() throws(PatternError) -> PatternNode {
    let start = index
    index += 1
    let name = name()
    guard take("}") else { throw error("“}” is missing", at: start) }
    guard let tokenClass = TokenClass(rawValue: name) else {
      let names = TokenClass.allCases.map(\.rawValue)
      throw error("there is no class {\(name)}; \(didYouMean(name, among: names))", at: start)
    }
    return .tokenClass(tokenClass)
  }

  private mutating func capture() throws(PatternError) -> PatternNode {
    let start = index
    index += 1
    let name = name()
    guard !name.isEmpty, current == "(" else { throw error("a capture reads @name(…)", at: start) }
    return .capture(name, try group(close: ")"))
  }

  private mutating func name() -> String {
    var name = ""
    while let scalar = current, scalar.isNameScalar {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    return name
  }

  private mutating func lemma() throws(PatternError) -> PatternNode {
    let start = index
    index += 1
    let word = word()
    let tokens = tokenize(word)
    guard tokens.count == 1, let token = tokens.first else { throw error("“~” needs one word after it", at: start) }
    switch inflections.forms(of: token.folded) {
    case .forms(let forms): return .lemma(forms)
    case .inflected(let lemma):
      throw error("“~\(word)” is not a lemma; write “~\(lemma)”", at: start)
    }
  }

  private mutating func exact() throws(PatternError) -> PatternNode {
    let text = try quoted("\"")
    let tokens = tokenize(text)
    guard !tokens.isEmpty else { throw error("there is nothing between the marks") }
    let nodes = tokens.map { PatternNode.exact(folded: $0.folded, text: $0.text) }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func expression() throws(PatternError) -> PatternNode { .regex(try quoted("/")) }

  /// The text between two equal marks; a backslash before the mark keeps it.
  private mutating func quoted(_ mark: Unicode.Scalar) throws(PatternError) -> String {
    let start = index
    index += 1
    var text = ""
    while let scalar = current {
      index += 1
      if scalar == mark { return text }
      if scalar == "\\", current == mark {
        text.unicodeScalars.append(mark)
        index += 1
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    throw error("the closing \(mark) is missing", at: start)
  }

  private mutating func words() throws(PatternError) -> [PatternNode] {
    let start = index
    let text = word()
    let tokens = tokenize(text)
    guard !tokens.isEmpty else { throw error("“\(text)” holds no word", at: start) }
    return tokens.map { .literal($0.folded) }
  }

  /// Characters up to white space or a character that the language uses.
  private mutating func word() -> String {
    var word = ""
    while let scalar = current, !scalar.properties.isWhitespace {
      if scalar == "\\" {
        index += 1
        if let escaped = current {
          word.unicodeScalars.append(escaped)
          index += 1
        }
        continue
      }
      if scalar.isPatternMark { break }
      word.unicodeScalars.append(scalar)
      index += 1
    }
    return word
  }
}

extension PatternNode {
  /// True for classes, whose counts are gaps: as few as lead to a match.
  fileprivate var isClass: Bool {
    if case .tokenClass = self { return true }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isNameScalar: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || isDigit || self == "-"
  }
  fileprivate var isPatternMark: Bool { "()[]{}|~<>@\"/*^$".unicodeScalars.contains(self) }
}
