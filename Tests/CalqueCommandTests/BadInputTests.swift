import CalqueTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Input of any kind: a clear message, code 2 where it cannot be read, and the other files are still linted.
@Suite struct BadInputTests {
  private static let good = "They utilize it.\n"
  private static let goodLine = "good.txt:1:6: warning: Write “use”. [house.utilize]"

  /// Lints some bytes together with a good file.
  private func lint(_ bytes: [UInt8], _ options: String..., name: String = "bad.txt", limit: Double = 60) throws
    -> CommandRun
  {
    let project = try Project(["good.txt": Self.good])
    try project.folder.write(bytes, toBytes: Array(name.utf8))
    let run = try project.calque(["--format", "compact", name, "good.txt"] + options, limit: limit)
    #expect(run.lines.contains(Self.goodLine), "the other file is linted: \(run.out)\(run.error)")
    return run
  }

  @Test(arguments: [[], [0x0A], [0xEF, 0xBB, 0xBF], Array(" \t\r\n\r\n".utf8)] as [[UInt8]])
  func anEmptyFileIsClean(bytes: [UInt8]) throws {
    for name in ["bad.txt", "bad.md"] {
      let run = try lint(bytes, name: name)
      #expect(run.status == 1, "for the other file")
      #expect(run.lines == [Self.goodLine])
    }
  }

