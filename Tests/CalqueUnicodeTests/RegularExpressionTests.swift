import CalqueText
import CalqueUnicode
import Testing

@Suite struct RegularExpressionTests {
  private func matches(_ pattern: String, _ text: String, range: ByteRange? = nil) throws -> [ByteRange] {
    let expression = try RegularExpression(pattern)
    var found: [ByteRange] = []
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      try expression.forEachMatch(in: bytes, range: range ?? ByteRange(0, bytes.count)) { match, _ in
        found.append(match)
      }
    }
    return found
  }

  @Test func reportsByteOffsets() throws {
    #expect(try matches("o", "żółto 🙂 o") == [ByteRange(7, 8), ByteRange(14, 15)])
  }

  @Test func findsWordBoundariesBesideCJK() throws {
    #expect(try matches(#"\bdecision\b"#, "今日のdecisionについて decision").count == 2)
  }

  @Test func takesARangeForATextOfItsOwn() throws {
    #expect(try matches("^b.$", "abcabc", range: ByteRange(1, 3)) == [ByteRange(1, 3)])
    #expect(try matches("(?<=a)b", "ab", range: ByteRange(1, 2)) == [])
  }

  @Test func doesNotLoopOnEmptyMatches() throws {
    #expect(try matches("x*", "éax") == [ByteRange(0, 0), ByteRange(2, 2), ByteRange(3, 4), ByteRange(4, 4)])
    #expect(try matches("", "é").count == 2)
    #expect(try matches("$", "").count == 1)
  }

  @Test func givesGroups() throws {
    let expression = try RegularExpression("(a)|(b)(c)")
    #expect(expression.groupCount == 3)
    var groups: [[ByteRange?]] = []
    try Array("é bc a".utf8).withUnsafeBufferPointer { bytes in
      try expression.forEachMatch(in: bytes, range: ByteRange(0, bytes.count)) { _, group in
        groups.append((0...4).map(group))
      }
    }
    #expect(
      groups == [
        [ByteRange(3, 5), nil, ByteRange(3, 4), ByteRange(4, 5), nil],
        [ByteRange(6, 7), ByteRange(6, 7), nil, nil, nil],
      ])
  }

  @Test func tellsWholeMatchesFromParts() throws {
    let expression = try RegularExpression("[a-zé]+")
    let bytes = Array("Xabé.".utf8)
    let whole = try bytes.withUnsafeBufferPointer { bytes in
      try [ByteRange(1, 5), ByteRange(1, 6), ByteRange(0, 5)].map { try expression.matchesWhole(bytes, range: $0) }
    }
    #expect(whole == [true, false, false])
  }

  @Test(arguments: [
    ("ab(c", 3), ("a[b", 2), (#"ab\qc"#, 3), ("a{2,1}", 5), ("é🙂*+?{", 4), ("ab)c", 2), ("a\n(b", 3),
    (#"\p{Nonsense}"#, 11),
  ])
  func namesThePlaceOfAnError(pattern: String, offset: Int) {
    let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test func givesUpOnCatastrophicPatterns() throws {
    #expect(throws: RegularExpressionFailure.timeout) {
      try matches("(a+)+$", String(repeating: "a", count: 40) + "b")
    }
    #expect(throws: RegularExpressionFailure.stackOverflow) {
      try matches("(?:a|b)*c", String(repeating: "a", count: 2_000_000))
    }
  }
}
