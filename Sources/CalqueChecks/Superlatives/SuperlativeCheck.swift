import CalqueDocument
import CalqueRules

/// Superlatives of one kind: each rule about superlatives names its kind, all share one analysis of a document.
struct SuperlativeCheck: Check {
  private let rule: Int
  private let kind: SuperlativeKind
  private let lexicon: SuperlativeLexicon

  /// Makes the check of a rule.
  ///
  /// - Throws: `CheckError` when the rule names no kind, or a table cannot be read.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters(["kind"])
    let kinds = SuperlativeKind.allCases.map(\.rawValue)
    guard let name = compiler.text("kind") else {
      throw CheckError(message: "name the kind of superlative: \(kinds.joined(separator: ", "))")
    }
    guard let kind = SuperlativeKind(rawValue: name) else {
      throw CheckError(message: "there is no kind “\(name)”; \(didYouMean(name, among: kinds))")
    }
    rule = compiler.rule
    self.kind = kind
    lexicon = try compiler.shared { (compiler) throws(CheckError) in try SuperlativeLexicon(&compiler) }
  }

  func run(on document: Document, into output: inout CheckOutput) {
    let analysis = output.shared { SuperlativeAnalysis(document, lexicon: lexicon) }
    for superlative in analysis.superlatives where superlative.kind == kind {
      output.findings.append(Finding(rule: rule, range: document.range(ofTokens: superlative.tokens)))
    }
  }
}