  @Test(
    arguments: [
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], Array("Text\u{0}more.\n".utf8), [0],
      [0x89, 0x50, 0x4E, 0x47, 0, 0xFF],
    ] as [[UInt8]])
  func aBinaryFileIsCode2(bytes: [UInt8]) throws {
    let run = try lint(bytes)
    #expect(run.status == 2)
    #expect(run.lines.contains { $0.hasPrefix("bad.txt: error: ") && $0.contains("binary") }, "\(run.out)")
    #expect(run.error.contains("1 input problem"))
  }

  @Test func aZeroByteFarInIsNoCrash() throws {
    let run = try lint(Array((String(repeating: "They use it.\n", count: 1000) + "a\u{0}b utilize\n").utf8))
    #expect(run.status == 1 && run.lines.count == 2)
  }

  @Test func invalidUTF8NamesAGuessAndTheOption() throws {
    let text = "Они не знали, что происходит в городе, и поэтому остались дома до утра. "
    let windows1251 = text.unicodeScalars.map { scalar -> UInt8 in
      scalar.value >= 0x410 ? UInt8(scalar.value - 0x410 + 0xC0) : UInt8(scalar.value)
    }
    let run = try lint(windows1251 + windows1251)
    #expect(run.status == 2)
    let line = try #require(run.lines.first { $0.hasPrefix("bad.txt: error: ") })
    #expect(line.contains("not valid UTF-8 at byte 0") && line.contains("--encoding windows-1251"), "\(line)")
    let read = try lint(windows1251 + Array(" utilize".utf8), "--encoding", "windows-1251")
    #expect(read.status == 1)
    #expect(read.lines.count == 2, "\(read.out)")
  }

  @Test func anUnknownEncodingIsNamed() throws {
    let run = try Project(["a.txt": Self.good]).calque("--encoding", "klingon", "a.txt")
    #expect(run.status == 2)
    #expect((run.out + run.error).contains("unknown encoding “klingon”"), "\(run.out)\(run.error)")
  }

  @Test(arguments: [true, false])
  func utf16WithAByteOrderMarkIsRead(isLittleEndian: Bool) throws {
    let units = Array("\u{FEFF}They utilize the café.\n".utf16)
    let bytes = units.flatMap { unit in
      isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let run = try lint(bytes)
    #expect(run.status == 1)
    #expect(run.lines.first == "bad.txt:1:6: warning: Write “use”. [house.utilize]")
  }

  @Test func halfAUTF16CharacterIsCode2() throws {
    let run = try lint([0xFF, 0xFE, 0x41, 0x00, 0x42])
    #expect(run.status == 2)
    #expect(run.lines.contains { $0.hasPrefix("bad.txt: error: ") && $0.contains("UTF-16") }, "\(run.out)")
  }

  /// 2 MB by default; `CALQUE_LARGE_TESTS=1`, with a release build, takes the full 50 MB.
  @Test func oneEndlessLineEndsInTime() throws {
    let isLarge = getenv("CALQUE_LARGE_TESTS") != nil
    let count = isLarge ? 50 << 20 : 2 << 20
    let sentence = Array("The men walk along the river and utilize it. ".utf8)
    for bytes in [
      Array(repeatElement(sentence, count: count / sentence.count).joined()), [UInt8](repeating: 0x61, count: count),
      [UInt8](repeating: 0x22, count: count / 10),
    ] {
      for name in ["bad.txt", "bad.md"] {
        let run = try lint(bytes, name: name, limit: 120)
        // The full size holds more findings than are kept, which is a problem of the input.
        let isCut = run.out.contains("[calque.too-many-findings]")
        #expect(run.status == (isCut ? 2 : 1), "\(run.error)")
        #expect(run.seconds < 60, "\(bytes.count) bytes: \(run.seconds) s")
      }
    }
  }

  @Test(arguments: ["“", "\"", "(", "> ", "*", "[", "<", "`", "- ", "&", "![](", "\\", "#", "|", "<!-- "])
  func deepNestingIsNoCrash(opening: String) throws {
    let text = String(repeating: opening, count: 10_000) + "they utilize it" + String(repeating: "”", count: 10_000)
    for name in ["bad.txt", "bad.md"] {
      let run = try lint(Array(text.utf8), name: name, limit: 60)
      #expect(run.status == 1, "\(run.error.prefix(300))")
      #expect(run.seconds < 30)
    }
  }

  @Test func aMissingPathIsCode2() throws {
    let run = try Project(["good.txt": Self.good]).calque(
      "--format", "compact", "absent.txt", "good.txt", "no/where.md")
    #expect(run.status == 2)
    #expect(
      run.lines == [
        "absent.txt: error: The file cannot be read: No such file or directory. [calque.unreadable]", Self.goodLine,
        "no/where.md: error: The file cannot be read: No such file or directory. [calque.unreadable]",
      ])
  }

  @Test func aFileThatMayNotBeReadIsCode2() throws {
    let project = try Project(["good.txt": Self.good, "secret.txt": Self.good])
    try project.folder.link("nowhere.txt", to: "absent.txt")
    #expect(chmod(project.folder.path + "/secret.txt", 0) == 0)
    let run = try project.calque("--format", "compact", "nowhere.txt", "secret.txt", "good.txt")
    #expect(run.status == 2)
    #expect(run.lines.contains { $0.hasPrefix("nowhere.txt: error: The file cannot be read: ") }, "\(run.out)")
    #expect(run.lines.contains(Self.goodLine))
    // Permissions do not stop root.
    let expected =
      geteuid() == 0 ? "secret.txt:1:6: warning" : "secret.txt: error: The file cannot be read: Permission denied."
    #expect(run.lines.contains { $0.hasPrefix(expected) }, "\(run.out)")
  }

  @Test func pipesAndDevicesAreNotRead() throws {
    let project = try Project(["good.txt": Self.good])
    #expect(mkfifo(project.folder.path + "/pipe.txt", 0o644) == 0)
    let run = try project.calque(["--format", "compact", "pipe.txt", "good.txt", "/dev/zero"], limit: 30)
    #expect(run.status == 2)
    #expect(run.lines.filter { $0.contains("no regular file") }.count == 2, "\(run.out)")
    #expect(run.lines.contains(Self.goodLine))
    #expect(try project.calque(["--format", "compact", "."], limit: 30).lines == [Self.goodLine])
  }

  @Test func loopsOfLinksEnd() throws {
    let project = try Project(["a/good.txt": Self.good])
    try project.folder.link("a/loop", to: "..")
    try project.folder.link("a/self.txt", to: "self.txt")
    try project.folder.link("a/twin.txt", to: "good.txt")
    let run = try project.calque(["--format", "compact", "."], limit: 30)
    #expect(run.lines == ["a/good.txt:1:6: warning: Write “use”. [house.utilize]"])
    #expect(run.status == 1)
    let named = try project.calque(["--format", "compact", "a/self.txt"], limit: 30)
    #expect(named.status == 2)
    #expect(named.out.contains("a/self.txt: error: "))
  }

  @Test func randomBytesNeverCrash() throws {
    var random = RepeatableRandom(seed: 20)
    let project = try Project(["good.txt": Self.good])
    let pieces: [[UInt8]] = [
      [0xFF], [0xC3], [0xE2, 0x80], [0xE2, 0x80, 0x9C], [0xF0, 0x9F, 0x98, 0x80], [0xCC, 0x81], [0x0D], [0x0A, 0x0A],
      Array("<!-- calque-disable".utf8), Array("-->".utf8), Array("utilize".utf8), Array("```\n".utf8),
      Array("~~~\n".utf8), Array("---\n".utf8), Array("|a|\n|-|\n".utf8), Array("[a](b".utf8), Array("&amp;".utf8),
      [0x1B, 0x5B, 0x31, 0x6D], [0x00], [0xEF, 0xBB, 0xBF], [0x20], Array("* ".utf8), Array("> ".utf8),
    ]
    var names: [String] = []
    for number in 0..<60 {
      // A third is valid text: the rest stops at decoding.
      let allowed = number % 3 == 0 ? Array(pieces.dropFirst(3)).filter { $0 != [0] } : pieces
      let bytes = (0..<200).flatMap { _ in random.pick(allowed) }
      names.append("r\(number)." + (number % 2 == 0 ? "md" : "txt"))
      try project.folder.write(bytes, toBytes: Array(names[number].utf8))
    }
    let run = try project.calque(["--format", "compact", "good.txt"] + names, limit: 60)
    #expect(run.status == 2 || run.status == 1, "\(run.status) \(run.error)")
    #expect(run.lines.contains(Self.goodLine))
    #expect(!run.outBytes.contains(0x1B), "nothing of a text controls the terminal")
  }
}
