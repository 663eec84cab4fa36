import CalqueConfiguration
import CalqueTestSupport
import Testing

@Suite struct GlobTests {
  @Test func countsCodePointsOrBytes() throws {
    let text = Array("第一章.md".utf8)
    #expect(try #require(Glob("第?章.md".utf8, unit: .codePoint)).matches(text[...]))
    #expect(try #require(Glob("第[一二]章.md".utf8, unit: .codePoint)).matches(text[...]))
    #expect(try !#require(Glob("第[!一]章.md".utf8, unit: .codePoint)).matches(text[...]))
    #expect(try #require(Glob("*??.md".utf8, unit: .codePoint)).matches(text[...]))
    #expect(try !#require(Glob("*????.md".utf8, unit: .codePoint)).matches(text[...]))
    #expect(try !#require(Glob("第?章.md".utf8, unit: .byte)).matches(text[...]))
    #expect(try #require(Glob("第???章.md".utf8, unit: .byte)).matches(text[...]))
  }

  @Test func takesInvalidBytesAsUnitsOfTheirOwn() throws {
    #expect(try #require(Glob("?.md".utf8, unit: .codePoint)).matches([0xFF] + Array(".md".utf8)))
    #expect(try !#require(Glob("ÿ.md".utf8, unit: .codePoint)).matches([0xFF] + Array(".md".utf8)))
    #expect(try #require(Glob("?".utf8, unit: .codePoint)).matches([0xE6]))
  }

  @Test func agreesWithAPlainDefinitionOfStars() throws {
    var random = RepeatableRandom(seed: 5)
    let pieces: [[UInt8]] = ["a", "b", "/", "*", "**/", "?"].map { Array($0.utf8) }
    for _ in 0..<3000 {
      let pattern = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in random.pick(pieces) }
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in random.pick(Array("ab/".utf8)) }
      let glob = try #require(Glob(pattern, unit: .byte))
      let expected = Self.matches(pattern[...], text[...], atStart: true)
      #expect(glob.matches(text[...]) == expected, "\(String(decoding: pattern, as: UTF8.self))")
    }
  }

  @Test(arguments: ["*a*a*a*a*a*a*a*a*b", "**/a/**/a/**/a/**/a/**/b", "?*?*?*?*?*?*?*?*b", "[a-z]*[a-z]*[a-z]*[a-z]*b"])
  func isNeverSlow(pattern: String) throws {
    let glob = try #require(Glob(pattern.utf8, unit: .byte))
    let text = Array(String(repeating: pattern.contains("/") ? "a/" : "a", count: 2000).utf8)
    let time = ContinuousClock().measure { #expect(!glob.matches(text[...])) }
    #expect(time < .seconds(5))
  }

  @Test func refusesMalformedGlobs() {
    for pattern in ["[", "[a", "a\\", "[!]", "[[:bogus:]]", "[a-\\"] {
      #expect(Glob(pattern.utf8, unit: .codePoint) == nil, "\(pattern)")
    }
  }

  /// The definition by recursion: exponential, but plain.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let isFolderStars = atStart && pattern.starts(with: "**/".utf8) && !pattern.starts(with: "***".utf8)
    if isFolderStars {
      let rest = pattern.dropFirst(3)
      if matches(rest, text, atStart: true) { return true }
      return text.indices.contains { text[$0] == 0x2F && matches(rest, text[($0 + 1)...], atStart: true) }
    }
    if first == UInt8(ascii: "*") {
      // A run of stars that stands alone up to a slash or the end takes folders too.
      let rest = pattern.drop { $0 == UInt8(ascii: "*") }
      let run = pattern.count - rest.count
      if atStart, run > 1, rest.first == 0x2F {
        return matches([0x2A, 0x2A] + rest, text, atStart: true)
      }
      let takesAll = atStart && run > 1 && rest.isEmpty
      for end in text.startIndex...text.endIndex {
        if matches(rest, text[end...], atStart: false) { return true }
        if end < text.endIndex, text[end] == 0x2F, !takesAll { return false }
      }
      return false
    }
    guard let unit = text.first else { return false }
    let isSame = first == UInt8(ascii: "?") ? unit != 0x2F : unit == first
    return isSame && matches(pattern.dropFirst(), text.dropFirst(), atStart: first == 0x2F)
  }
}

@Suite struct FileGlobsTests {
  @Test(arguments: [
    (["*.md"], "/p/docs/a.md", true), (["docs"], "/p/docs/x/a.md", true), (["docs/"], "/p/docs", false),
    (["/a.md"], "/p/docs/a.md", false), (["docs/*.md"], "/p/docs/a.md", true),
    (["docs/**", "!docs/a.md"], "/p/docs/a.md", false),
    (["docs", "!docs/a.md"], "/p/docs/a.md", true), (["#a.md"], "/p/#a.md", true), (["*.md"], "/q/a.md", true),
    (["docs/*.md"], "/q/docs/a.md", false), (["q"], "/q/a.md", true), (["p"], "/p/a.md", false), ([], "/p/a.md", false),
  ])
  func coverFiles(patterns: [String], path: String, expected: Bool) {
    #expect(FileGlobs(patterns, base: "/p").covers(path) == expected)
  }
}
