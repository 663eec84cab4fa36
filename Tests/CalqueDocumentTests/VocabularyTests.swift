import CalqueDocument
import CalqueTestSupport
import Testing

@Suite struct VocabularyTests {
  @Test func numbersFormsInOrder() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.intern("stated".utf8) == Symbol(1))
    #expect(vocabulary.intern("a much longer form".utf8) == Symbol(2))
    #expect(vocabulary.intern("stated".utf8) == Symbol(1))
    #expect(vocabulary.symbol(of: "a much longer form") == Symbol(2))
    #expect(vocabulary.symbol(of: "Stated") == .none)
    #expect(vocabulary.text(of: Symbol(2)) == "a much longer form")
    #expect(vocabulary.text(of: .none) == "" && vocabulary.text(of: Symbol(9)) == "")
  }

  /// A dictionary is the model: whatever is forgotten and learnt again, numbers follow the order of first use.
  @Test func internerForgetsOnlyTheFormsOfTheDocument() {
    var random = RepeatableRandom(seed: 3)
    var vocabulary = Vocabulary()
    var base: [String: UInt32] = [:]
    for index in 0..<700 {
      let form = "rule\(index)"
      base[form] = vocabulary.intern(form.utf8).value
    }
    var interner = Interner(vocabulary)
    for _ in 0..<12 {
      interner.reset()
      #expect(interner.count == 700)
      var model = base
      for _ in 0..<Int.random(in: 0...4_000, using: &random) {
        let number = Int.random(in: 0..<3_000, using: &random)
        var form = Bool.random(using: &random) ? "rule\(number)" : "a rather long form \(number)"
        let expected = model[form] ?? UInt32(model.count + 1)
        model[form] = expected
        let symbol = form.withUTF8 { interner.symbol(of: UnsafeRawBufferPointer($0)) }
        #expect(symbol.value == expected)
      }
    }
  }

  @Test(arguments: 0...20)
  func makesASCIISmallAtEveryLengthAndPlace(count: Int) {
    var random = RepeatableRandom(seed: UInt64(count))
    var interner = Interner(Vocabulary())
    let letters = Array("aZAz'@[`{09".utf8)
    for _ in 0..<200 {
      let word = (0..<count).map { _ in random.pick(letters) }
      let small = word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      // Near the end of the text, where eight bytes cannot be loaded, and far from it.
      for rest in [0, 1, 7, 8, 20] {
        let text = [0x58, 0x59] + word + Array(repeating: UInt8(ascii: "Q"), count: rest)
        let folded = small.withUnsafeBytes { interner.symbol(of: $0) }
        #expect(text.withUnsafeBytes { interner.symbol(ofASCII: 2..<2 + count, in: $0) } == folded)
      }
    }
  }
}
