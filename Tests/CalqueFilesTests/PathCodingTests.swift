import CalqueFiles
import CalqueTestSupport
import Testing

@Suite struct PathCodingTests {
  @Test func keepsEveryByteSequence() {
    var random = RepeatableRandom(seed: 17)
    let pieces: [[UInt8]] = [
      [0x61], [0x2F], [0xC3, 0xA9], [0xF0, 0x9F, 0x98, 0x80], [0xFF], [0x80], [0xC3], [0xE6, 0xBC],
      [0xF4, 0x8F, 0xBE, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x8F, 0xBD, 0xBF], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    ]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ in random.pick(pieces) }
      #expect(PathCoding.bytes(PathCoding.text(bytes)) == bytes)
    }
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(PathCoding.bytes(PathCoding.text(bytes)) == bytes)
    }
  }

  @Test func leavesValidTextAlone() {
    #expect(PathCoding.text(Array("docs/漢字é.md".utf8)) == "docs/漢字é.md")
    #expect(PathCoding.display("docs/漢字é.md") == "docs/漢字é.md")
  }

  @Test func showsInvalidBytes() {
    #expect(PathCoding.display(PathCoding.text([0x61, 0xE9, 0x2E, 0x6D, 0x64])) == "a\\xE9.md")
  }
}
