import CalqueTestSupport
import CalqueYAML
import Testing

@Suite struct YAMLParserTests {
  @Test func readsScalarsListsAndMapsWithTheirPlaces() throws {
    let root = try #require(try parseYAML(Array("a: 1\nb:\n  - x\n  - 'y'\nc: {d: \"e\"}\n".utf8)))
    guard case .mapping(let mapping) = root else {
      Issue.record("not a map")
      return
    }
    #expect(mapping.entries.map(\.key) == ["a", "b", "c"])
    #expect(mapping.entries.map(\.keyMark) == [1, 2, 5].map { YAMLMark(line: $0, column: 1) })
    #expect(mapping["a"] == .scalar(plain("1", 1, 4)))
    let y = YAMLScalar(text: "y", style: .singleQuoted, mark: YAMLMark(line: 4, column: 5), isVerbatim: true)
    let list = YAMLSequence(elements: [.scalar(plain("x", 3, 5)), .scalar(y)], mark: YAMLMark(line: 3, column: 3))
    #expect(mapping["b"] == .sequence(list))
    #expect(mapping["c"]?.mark == YAMLMark(line: 5, column: 4))
    #expect(mapping["d"] == nil)
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}", "---\n...\n"])
  func takesATextWithoutContentAsNothing(text: String) throws {
    #expect(try parseYAML(Array(text.utf8)) == nil)
  }

  @Test func countsColumnsInCodePointsAndIgnoresTheByteOrderMark() throws {
    let root = try parseYAML(Array("\u{FEFF}\"é\u{1F600}\": [漢字, x]".utf8))
    guard case .mapping(let mapping)? = root, case .sequence(let list)? = mapping.entries.first?.value else {
      Issue.record("not a map of a list")
      return
    }
    #expect(mapping.entries.first?.keyMark == YAMLMark(line: 1, column: 1))
    #expect(list.elements.map(\.mark.column) == [8, 12])
  }

  @Test func endsLinesWhereEditorsDo() throws {
    let root = try parseYAML(Array("a: \"x\u{2028}y\u{85}z\"\r\nb: 1\rc: 2".utf8))
    guard case .mapping(let mapping)? = root else {
      Issue.record("not a map")
      return
    }
    #expect(mapping.entries.map(\.keyMark.line) == [1, 2, 3])
  }

  @Test func findsThePlaceOfACodePointOfAVerbatimScalar() throws {
    let root = try parseYAML(Array("- \"a\u{1F600}b\"\n- plain\n- 'it''s'\n- \"a\\n\"\n- |\n  x\n- a\n  b\n".utf8))
    guard case .sequence(let list)? = root else {
      Issue.record("not a list")
      return
    }
    let columns = list.elements.map { node in
      if case .scalar(let scalar) = node { scalar.mark(ofCodePoint: 2).column } else { 0 }
    }
    #expect(columns == [6, 5, 3, 3, 3, 3])
    let verbatim = list.elements.map { if case .scalar(let scalar) = $0 { scalar.isVerbatim } else { false } }
    #expect(verbatim == [true, true, false, false, false, false])
  }

  @Test(arguments: [
    ("a: &x 1", "Anchors are not supported; remove “&x”.", 1, 4),
    ("a: *x", "Aliases are not supported; write the value again instead of “*x”.", 1, 4),
    ("a: !!str 1", "Tags are not supported; remove “tag:yaml.org,2002:str”.", 1, 4),
    ("a: ! 1", "Tags are not supported; remove “!”.", 1, 4),
    ("%TAG !e! tag:e.org:\n---\na: 1", "Tags are not supported; remove the %TAG line.", 1, 1),
    ("a: 1\nb: 2\na: 3", "The key “a” stands already in line 1.", 3, 1),
    ("a: 1\n---\nb: 2", "The file holds a second document; keep one.", 2, 1),
    ("? [a]\n: 1", "A key must be a name.", 1, 3),
    ("a:\n\t- b", "A tab cannot indent; use spaces.", 2, 1),
    ("a: @b", "A value cannot start with “@”; put it in quotation marks.", 1, 4),
    ("a: b: c", "“: ” cannot stand here; put the value in quotation marks, or mend the indentation.", 1, 5),
    ("é: \"x", "Found unexpected end of stream while scanning a quoted scalar.", 1, 6),
    ("a: [b", "Did not find expected ',' or ']' while parsing a flow sequence.", 1, 6),
    ("a: é\u{7}", "Control characters are not allowed.", 1, 5),
  ])
  func refusesWithAReasonAndAPlace(text: String, message: String, line: Int, column: Int) {
    #expect(throws: YAMLError(message, at: YAMLMark(line: line, column: column))) {
      try parseYAML(Array(text.utf8))
    }
  }

  @Test func refusesInvalidUTF8AtItsPlace() {
    let error = YAMLError("The file is not valid UTF-8.", at: YAMLMark(line: 2, column: 3))
    #expect(throws: error) { try parseYAML(Array("a: 1\né:".utf8) + [0xFF]) }
    #expect(throws: YAMLError.self) { try parseYAML([0xFF, 0xFE, 0x61, 0x00]) }
  }

  @Test func boundsDepthAndSize() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try parseYAML(Array(deep.utf8)) != nil)
    #expect(throws: YAMLError("Lists and maps are nested more than 64 deep.", at: YAMLMark(line: 1, column: 65))) {
      try parseYAML(Array("[\(deep)]".utf8))
    }
    let large = [UInt8](repeating: 0x23, count: YAMLLimits.byteCount)
    #expect(try parseYAML(large) == nil)
    #expect(throws: YAMLError("The file is larger than 4 MB.", at: .start)) { try parseYAML(large + [0x23]) }
  }

  @Test(arguments: [
    "[", "{a: ", "- ", "? ", "a: ", "\"", "'", "[a, ", "a\n", "\n", "#", " ", "&a ", "- a\n", "\u{FEFF}",
  ])
  func readsHugeRepetitiveTextsInLinearTime(piece: String) {
    let text = Array(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8)
    let time = ContinuousClock().measure { _ = try? parseYAML(text) }
    #expect(time < .seconds(5))
  }

  @Test func survivesDamagedTexts() {
    let seed = Array("a: [1, 'two', \"th\\u00e9\"]\nb: |\n  x\n  y\nc: {d: e, ? f : g}\n# h\n- i\n...\n".utf8)
    var random = RepeatableRandom(seed: 11)
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(random.pick(Array("[]{}&*!|>'\"%@`:-?#,\n \t".utf8)), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      do throws(YAMLError) {
        _ = try parseYAML(bytes)
      } catch {
        #expect(error.mark.line >= 1 && error.mark.column >= 1 && error.message.hasSuffix("."))
      }
    }
  }

  private func plain(_ text: String, _ line: Int, _ column: Int) -> YAMLScalar {
    YAMLScalar(text: text, style: .plain, mark: YAMLMark(line: line, column: column), isVerbatim: true)
  }
}
