/// What wakes a pattern: a token, or a few in a row, that a match must hold at a known distance from its start.
package struct Cue: Hashable, Sendable {
  /// What is looked for.
  package enum Trigger: Hashable, Sendable {
    /// These folded forms in a row; at least one, at most `CueFinder.maximumWords`.
    case words([String])
    /// A token of digits.
    case number
    /// A token that starts with a digit, letters after it or not.
    case digit
    /// A quotation mark.
    case quotationMark
    /// A token with letters outside the Latin script.
    case foreignScript
  }

  /// What is looked for.
  package let trigger: Trigger
  /// The least and the greatest number of tokens between the start of the match and the start of the trigger.
  package let minimumOffset: Int
  package let maximumOffset: Int

  /// A cue from its parts.
  package init(trigger: Trigger, minimumOffset: Int, maximumOffset: Int) {
    self.trigger = trigger
    self.minimumOffset = minimumOffset
    self.maximumOffset = maximumOffset
  }

  fileprivate func shifted(min: Int, max: Int) -> Cue {
    Cue(trigger: trigger, minimumOffset: minimumOffset + min, maximumOffset: maximumOffset + max)
  }
}

/// Chooses the cheapest cues of a pattern: those that are rarest in English.
package struct CueFinder: Sendable {
  /// The longest run of words that one cue holds.
  package static let maximumWords = 3
  /// How often each of the commonest words stands in English, per token; other words are rare.
  private let frequencies: [String: Double]

  /// A finder over a table of word frequencies (per token, 0…1).
  package init(frequencies: [String: Double]) { self.frequencies = frequencies }

  /// The cues of a pattern; nil when it has none, so that nothing could wake it.
  package func cues(of node: PatternNode) -> [Cue]? { best(node)?.cues }

  private struct Choice {
    let cues: [Cue]
    /// Expected wakings per token.
    let cost: Double
  }

  private static let rareFrequency = 0.000_02

  private func frequency(_ word: String) -> Double { frequencies[word] ?? Self.rareFrequency }

  private func choice(_ trigger: Cue.Trigger, cost: Double) -> Choice {
    Choice(cues: [Cue(trigger: trigger, minimumOffset: 0, maximumOffset: 0)], cost: cost)
  }

  private func best(_ node: PatternNode) -> Choice? {
    switch node {
    case .literal(let word), .exact(let word, _): return choice(.words([word]), cost: frequency(word))
    case .lemma(let forms):
      return Choice(
        cues: forms.map { Cue(trigger: .words([$0]), minimumOffset: 0, maximumOffset: 0) },
        cost: forms.reduce(0) { $0 + frequency($1) })
    case .regex(let expression): return Self.trigger(ofExpression: expression).map { choice($0.0, cost: $0.1) }
    case .tokenClass(.number): return choice(.number, cost: 0.02)
    case .tokenClass(.quote): return choice(.quotationMark, cost: 0.02)
    case .any, .tokenClass, .sentenceStart, .sentenceEnd: return nil
    case .capture(_, let inner): return best(inner)
    case .repeated(let inner, let min, _, _): return min > 0 ? best(inner) : nil
    case .alternatives(let branches):
      var cues: [Cue] = []
      var cost = 0.0
      for branch in branches {
        guard let choice = best(branch) else { return nil }
        for cue in choice.cues where !cues.contains(cue) { cues.append(cue) }
        cost += choice.cost
      }
      return Choice(cues: cues, cost: cost)
    case .sequence(let nodes): return best(inSequence: nodes)
    }
  }

  private func best(inSequence nodes: [PatternNode]) -> Choice? {
    var best: Choice?
    var offset = (min: 0, max: 0)
    for (index, node) in nodes.enumerated() {
      for candidate in [self.best(node), run(in: nodes, at: index)] {
        if let candidate, candidate.cost < best?.cost ?? .infinity {
          best = Choice(cues: candidate.cues.map { $0.shifted(min: offset.min, max: offset.max) }, cost: candidate.cost)
        }
      }
      let counts = node.tokenCounts
      offset = (offset.min + counts.min, offset.max + counts.max)
    }
    return best
  }

  /// Words in a row from a place: rarer together than the rarest of them alone.
  private func run(in nodes: [PatternNode], at start: Int) -> Choice? {
    var words: [String] = []
    collect: for node in nodes[start...].prefix(Self.maximumWords) {
      switch node {
      case .literal(let word), .exact(let word, _): words.append(word)
      default: break collect
      }
    }
    guard words.count > 1 else { return nil }
    let rarest = words.map(frequency).min() ?? 1
    return choice(.words(words), cost: rarest * 0.2)
  }

  /// What wakes a token expression: a script that it names, or a digit that it starts with.
  private static func trigger(ofExpression expression: String) -> (Cue.Trigger, Double)? {
    if namesForeignScript(expression) { return (.foreignScript, 0.0001) }
    var rest = Substring(expression)
    for prefix in ["(?i)", "(?:", "("] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    let digits = ["\\d", "[0-", "[1-", "[2-", "[012]", "[12]", "[01]"]
    if rest.first?.isWholeNumber == true || digits.contains(where: rest.hasPrefix) { return (.digit, 0.02) }
    return nil
  }

  /// True when a `\p{…}` of the expression names a script other than Latin.
  ///
  /// Scripts have names of three letters or more (Unicode, PropertyValueAliases.txt); general categories such as `Lu` and
  /// the binary properties that start in lower case are none.
  private static func namesForeignScript(_ expression: String) -> Bool {
    let others = ["Latin", "Common", "Inherited", "Any", "ASCII", "Letter", "Number"]
    var rest = Substring(expression)
    while let start = rest.index(of: "\\p{") {
      rest = rest[start...].dropFirst(3)
      var name = rest.prefix { $0 != "}" }
      for prefix in ["script=", "Script=", "sc=", "scx="] where name.hasPrefix(prefix) {
        name = name.dropFirst(prefix.count)
      }
      if name.count >= 3, name.first?.isUppercase == true, !name.contains("="), !others.contains(String(name)) {
        return true
      }
    }
    return false
  }
}

extension Substring {
  /// The place of a text; nil when it is not there.
  fileprivate func index(of text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
