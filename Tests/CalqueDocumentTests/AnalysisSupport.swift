import CalqueDocument
import CalqueText

/// A document with a block for each string, every byte verbatim.
func parsed(_ blocks: [(String, Scope)]) -> ParsedDocument {
  let text = blocks.map(\.0).joined(separator: "\n")
  var builder = DocumentBuilder(source: SourceText(text))
  var offset = 0
  for (block, scope) in blocks {
    builder.beginBlock(scope)
    builder.appendVerbatim(ByteRange(offset, offset + block.utf8.count))
    offset += block.utf8.count + 1
  }
  return builder.finish()
}

/// The analysis of some paragraphs.
func analyzed(_ paragraphs: String...) throws -> Document {
  try TextAnalyzer(vocabulary: Vocabulary()).analyze(parsed(paragraphs.map { ($0, .paragraph) }))
}

extension Document {
  /// The tokens as text.
  var tokenTexts: [String] { tokens.map { string(of: $0) } }

  /// The sentences as text, from first to last token.
  var sentenceTexts: [String] { sentences.map { string(in: range(ofTokens: $0.tokens)) } }

  /// The quotations as text.
  var quotationTexts: [String] {
    quotations.map { string(in: range(ofTokens: Int($0.firstToken)..<Int($0.endToken))) }
  }

  /// The speaker clauses as text; empty where there is none.
  var speakerTexts: [String] {
    quotations.map { $0.hasSpeaker ? string(in: range(ofTokens: Int($0.speakerFirst)..<Int($0.speakerEnd))) : "" }
  }
}
