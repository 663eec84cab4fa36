import CalqueText

extension MarkdownMasker {
  private static let maximumModuleLines = 500

  /// The pairs of braces in a text; braces without a partner are left out.
  static func bracePairs(in view: ByteView, from start: Int) -> [(open: Int, close: Int)] {
    var stack: [Int] = []
    var pairs: [(open: Int, close: Int)] = []
    var index = start
    while index < view.count {
      switch view.base[index] {
      case .backslash: index += 1
      case .leftBrace: stack.append(index)
      case .rightBrace: if let open = stack.popLast() { pairs.append((open, index)) }
      default: break
      }
      index += 1
    }
    return pairs.sorted { $0.open < $1.open }
  }

  /// The offset of the brace that closes the one at an offset.
  ///
  /// - Precondition: `offset` is not smaller than in the call before.
  private mutating func closingBrace(of offset: Int) -> Int? {
    while nextBrace < braces.count, braces[nextBrace].open < offset { nextBrace += 1 }
    guard nextBrace < braces.count, braces[nextBrace].open == offset else { return nil }
    return braces[nextBrace].close
  }

  /// Lines of `import` and `export`, up to a blank line outside of brackets.
  mutating func module() {
    let line = view.lineEnd(from: index)
    let isImport = view.has("import", at: index)
    guard isImport || view.has("export", at: index), view[index + 6].isBlank || view[index + 6] == .leftBrace else {
      return
    }
    let signs: [StaticString] =
      isImport ? [" from ", "'", "\""] : ["default", "const", "let ", "var ", "function", "{", "*"]
    guard signs.contains(where: { view.find($0, from: index, to: line) != nil }) else { return }
    var depth = 0
    var lines = 0
    var end = index
    while end < view.count {
      let lineEnd = view.lineEnd(from: end)
      if view.isBlankToLineEnd(from: end), depth <= 0 || lines > MarkdownMasker.maximumModuleLines { break }
      for offset in end..<lineEnd {
        switch view[offset] {
        case .leftBrace, .leftParenthesis, .leftBracket: depth += 1
        case .rightBrace, .rightParenthesis, .rightBracket: depth -= 1
        default: break
        }
      }
      lines += 1
      end = view.afterLineEnd(lineEnd)
    }
    fill(index, end, with: .space)
    index = end
    isAtLineStart = true
  }

  /// `{expression}` or `{/* comment */}`.
  mutating func expression() {
    let lower = index
    guard let close = closingBrace(of: index) else {
      index += 1
      return
    }
    let upper = close + 1
    let inner = skipSpace(from: lower + 1, to: close)
    if view.has("/*", at: inner), let end = view.find("*/", from: inner + 2, to: close) {
      let outcome = DirectiveParser.parse(
        ByteRange(lower, upper), content: ByteRange(inner + 2, end), in: view)
      outcomes.append(outcome)
      return putOrBlank(.cut, lower, upper)
    }
    let isSpace =
      close - inner >= 3 && (view[inner] == .quote || view[inner] == .apostrophe) && view[inner + 1] == .space
    putOrBlank(isSpace ? .space : .placeholder, lower, upper)
  }

  private func skipSpace(from lower: Int, to upper: Int) -> Int {
    var index = lower
    while index < upper, view[index].isSpace { index += 1 }
    return index
  }

  /// `<Component prop={x}>`, `</Component>`, `<>`.
  mutating func tag() {
    let lower = index
    index += 1
    guard lower >= noTagBefore, let upper = tagEnd(lower) else { return }
    if isAlone(lower, upper) { return putOrBlank(.cut, lower, upper) }
    guard let tag = HTMLTag(in: view, at: lower, to: upper) else { return put(.cut, lower, upper) }
    // A component without content stands for something that readers see.
    if tag.isSelfClosing, view[lower + 1].isCapitalLetter { return put(.placeholder, lower, upper) }
    switch tag.element {
    case .block, .rule: put(.boundary, lower, upper)
    case .lineBreak: put(.space, lower, upper)
    case .image: put(.placeholder, lower, upper)
    case .inline, .code, .skipped: put(.cut, lower, upper)
    }
  }

  /// The offset after the `>` of the tag at an offset; nil when it is none.
  private mutating func tagEnd(_ lower: Int) -> Int? {
    var end = lower + 1
    if view[end] == .slash { end += 1 }
    guard view[end].isLetter || view[end] == .greater else { return nil }
    while view[end].isAlphanumeric || view[end] == .hyphen || view[end] == .fullStop || view[end] == .underscore {
      end += 1
    }
    guard view[end].isSpace || view[end] == .greater || view[end] == .slash else { return nil }
    let limit = blankLine.next(from: lower, in: view)
    var quote: UInt8 = 0
    while end < limit {
      let byte = view[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == .quote || byte == .apostrophe {
        quote = byte
      } else if byte == .leftBrace {
        // The pairs are only asked for in order; the pairs inside the tag are passed over here.
        guard let close = closingBrace(of: end), close < limit else { break }
        end = close
      } else if byte == .greater {
        return end + 1
      }
      end += 1
    }
    noTagBefore = end
    return nil
  }
}
