import CalqueDocument
import CalqueRules
import CalqueText

/// Speech that a paragraph announces with a colon and the next one gives without quotation marks.
///
/// Reported is the reporting verb to the colon.
struct QuotationColon: Check {
  /// At most so many tokens stand between verb and colon: `said in a statement on Monday:`.
  private static let maximumTail = 8
  private static let minimumWords = 4

  private static let verbForms = [
    "said", "says", "stressed", "stresses", "stated", "noted", "added", "adds", "emphasized", "emphasised",
    "emphasizes",
    "emphasises", "declared", "declares", "explained", "explains", "remarked", "recalled", "recalls", "concluded",
    "concludes", "commented", "wrote", "writes", "underlined", "underlines", "told", "tells", "replied", "replies",
    "answered", "continued", "continues", "admitted", "asserted", "claimed", "clarified", "assured",
  ]
  /// What follows is a list, a text of its own or an example, and no speech.
  private static let excludedWords = [
    "following", "follows", "follow", "below", "list", "points", "rules", "steps", "example", "examples", "letter",
    "that", "this", "these", "namely", "including", "reasons", "factors", "things", "prayer", "poem", "song", "verse",
    "code", "command", "is", "are", "was", "were", "be", "been", "being",
  ]
  /// Who speaks when it is no name.
  private static let speakerWords = [
    "he", "she", "they", "i", "we", "who", "mayor", "minister", "president", "chancellor", "governor", "ambassador",
    "spokesman", "spokeswoman", "spokesperson", "expert", "analyst", "official", "author", "chairman", "chairwoman",
    "director", "head", "leader", "commander", "general", "officer", "judge", "lawyer", "prosecutor", "doctor",
    "professor", "scientist", "researcher", "journalist", "politician", "deputy", "senator", "coach", "captain",
    "secretary", "diplomat", "economist", "representative", "ministry", "office", "agency", "kremlin", "statement",
  ]

  private let rule: Int
  private let verbs: Set<Symbol>
  private let excluded: Set<Symbol>
  private let speakers: Set<Symbol>

  /// Makes the check; it has no parameters.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters([])
    rule = compiler.rule
    verbs = compiler.symbols(Self.verbForms)
    excluded = compiler.symbols(Self.excludedWords)
    speakers = compiler.symbols(Self.speakerWords)
  }

  func run(on document: Document, into output: inout CheckOutput) {
    guard document.blocks.count > 1 else { return }
    for block in 0..<document.blocks.count - 1 {
      guard isParagraph(document.blocks[block]), isParagraph(document.blocks[block + 1]),
        let clause = clause(endingBlock: block, document), isUnmarkedSpeech(block + 1, document)
      else { continue }
      output.findings.append(Finding(rule: rule, range: document.range(ofTokens: clause)))
    }
  }

  private func isParagraph(_ block: Block) -> Bool {
    block.scope.contains(.paragraph)
      && block.scope.isDisjoint(with: [.listItem, .heading, .blockQuotation, .tableCell, .code, .frontMatter, .caption])
  }

  /// The tokens from the reporting verb to the colon that ends a block.
  private func clause(endingBlock block: Int, _ document: Document) -> Range<Int>? {
    guard let sentence = document.sentences(inBlock: block).last else { return nil }
    let tokens = document.sentences[sentence].tokens
    guard let colon = tokens.last, isColon(document.tokens[colon], document) else { return nil }
    var position = colon - 1
    while position > tokens.lowerBound, colon - position <= Self.maximumTail {
      let token = document.tokens[position]
      if excluded.contains(token.symbol) || token.flags.contains(.quotationMark) { return nil }
      if verbs.contains(token.symbol) {
        return hasSpeaker(before: position, tokens, document) ? position..<colon + 1 : nil
      }
      position -= 1
    }
    return nil
  }

  /// True when a name, a pronoun or a speaker stands before a verb; an adverb may stand between.
  private func hasSpeaker(before verb: Int, _ sentence: Range<Int>, _ document: Document) -> Bool {
    var position = verb - 1
    guard sentence.contains(position) else { return false }
    let ending = document.plain[document.tokens[position].range.indices].suffix(2)
    if !document.tokens[position].flags.contains(.capitalized),
      ending.elementsEqual("ly".utf8) || document.string(of: document.tokens[position]) == "also"
    {
      position -= 1
    }
    guard sentence.contains(position), document.tokens[position].kind == .word else { return false }
    return document.tokens[position].flags.contains(.capitalized)
      || speakers.contains(document.tokens[position].symbol)
  }

  private func isColon(_ token: Token, _ document: Document) -> Bool {
    token.kind == .punctuation && document.plain[Int(token.range.lower)] == UInt8(ascii: ":") && token.range.count == 1
  }

  /// True for a paragraph of prose with no quotation mark, no bullet and no dash at its start.
  private func isUnmarkedSpeech(_ block: Int, _ document: Document) -> Bool {
    let sentences = document.sentences(inBlock: block)
    guard let first = sentences.first, let last = sentences.last else { return false }
    let tokens = Int(document.sentences[first].firstToken)..<Int(document.sentences[last].endToken)
    let opening = document.tokens[tokens.lowerBound]
    guard opening.kind == .word, opening.flags.contains(.capitalized),
      let closing = tokens.last, Self.isStop(document.plain[Int(document.tokens[closing].range.upper) - 1])
    else { return false }
    var wordCount = 0
    for token in document.tokens[tokens] {
      if token.flags.contains(.quotationMark) || token.inline & Scope.quotation.inlineByte != 0 { return false }
      if token.kind == .word { wordCount += 1 }
    }
    return wordCount >= Self.minimumWords
  }

  /// True for a full stop, a question mark and an exclamation mark.
  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 }
}
