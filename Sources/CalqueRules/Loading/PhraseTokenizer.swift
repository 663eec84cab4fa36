import CalqueDocument
import CalqueUnicode

/// Cuts the words of patterns as texts are cut.
package struct PhraseTokenizer {
  private let analyzer: TextAnalyzer

  /// A tokenizer.
  ///
  /// - Throws: `UnicodeError` when ICU has no data for English.
  package init() throws(UnicodeError) { analyzer = try TextAnalyzer(vocabulary: Vocabulary()) }

  /// The words of a phrase.
  package func callAsFunction(_ phrase: String) -> [PhraseToken] {
    analyzer.tokenize(phrase: phrase).map { PhraseToken(folded: $0.text, text: $0.original) }
  }
}
