/// How a piece of a document's plain text came out of the source.
package enum PieceKind: UInt8, Sendable, BitwiseCopyable {
  /// The same bytes stand in the source.
  case verbatim
  /// Other bytes stand in the source: an entity, an escape, a line break that became a space.
  case decoded
  /// Nothing of the text stands in the source: a placeholder, a separator. The source range is what it stands for and
  /// may be empty.
  case synthetic
}

/// A stretch of plain text and the source bytes it came from.
package struct Piece: Hashable, Sendable, BitwiseCopyable {
  /// Offset of the first byte in the plain text.
  package let plainLower: UInt32
  /// The bytes of the source.
  package let source: ByteRange
  /// How the two belong together.
  package let kind: PieceKind

  /// A piece from its parts.
  package init(plainLower: UInt32, source: ByteRange, kind: PieceKind) {
    self.plainLower = plainLower
    self.source = source
    self.kind = kind
  }
}

/// A range of plain text laid back on the source.
package struct MappedRange: Hashable, Sendable {
  /// The source bytes, widened to whole decoded pieces.
  package let range: ByteRange
  /// True when the plain text is exactly these source bytes, so that a fix may replace them.
  package let isVerbatim: Bool

  /// A mapped range from its parts.
  package init(range: ByteRange, isVerbatim: Bool) {
    self.range = range
    self.isVerbatim = isVerbatim
  }
}

/// Lays byte ranges of a document's plain text back on its source text.
///
/// The pieces tile the plain text in order; their source ranges never go backwards.
package struct OffsetMap: Sendable {
  /// The pieces, ordered by plain offset.
  package private(set) var pieces: [Piece] = []
  /// Length of the plain text in bytes.
  package private(set) var plainCount: UInt32 = 0

  /// A map of an empty text.
  package init() {}

  /// Adds a piece of `plainCount` bytes; joins it to the one before where both are verbatim and adjacent.
  package mutating func append(plainCount count: Int, source: ByteRange, kind: PieceKind) {
    defer { plainCount += UInt32(count) }
    if count == 0 { return }
    if kind == .verbatim, let last = pieces.last, last.kind == .verbatim, last.source.upper == source.lower {
      pieces[pieces.count - 1] = Piece(
        plainLower: last.plainLower, source: ByteRange(last.source.lower, source.upper), kind: .verbatim)
    } else {
      pieces.append(Piece(plainLower: plainCount, source: source, kind: kind))
    }
  }

  /// The source range of a range of plain text.
  ///
  /// A range that touches a decoded or synthetic piece widens to the whole of that piece's source. An empty range maps to
  /// an empty range.
  ///
  /// - Complexity: O(log *n*) in pieces, plus the pieces touched.
  package func source(of plain: ByteRange) -> MappedRange {
    guard !pieces.isEmpty else { return MappedRange(range: ByteRange(at: 0), isVerbatim: false) }
    let first = index(at: plain.lower)
    var piece = pieces[first]
    var lower = piece.source.lower
    if piece.kind == .verbatim {
      lower = min(piece.source.upper, piece.source.lower + (plain.lower - piece.plainLower))
    }
    if plain.isEmpty { return MappedRange(range: ByteRange(at: lower), isVerbatim: piece.kind == .verbatim) }
    var last = first
    while last + 1 < pieces.count, pieces[last + 1].plainLower < plain.upper { last += 1 }
    let isVerbatim = first == last && piece.kind == .verbatim
    piece = pieces[last]
    var upper = piece.source.upper
    if piece.kind == .verbatim {
      upper = min(piece.source.upper, piece.source.lower + (plain.upper - piece.plainLower))
    }
    return MappedRange(range: ByteRange(lower, max(lower, upper)), isVerbatim: isVerbatim)
  }

  /// The index of the piece that holds a plain offset; the last one for the end of the text.
  private func index(at offset: UInt32) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].plainLower <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
