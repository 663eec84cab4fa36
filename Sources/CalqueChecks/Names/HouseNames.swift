import CalqueDocument
import CalqueRules
import CalqueText

/// Spellings of well-known names that English has settled against.
///
/// The names are data: `romanization/house-names.tsv`. A spelling is left alone inside a fixed phrase (chicken Kiev) and
/// in a sentence with a word that points to something else (Odessa, Texas).
struct HouseNames: Check {
  /// A phrase around the spelling.
  private struct Phrase {
    let before: [Symbol]
    let after: [Symbol]
  }

  /// One spelling.
  private struct Variant {
    let tokens: [Symbol]
    /// The last token with a possessive ending.
    let possessive: Symbol
    let preferred: String
    /// True for words that are written small: kimchi.
    let isTerm: Bool
    var phrases: [Phrase] = []
    var words: Set<Symbol> = []
  }

  private let rule: Int
  private let variants: [Variant]
  /// For each symbol the variants that start with it, longest first.
  private let starts: [Symbol: [Int]]
  /// Whether some variant starts with a symbol, by its value.
  private let isStart: [Bool]

  /// Makes the check from its parameter `list`: `house` or `renamed`, the first column of the table.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters(["list"])
    guard let list = compiler.text("list") else {
      throw CheckError(message: "the check needs the parameter “list”: house or renamed")
    }
    var variants: [Variant] = []
    var starts: [Symbol: [Int]] = [:]
    for row in compiler.tables.rows("romanization/house-names.tsv") where row.count >= 7 && row[0] == list {
      guard let variant = Self.variant(row, &compiler), let first = variant.tokens.first else { continue }
      starts[first, default: []].append(variants.count)
      if variant.tokens.count == 1 { starts[variant.possessive, default: []].append(variants.count) }
      variants.append(variant)
    }
    guard !variants.isEmpty else { throw CheckError(message: "the table of names has no list “\(list)”") }
    for key in starts.keys { starts[key]?.sort { variants[$0].tokens.count > variants[$1].tokens.count } }
    let highest = starts.keys.map(\.value).max() ?? 0
    var isStart = [Bool](repeating: false, count: Int(highest) + 1)
    for key in starts.keys { isStart[Int(key.value)] = true }
    rule = compiler.rule
    self.variants = variants
    self.starts = starts
    self.isStart = isStart
  }

  private static func variant(_ row: [String], _ compiler: inout CheckCompiler) -> Variant? {
    let words = pieces(row[1].lowercased())
    guard let last = words.last else { return nil }
    var variant = Variant(
      tokens: words.map { compiler.symbol($0) }, possessive: compiler.symbol(last + "'s"), preferred: row[2],
      isTerm: row[3] == "term")
    guard row.count > 7 else { return variant }
    for exception in row[7].split(separator: ";") {
      let words = pieces(exception)
      if let mark = words.firstIndex(of: "~") {
        variant.phrases.append(
          Phrase(
            before: words[..<mark].map { compiler.symbol($0) }, after: words[(mark + 1)...].map { compiler.symbol($0) })
        )
      } else {
        for word in words { variant.words.insert(compiler.symbol(word)) }
      }
    }
    return variant
  }

  /// The tokens of a spelling: cut at spaces and around hyphens, as texts are cut.
  private static func pieces(_ text: some StringProtocol) -> [String] {
    var result: [String] = []
    for word in text.split(separator: " ") {
      for (number, part) in word.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { result.append("-") }
        if !part.isEmpty { result.append(String(part)) }
      }
    }
    return result
  }

  func run(on document: Document, into output: inout CheckOutput) {
    for sentence in document.sentences {
      var position = Int(sentence.firstToken)
      let end = Int(sentence.endToken)
      while position < end {
        let symbol = document.tokens[position].symbol
        if Int(symbol.value) < isStart.count, isStart[Int(symbol.value)],
          let variant = starts[symbol]?.first(where: { matches(variants[$0], at: position, end, document) })
        {
          let tokens = position..<position + variants[variant].tokens.count
          report(variants[variant], tokens, sentence.tokens, document, into: &output)
          position = tokens.upperBound
        } else {
          position += 1
        }
      }
    }
  }

  private func matches(_ variant: Variant, at position: Int, _ end: Int, _ document: Document) -> Bool {
    let count = variant.tokens.count
    guard position + count <= end, variant.isTerm || document.tokens[position].flags.contains(.capitalized) else {
      return false
    }
    for offset in 0..<count {
      let symbol = document.tokens[position + offset].symbol
      if symbol != variant.tokens[offset], offset + 1 < count || symbol != variant.possessive { return false }
    }
    return true
  }

  private func report(
    _ variant: Variant, _ tokens: Range<Int>, _ sentence: Range<Int>, _ document: Document,
    into output: inout CheckOutput
  ) {
    for phrase in variant.phrases where stands(phrase, around: tokens, sentence, document) { return }
    if !variant.words.isEmpty, sentence.contains(where: { variant.words.contains(document.tokens[$0].symbol) }) {
      return
    }
    let whole = document.range(ofTokens: tokens)
    let ending = document.plain.withUnsafeBufferPointer { Possessive.length(of: $0[whole.indices]) }
    output.findings.append(
      Finding(
        rule: rule, range: ByteRange(whole.lower, whole.upper - UInt32(ending)),
        values: ["preferred": variant.preferred], replacement: variant.preferred))
  }

  private func stands(_ phrase: Phrase, around tokens: Range<Int>, _ sentence: Range<Int>, _ document: Document) -> Bool
  {
    let first = tokens.lowerBound - phrase.before.count
    let last = tokens.upperBound + phrase.after.count
    guard first >= sentence.lowerBound, last <= sentence.upperBound else { return false }
    return zip(first..<tokens.lowerBound, phrase.before).allSatisfy { document.tokens[$0].symbol == $1 }
      && zip(tokens.upperBound..<last, phrase.after).allSatisfy { document.tokens[$0].symbol == $1 }
  }
}
