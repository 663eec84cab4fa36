import CalqueText

/// Writes the inline contexts of spans into tokens.
enum InlineMarker {
  /// Sets the bits of every span that a token shares a byte with.
  ///
  /// - Parameter spans: ordered by start; they need not nest.
  /// - Complexity: O(*tokens* + *spans*).
  static func mark(_ tokens: inout [Token], with spans: [InlineSpan]) {
    guard !spans.isEmpty else { return }
    // For each context the end of what is open: a token is inside when it starts before that end.
    var ends = [UInt32](repeating: 0, count: 8)
    var last: UInt32 = 0
    var next = 0
    for index in tokens.indices {
      let range = tokens[index].range
      while next < spans.count, spans[next].range.lower < range.upper {
        let span = spans[next]
        next += 1
        let byte = span.scope.inlineByte
        for bit in 0..<8 where byte & 1 << UInt8(bit) != 0 { ends[bit] = max(ends[bit], span.range.upper) }
        last = max(last, span.range.upper)
      }
      if range.lower >= last { continue }
      for bit in 0..<8 where ends[bit] > range.lower { tokens[index].inline |= 1 << UInt8(bit) }
    }
  }
}
