/// Takes patterns apart into their branches, to see which of them examples exercise.
package enum PatternBranches {
  /// A pattern with all but one branch of one group left out.
  package struct Restriction {
    package let node: PatternNode
    /// The branch as words; empty for a pattern without groups.
    package let branch: String
  }

  /// For every branch of every group the pattern with that branch alone.
  ///
  /// - Complexity: O(*n* · *b*) in the size of the pattern and its branches.
  package static func restrictions(of node: PatternNode) -> [Restriction] {
    let parts = branches(of: node)
    return parts.isEmpty ? [Restriction(node: node, branch: "")] : parts
  }

  private static func branches(of node: PatternNode) -> [Restriction] {
    switch node {
    case .literal, .exact, .lemma, .regex, .any, .tokenClass, .sentenceStart, .sentenceEnd: return []
    case .alternatives(let nodes):
      return nodes.flatMap { branch -> [Restriction] in
        let inner = branches(of: branch)
        return inner.isEmpty ? [Restriction(node: branch, branch: branch.words)] : inner
      }
    case .sequence(let nodes):
      return nodes.indices.flatMap { index in
        branches(of: nodes[index]).map { part in
          var copy = nodes
          copy[index] = part.node
          return Restriction(node: .sequence(copy), branch: part.branch)
        }
      }
    case .repeated(let inner, let min, let max, let isLazy):
      return branches(of: inner).map {
        Restriction(
          node: .repeated($0.node, min: Swift.max(1, min), max: Swift.max(1, max), isLazy: isLazy), branch: $0.branch)
      }
    case .capture(let name, let inner):
      return branches(of: inner).map { Restriction(node: .capture(name, $0.node), branch: $0.branch) }
    }
  }
}

extension PatternNode {
  /// The words that it names, for messages.
  package var words: String {
    switch self {
    case .literal(let word): word
    case .exact(_, let text): text
    case .lemma(let forms): "~\(forms.first ?? "")"
    case .regex(let expression): "/\(expression)/"
    case .any: "*"
    case .tokenClass(let tokenClass): "{\(tokenClass.rawValue)}"
    case .sentenceStart: "^"
    case .sentenceEnd: "$"
    case .sequence(let nodes): nodes.map(\.words).joined(separator: " ")
    case .alternatives(let nodes): "(" + nodes.map(\.words).joined(separator: "|") + ")"
    case .repeated(let node, let min, let max, _):
      min == 0 && max == 1 ? "[\(node.words)]" : "\(node.words){\(min),\(max)}"
    case .capture(let name, let node): "@\(name)(\(node.words))"
    }
  }
}

extension RuleDefinition {
  /// The same rule with other patterns.
  package func replacingPatterns(_ patterns: [Pattern]) -> RuleDefinition {
    RuleDefinition(
      id: id, summary: summary, claim: claim, severity: severity, status: status, category: category, sources: sources,
      scope: scope, kind: .pattern(patterns), unless: unless, message: message, fix: fix, documentation: documentation,
      path: path)
  }
}
