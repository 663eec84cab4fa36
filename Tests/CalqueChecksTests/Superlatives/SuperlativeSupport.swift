import CalqueBuiltinRules
import CalqueChecks
import CalqueDocument
import CalqueRules
import CalqueText
import Testing

/// Reads the lexicon of a rule set, and finds nothing.
private struct LexiconReader: Check {
  let lexicon: SuperlativeLexicon

  func run(on document: Document, into output: inout CheckOutput) {}
}

/// Verdicts on the superlatives of a text, with the shipped tables.
struct SuperlativeReader {
  private let analyzer: TextAnalyzer
  let lexicon: SuperlativeLexicon

  init() throws {
    let tables = try Self.tables.get()
    lexicon = tables.lexicon
    analyzer = try TextAnalyzer(vocabulary: tables.vocabulary)
  }

  /// The shipped lexicon and its vocabulary, read once.
  private static let tables = Result { try readTables() }

  private static func readTables() throws -> (lexicon: SuperlativeLexicon, vocabulary: Vocabulary) {
    let pack = try BuiltinRules.load()
    let rule = try #require(pack.rules.first { $0.id.text == "superlative.universal" })
    let registry = CheckRegistry([
      "superlative": { compiler throws(CheckError) in LexiconReader(lexicon: try SuperlativeLexicon(&compiler)) }
    ])
    let rules = try RuleSet([ActiveRule(rule, severity: .warning)], tables: pack.tables, checks: registry)
    return (try #require(rules.checks.first?.check as? LexiconReader).lexicon, rules.vocabulary)
  }

  /// The document of a text of one paragraph.
  func document(_ text: String) -> Document {
    var builder = DocumentBuilder(source: SourceText(text))
    builder.beginBlock(.paragraph)
    builder.appendVerbatim(ByteRange(0, text.utf8.count))
    return analyzer.analyze(builder.finish())
  }

  /// What is made of each form: the text that a finding would show, and the verdict.
  func verdicts(_ text: String) -> [(form: String, verdict: SuperlativeVerdict)] {
    let document = document(text)
    var result: [(String, SuperlativeVerdict)] = []
    SuperlativeAnalysis.forEachForm(in: document, lexicon: lexicon) { tokens, verdict in
      result.append((document.string(in: document.range(ofTokens: tokens)), verdict))
    }
    return result
  }

  /// The verdict on one form of a text.
  func verdict(on form: String, in text: String) throws -> SuperlativeVerdict {
    try #require(verdicts(text).first { $0.form == form }, "“\(form)” is no form in “\(text)”").verdict
  }
}
