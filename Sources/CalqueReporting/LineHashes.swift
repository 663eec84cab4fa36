import CalqueText

/// The fingerprints by which GitHub code scanning knows an alert again when the lines above it change.
///
/// The algorithm is that of github/codeql-action, `src/fingerprints.ts`: for each line, a rolling hash modulo 2^64 over the
/// 100 UTF-16 units from its start, blanks and tabs left out, line ends all LF, then 65535 for the end of the text and
/// zeros; with the number of lines so far that have the same hash.
struct LineHashes: Sendable {
  private static let blockSize = 100
  private static let factor: UInt64 = 37
  /// `factor` to the power of `blockSize`: the weight of the unit that leaves the block.
  private static let leavingFactor = (0..<blockSize).reduce(UInt64(1)) { power, _ in power &* factor }

  /// Hash and ordinal of each line.
  private var lines: [(hash: UInt64, ordinal: Int)] = []

  /// Hashes all lines of a text.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ source: SourceText) {
    var hasher = RollingHasher(size: Self.blockSize, factor: Self.factor, leavingFactor: Self.leavingFactor)
    var offset: UInt32 = 0
    while let (scalar, length) = source.scalar(at: offset) {
      offset += length
      if scalar.value < 0x80 {
        hasher.add(UInt16(scalar.value))
      } else {
        for unit in String(scalar).utf16 { hasher.add(unit) }
      }
    }
    lines = hasher.finish()
  }

  /// The fingerprint of a 1-based line: lower-case hexadecimal digits, a colon, and the ordinal.
  subscript(line: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    let (hash, ordinal) = lines[line - 1]
    return String(hash, radix: 16) + ":" + String(ordinal)
  }
}

/// The state of the hash while the text runs through it.
private struct RollingHasher {
  private let factor: UInt64
  private let leavingFactor: UInt64
  /// The last units, a ring.
  private var window: [UInt16]
  /// Which of them start a line.
  private var isLineStart: [Bool]
  private var index = 0
  private var hash: UInt64 = 0
  private var isAtLineStart = true
  private var isAfterReturn = false
  private var ordinals: [UInt64: Int] = [:]
  private var lines: [(hash: UInt64, ordinal: Int)] = []

  init(size: Int, factor: UInt64, leavingFactor: UInt64) {
    self.factor = factor
    self.leavingFactor = leavingFactor
    window = Array(repeating: 0, count: size)
    isLineStart = Array(repeating: false, count: size)
  }

  /// Takes the next unit of the text.
  mutating func add(_ unit: UInt16) {
    let isSecondOfPair = isAfterReturn && unit == 0x0A
    isAfterReturn = unit == 0x0D
    if unit == 0x20 || unit == 0x09 || isSecondOfPair { return }
    push(isAfterReturn ? 0x0A : unit)
  }

  /// Ends the text; gives the lines in their order.
  mutating func finish() -> [(hash: UInt64, ordinal: Int)] {
    push(0xFFFF)
    for _ in window.indices {
      recordLine()
      roll(0)
    }
    return lines
  }

  private mutating func push(_ unit: UInt16) {
    recordLine()
    if isAtLineStart { isLineStart[index] = true }
    isAtLineStart = unit == 0x0A
    roll(unit)
  }

  /// When the block began at the start of a line, keeps its hash for that line.
  private mutating func recordLine() {
    guard isLineStart[index] else { return }
    isLineStart[index] = false
    let ordinal = (ordinals[hash] ?? 0) + 1
    ordinals[hash] = ordinal
    lines.append((hash, ordinal))
  }

  private mutating func roll(_ unit: UInt16) {
    hash = factor &* hash &+ UInt64(unit) &- leavingFactor &* UInt64(window[index])
    window[index] = unit
    index = index + 1 == window.count ? 0 : index + 1
  }
}
