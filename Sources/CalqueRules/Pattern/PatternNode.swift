/// A class of tokens that patterns name in braces.
package enum TokenClass: String, CaseIterable, Sendable {
  case number, name, word, quote, punct
}

/// A pattern as a tree: what the text of a pattern says, with the words cut and folded and the lemmas spelled out.
package indirect enum PatternNode: Hashable, Sendable {
  /// A token with this folded form.
  case literal(String)
  /// A token with this folded form, written exactly so.
  case exact(folded: String, text: String)
  /// A token with one of these folded forms.
  case lemma([String])
  /// A token that this ICU regular expression matches whole, case as written.
  case regex(String)
  /// Any token.
  case any
  /// A token of a class.
  case tokenClass(TokenClass)
  /// The start of the sentence.
  case sentenceStart
  /// The end of the sentence.
  case sentenceEnd
  /// All of these in a row.
  case sequence([PatternNode])
  /// One of these, tried in order.
  case alternatives([PatternNode])
  /// So many of these; lazily (as few as lead to a match) for gaps, else as many.
  case repeated(PatternNode, min: Int, max: Int, isLazy: Bool)
  /// The tokens inside are kept under a name.
  case capture(String, PatternNode)

  /// The least and the greatest number of tokens it can match.
  package var tokenCounts: (min: Int, max: Int) {
    switch self {
    case .literal, .exact, .lemma, .regex, .any, .tokenClass: return (1, 1)
    case .sentenceStart, .sentenceEnd: return (0, 0)
    case .sequence(let nodes):
      return nodes.reduce((0, 0)) { ($0.0 + $1.tokenCounts.min, $0.1 + $1.tokenCounts.max) }
    case .alternatives(let nodes):
      let counts = nodes.map(\.tokenCounts)
      return (counts.map(\.min).min() ?? 0, counts.map(\.max).max() ?? 0)
    case .repeated(let node, let min, let max, _):
      let counts = node.tokenCounts
      return (counts.min * min, counts.max * max)
    case .capture(_, let node): return node.tokenCounts
    }
  }

  /// The names of its captures, in order.
  package var captureNames: [String] {
    switch self {
    case .literal, .exact, .lemma, .regex, .any, .tokenClass, .sentenceStart, .sentenceEnd: return []
    case .sequence(let nodes), .alternatives(let nodes): return nodes.flatMap(\.captureNames)
    case .repeated(let node, _, _, _): return node.captureNames
    case .capture(let name, let node): return [name] + node.captureNames
    }
  }
}

/// A pattern of a rule: its text, its tree and the cues that wake it.
package struct Pattern: Hashable, Sendable {
  /// The text as written in the rule file.
  package let text: String
  /// What it says.
  package let root: PatternNode
  /// Every match holds one of these.
  package let cues: [Cue]

  /// A pattern from its parts.
  package init(text: String, root: PatternNode, cues: [Cue]) {
    self.text = text
    self.root = root
    self.cues = cues
  }
}
