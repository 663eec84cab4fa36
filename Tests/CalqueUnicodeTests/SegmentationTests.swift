import CalqueTestSupport
import CalqueText
import CalqueUnicode
import Testing

/// The fast cutters against ICU.
@Suite struct SegmentationTests {
  /// Pieces in which every rule of UAX #29 and every boundary between fast path and ICU occurs.
  static let alphabet: [String] =
    " |  |\t|\n|\r\n|\r|a|b|Z|word|Word|e\u{301}|é|É|ß|ñ|0|7|12|.|..|...|,|;|:|!|?|'|\"|‘|’|“|”|«|»|(|)|[|]|-|–|—|…|_|@|#|$|%|&|*|/|·|‧|\u{2024}|․|U.S.|e.g.|Mr.|No.|3.5|1,000|\u{A0}|\u{2003}|\u{2028}|\u{85}|\u{AD}|\u{200B}|\u{200D}|\u{FEFF}|\u{FFFC}|\u{300}|\u{308}|\u{20E3}|\u{FE0F}|я|Я|ж.|λ|Λ|א|ב|״|ش|م|ท|ไ|漢|字|か|カ|ー|。|、|「|」|한|글|🙂|👍🏽|👩‍🚀|🇫|🇷|ǅ|ƻ|ª|º|²|½|€|№|℃|©|x’s|o'b|l·l|٣|٫|०|۔|؟|։|\u{1D400}|\u{10400}|\u{E0001}|İ|ı|ſ|\u{345}|ʼ|ᾳ|Ⅷ|ⓐ|\u{2019}s"
    .split(separator: "|").map(String.init)

  private static func random(_ random: inout RepeatableRandom) -> String {
    // Few different pieces make patterns; many make variety.
    let kinds = Bool.random(using: &random) ? alphabet : (0..<6).map { _ in random.pick(alphabet) }
    return (0..<Int.random(in: 1...24, using: &random)).map { _ in random.pick(kinds) }.joined()
  }

  private final class Cutters {
    var segmenter: WordSegmenter
    var reference: WordSegmenter
    var iterator: BreakIterator
    let sentences = SentenceSegmenter()

    init() throws {
      segmenter = try WordSegmenter()
      reference = try WordSegmenter(usesOnlyICU: true)
      iterator = try BreakIterator(.sentence)
    }

    /// Expects the same words and sentences of both in a text with something before and after it.
    func check(_ text: String) throws {
      var padded = Array("x.".utf8)
      let range = ByteRange(padded.count, padded.count + text.utf8.count)
      padded += Array(text.utf8) + Array("x".utf8)
      try padded.withUnsafeBufferPointer { bytes in
        let fast = Self.segments(&segmenter, bytes, range)
        #expect(fast == Self.segments(&reference, bytes, range), "words of \(text.debugDescription)")
        var found: [UInt32] = []
        sentences.boundaries(bytes, range, into: &found)
        var expected: [UInt32] = []
        try iterator.reset(bytes, range)
        while let boundary = iterator.next() { expected.append(boundary) }
        #expect(found == expected, "sentences of \(text.debugDescription)")
      }
    }

    private static func segments(
      _ segmenter: inout WordSegmenter, _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange
    ) -> [WordSegment] {
      var segments: [WordSegment] = []
      segmenter.begin(range)
      // A small batch, so that cutting stops and goes on at every kind of place.
      withUnsafeTemporaryAllocation(of: WordSegment.self, capacity: 3) { batch in
        while true {
          let count = segmenter.next(bytes, into: batch)
          if count == 0 { break }
          segments.append(contentsOf: batch[..<count])
        }
      }
      return segments
    }
  }

  @Test(arguments: 1...8)
  func cutsRandomTextAsICUDoes(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    let cutters = try Cutters()
    for _ in 0..<5_000 { try cutters.check(Self.random(&random)) }
  }

  @Test func cutsEveryScalarAsICUDoes() throws {
    let cutters = try Cutters()
    // All of the fast path's table and what lies around it.
    for value in [0..<0x900, 0x1DFE..<0x2402, 0xFFF0..<0x10000].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = String(Character(scalar))
      try cutters.check(
        "a\(text)b 1\(text)2 \(text) a\(text)\(text)1. \(text)a? \(text)B.\(text) C.\(text)1 x.\(text)X")
    }
  }

  @Test(arguments: [
    "Maj. Gen. Sin Kum Chol said it. “Really?” he asked. The U.S. Army (est. 1775) paid $1.5bn — or £900m.",
    "The naïve café’s owner can’t say “no”; she’d rather e-mail bob@example.org at 10:30 a.m. See http://a.b/c?d=e.",
    "Привет, мир. Это тест! 今日の decision について decision。 평양의 봄. The end…",
    "A\u{301} cafe\u{301} at the \u{1F1EB}\u{1F1F7} border: 👩‍🚀 3½ ×2, 20.08.2025; O’Neill’s ‘quoted’ “text”.” Next.",
    "", " ", ".", "\u{301}", "a\u{301}", "\u{200D}", " \u{308}a b", "a:b c:", "a@b", "1:2", "a.\u{308}b",
  ])
  func cutsRealTextAsICUDoes(text: String) throws {
    let cutters = try Cutters()
    try cutters.check(text)
  }
}
