import CalqueTestSupport
import CalqueUnicode
import Testing

@Suite struct CaseFolderTests {
  @Test(arguments: [
    ("Straße", "strasse"), ("ÉCOLE", "école"), ("E\u{301}cole", "école"), ("İ", "i\u{307}"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ("O’Neill", "o'neill"), ("Hawaiʼi", "hawai'i"), ("rock＇n", "rock'n"), ("co\u{AD}op", "coop"), ("\u{AD}", ""),
    ("ﬁn", "fin"), ("МОСКВА", "москва"), ("Ⱥ", "ⱥ"), ("가", "가"), ("\u{1100}\u{1161}", "가"), ("", ""),
  ])
  func folds(text: String, folded: String) throws {
    var folder = try CaseFolder()
    #expect(Array(folder.folded(text).utf8) == Array(folded.utf8))
  }

  @Test func foldsByTableAsICUFolds() throws {
    var byTable = try CaseFolder()
    var byICU = try CaseFolder(usesOnlyICU: true)
    for value in [0..<0x1000, 0x1C80..<0x2200].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for text in ["\(scalar)", "a\(scalar)\u{301}", "e\(scalar)", "Я\(scalar)ß"] {
        #expect(Array(byTable.folded(text).utf8) == Array(byICU.folded(text).utf8), "\(text.debugDescription)")
      }
    }
    var random = RepeatableRandom(seed: 7)
    let alphabet = Array("aZéÉßñșțąŁøÅåİıſЯжΣς’ʼ'\u{301}\u{327}\u{AD}ﬁẞ가Ⱥ".unicodeScalars)
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &random) { text.unicodeScalars.append(random.pick(alphabet)) }
      #expect(Array(byTable.folded(text).utf8) == Array(byICU.folded(text).utf8), "\(text.debugDescription)")
    }
  }

  @Test func foldingTwiceChangesNothing() throws {
    var folder = try CaseFolder()
    for value in 0..<UInt32(0x30000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folder.folded("x\(scalar)")
      #expect(Array(folder.folded(once).utf8) == Array(once.utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test func foldsLongWords() throws {
    var folder = try CaseFolder()
    let word = String(repeating: "ǰß", count: 5_000)
    #expect(folder.folded(word.uppercased()) == String(repeating: "ǰss", count: 5_000))
    #expect(folder.folded("Ab") == "ab")
  }
}
