import CalqueText
import CalqueUnicode

package final class TextAnalyzer {
  private var interner: Interner
  private let words = Breaker(sentence: false)
  private let sentencesB = Breaker(sentence: true)
  package init(vocabulary: Vocabulary) { interner = Interner(vocabulary) }
  private static func fold(_ s: String) -> String {
    var r = ""
    for u in s.lowercased().unicodeScalars { r.unicodeScalars.append(u == "\u{2019}" || u == "\u{02BC}" ? "'" : u) }
    return r
  }
  package func tokenize(phrase: String) -> [(text: String, original: String, kind: TokenKind)] {
    let bytes = Array(phrase.utf8)
    var out: [(text: String, original: String, kind: TokenKind)] = []
    bytes.withUnsafeBufferPointer { p in
      if p.count == 0 { return }
      words.each(p, ByteRange(0, p.count)) { a, b, st in
        let s = String(decoding: p[a..<b], as: UTF8.self)
        if s.allSatisfy(\.isWhitespace) { return }
        out.append((Self.fold(s), s, Self.kind(s, st)))
      }
    }
    return out
  }
  private static func kind(_ s: String, _ st: Int32) -> TokenKind {
    if s == "\u{FFFC}" { return .placeholder }
    if st >= 100 && st < 200 { return s.unicodeScalars.contains { $0.properties.isAlphabetic } ? .word : .number }
    if st >= 200 { return .word }
    if let c = s.first, c.isPunctuation { return .punctuation }
    return .symbol
  }
  package func analyze(_ parsed: consuming ParsedDocument) -> Document {
    interner.reset()
    let plain = parsed.plain
    var tokens: [Token] = []; var sents: [Sentence] = []; var bs: [UInt32] = []
    var wc = 0
    plain.withUnsafeBufferPointer { p in
      for (bi, block) in parsed.blocks.enumerated() {
        bs.append(UInt32(sents.count))
        var ends: [Int] = []
        sentencesB.each(p, block.range) { _, e, _ in
          ends.append(e)
        }
        var first = tokens.count
        var si = 0
        func close() {
          if tokens.count > first { sents.append(Sentence(firstToken: UInt32(first), endToken: UInt32(tokens.count), block: UInt32(bi))); first = tokens.count }
        }
        var space = true
        var inQ: UInt8 = 0
        words.each(p, block.range) { a, b, st in
          while si < ends.count, a >= ends[si] { close(); si += 1 }
          let s = String(decoding: p[a..<b], as: UTF8.self)
          if s.allSatisfy(\.isWhitespace) { space = true; return }
          let k = Self.kind(s, st)
          var f = Self.fold(s)
          let sym = f.withUTF8 { interner.symbol(of: UnsafeRawBufferPointer($0)) }
          var fl: TokenFlags = space ? [.afterSpace] : []
          if s.first!.isUppercase { fl.insert(.capitalized) }
          if s.count > 1, s.allSatisfy({ $0.isUppercase }) { fl.insert(.allCaps) }
          if s.utf8.contains(where: { $0 > 127 }) { fl.insert(.nonASCII) }
          var script = Script.common
          for u in s.unicodeScalars {
            let c = scriptCode(u.value)
            let x: Script = c == 25 ? .latin : c == 8 ? .cyrillic : c == 14 ? .greek : c == 17 ? .han : c <= 1 ? .common : .other
            if x != .common { script = script == .common || script == x ? x : .mixed }
          }
          let isQ = "\"“”„«»".contains(s) 
          if isQ { fl.insert(.quotationMark) }
          if s == "“" || s == "«" || s == "„" || (s == "\"" && inQ == 0) { inQ = Scope.quotation.inlineByte } else if isQ { inQ = 0 }
          tokens.append(Token(range: ByteRange(a, b), symbol: sym, kind: k, script: script, flags: fl, inline: isQ ? 0 : inQ))
          if k == .word || k == .number { wc += 1 }
          space = false
        }
        close()
      }
      bs.append(UInt32(sents.count))
    }
    for span in parsed.inlines {
      for i in tokens.indices where span.range.overlaps(tokens[i].range) { tokens[i].inline |= span.scope.inlineByte }
    }
    return Document(parsed: parsed, tokens: tokens, sentences: sents, blockSentences: bs, quotations: [], wordCount: wc)
  }
}
