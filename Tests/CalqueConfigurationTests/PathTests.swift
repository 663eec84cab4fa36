import CalqueConfiguration
import CalqueTestSupport
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("", "."), (".", "."), ("/", "/"), ("//a///b/", "/a/b"), ("a/./b/../c", "a/c"), ("../a/..", ".."), ("/../a", "/a"),
    ("a/..", "."), ("a/../../b", "../b"), ("/a/../..", "/"), ("e\u{301}/é", "e\u{301}/é"),
  ])
  func normalizes(path: String, expected: String) {
    #expect(Path.normalized(path).utf8.elementsEqual(expected.utf8))
  }

  @Test func joinsAndTakesApart() {
    #expect(Path.joined("/a/b", "../c.md") == "/a/c.md")
    #expect(Path.joined("/a/b", "/c.md") == "/c.md")
    #expect(Path.parent("/a/b") == "/a")
    #expect(Path.parent("/a") == "/")
    #expect(Path.parent("a") == ".")
    #expect(Path.parent("/") == nil)
    #expect(Path.parent(".") == nil)
    #expect(Path.name("/a/b.md") == "b.md")
    #expect(Path.name("b.md") == "b.md")
  }

  @Test(arguments: [
    ("a.MD", "md"), ("a.tar.gz", "gz"), (".hidden", nil), ("a.", nil), ("x.d/README", nil), ("x/.a.Txt", "txt"),
    ("a.é", "é"),
  ])
  func findsExtensions(path: String, expected: String?) {
    #expect(Path.fileExtension(path) == expected)
  }

  @Test func seesPathsFromFolders() {
    #expect(Path.below("/a/b/c", "/a") == "b/c")
    #expect(Path.below("/ab", "/a") == nil)
    #expect(Path.below("/a", "/a") == "")
    #expect(Path.below("/a", "/") == "a")
    #expect(Path.below("a", ".") == "a")
    #expect(Path.below("../a", ".") == nil)
    #expect(Path.relative("/a/b/c", to: "/a/x/y") == "../../b/c")
    #expect(Path.relative("/a", to: "/a/x") == "..")
    #expect(Path.relative("/a", to: "/a") == ".")
    #expect(Path.relative("/b", to: "/a") == "../b")
  }

  @Test func relativePathsLeadBack() {
    var random = RepeatableRandom(seed: 3)
    let names = ["a", "b", "c", "aa", "漢"]
    for _ in 0..<500 {
      let paths = (0..<2).map { _ in
        "/" + (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(names) }.joined(separator: "/")
      }
      #expect(Path.joined(paths[0], Path.relative(paths[1], to: paths[0])) == paths[1])
    }
  }

  @Test func tellsNormalFormsApart() {
    #expect(PathKey("é") != PathKey("e\u{301}"))
    #expect(Set([PathKey("é"), PathKey("e\u{301}"), PathKey("é")]).count == 2)
    #expect(PathKey("a.md") < PathKey("a/b"))
  }
}
