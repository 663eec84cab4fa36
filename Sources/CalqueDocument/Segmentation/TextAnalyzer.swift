import CalqueText
import CalqueUnicode

/// Turns parsed prose into a `Document`: words, sentences, quotations.
///
/// Holds ICU objects and scratch memory: one per worker, not to be shared between threads.
package final class TextAnalyzer {
  /// Adds the forms that analysis itself needs, so that an analyzer over this vocabulary need not copy it for them.
  package static func addWords(to vocabulary: inout Vocabulary) { _ = SpeechVocabulary(&vocabulary) }

  private var segmentation: DocumentSegmentation
  private let speech: SpeechVocabulary

  /// An analyzer whose symbols are those of a rule set's vocabulary.
  ///
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init(vocabulary: Vocabulary) throws(UnicodeError) {
    var vocabulary = vocabulary
    speech = SpeechVocabulary(&vocabulary)
    segmentation = try DocumentSegmentation(vocabulary)
  }

  /// The tables of one text.
  ///
  /// Symbols above those of the vocabulary are numbered anew in each document.
  ///
  /// - Complexity: O(*n*) in bytes, plus O(*m*) in inline spans.
  package func analyze(_ parsed: consuming ParsedDocument) -> Document {
    let parsed = parsed
    var tables = segmentation.tables(of: parsed)
    InlineMarker.mark(&tables.tokens, with: parsed.inlines)
    let finder = QuotationFinder(blocks: parsed.blocks, speech: speech)
    let quotations = finder.quotations(in: &tables, plain: parsed.plain)
    let wordCount = tables.wordCount
    return Document(
      parsed: parsed, tokens: tables.tokens, sentences: tables.sentences, blockSentences: tables.blockSentences,
      quotations: quotations, wordCount: wordCount)
  }

  /// Cuts a phrase into tokens as `analyze` cuts text; white space leaves none.
  ///
  /// - Returns: for each token its folded form, the form as written, and what it is.
  package func tokenize(phrase: String) -> [(text: String, original: String, kind: TokenKind)] {
    segmentation.tokenize(phrase: phrase)
  }
}
