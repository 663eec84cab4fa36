/// Reduces Latin letters to the 26 of ASCII: lower case, without diacritics.
enum LatinFolding {
  /// The base letters of U+00C0…U+024F and U+1E00…U+1EFF; a full stop where there is none, an asterisk where there are
  /// two.
  private static let extended: [UInt8] = Array(
    ("aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggg"
      + "gggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "bb....o..dd...eae......ikk......oo.............uu..yyzz......................aaiioouuuuuuuuuueaa"
      + "aa**ggggkkoooo..j...gg..nnaa**ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
      + "...b............").utf8)
  private static let additional: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
      + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..*.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
  private static let pairs: [UInt32: StaticString] = [
    0xC6: "ae", 0xE6: "ae", 0xDE: "th", 0xFE: "th", 0xDF: "ss", 0x1E9E: "ss", 0x14A: "ng", 0x14B: "ng",
    0x152: "oe", 0x153: "oe", 0x1E2: "ae", 0x1E3: "ae", 0x1FC: "ae", 0x1FD: "ae",
  ]

  /// Appends the base letters of a word; marks, apostrophes and hyphens are left out.
  ///
  /// - Returns: false when the word has a character that is no Latin letter, such as a digit.
  /// - Complexity: O(*n*) in bytes.
  static func append(_ word: UnsafeBufferPointer<UInt8>.SubSequence, to letters: inout [UInt8]) -> Bool {
    var decoder = UTF8()
    var bytes = word.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): if !append(scalar.value, to: &letters) { return false }
      case .emptyInput: return true
      case .error: return false
      }
    }
  }

  private static func append(_ scalar: UInt32, to letters: inout [UInt8]) -> Bool {
    switch scalar {
    case 0x61...0x7A: letters.append(UInt8(scalar))
    case 0x41...0x5A: letters.append(UInt8(scalar + 0x20))
    // Apostrophes, half rings, hyphens, the soft hyphen and combining marks.
    case 0x27, 0x60, 0xAD, 0xB4, 0x2B0...0x2FF, 0x2D, 0x2010, 0x2011, 0x2018, 0x2019, 0x300...0x36F: break
    case 0xC0...0x24F: return append(extended[Int(scalar) - 0xC0], of: scalar, to: &letters)
    case 0x1E00...0x1EFF: return append(additional[Int(scalar) - 0x1E00], of: scalar, to: &letters)
    default: return false
    }
    return true
  }

  private static func append(_ letter: UInt8, of scalar: UInt32, to letters: inout [UInt8]) -> Bool {
    if letter >= 0x61 {
      letters.append(letter)
      return true
    }
    guard let pair = pairs[scalar] else { return false }
    pair.withUTF8Buffer { letters.append(contentsOf: $0) }
    return true
  }
}

/// A 64-bit hash (FNV-1a) that is the same in every run and on every machine.
struct StableHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Mixes in a byte.
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The hash of some bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
