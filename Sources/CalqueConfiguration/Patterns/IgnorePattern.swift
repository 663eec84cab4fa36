/// One line of an ignore file.
package struct IgnorePattern: Sendable {
  /// True for a line that starts with `!`: what it matches is taken back in.
  package let isNegated: Bool
  /// True for a line that ends with `/`.
  package let matchesFoldersOnly: Bool
  /// True when it has no slash inside, so that it is compared with the last component alone.
  package let matchesName: Bool
  private let matcher: Matcher

  private enum Matcher: Sendable {
    case nothing
    case exactly([UInt8])
    case endsWith([UInt8])
    case glob(prefix: [UInt8], rest: Glob)
  }

  /// Compiles a line, which is no comment and has neither line end nor trailing spaces.
  package init(_ line: ArraySlice<UInt8>, unit: GlobUnit) {
    var rest = line
    isNegated = rest.first == UInt8(ascii: "!")
    if isNegated { rest = rest.dropFirst() }
    matchesFoldersOnly = rest.last == UInt8(ascii: "/")
    if matchesFoldersOnly { rest = rest.dropLast() }
    matchesName = !rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    matcher = Self.matcher(rest, matchesName: matchesName, unit: unit)
  }

  /// True when the pattern matches a path.
  ///
  /// - Parameters:
  ///   - path: relative to the folder of the ignore file, without a slash at either end.
  ///   - nameStart: the index of the first byte of the last component.
  ///   - isFolder: true when the path is that of a folder.
  package func matches(_ path: ArraySlice<UInt8>, nameStart: Int, isFolder: Bool) -> Bool {
    if matchesFoldersOnly, !isFolder { return false }
    let text = matchesName ? path[nameStart...] : path
    switch matcher {
    case .nothing: return false
    case .exactly(let bytes): return text.elementsEqual(bytes)
    case .endsWith(let bytes): return text.count >= bytes.count && text.suffix(bytes.count).elementsEqual(bytes)
    case .glob(let prefix, let rest): return text.starts(with: prefix) && rest.matches(text.dropFirst(prefix.count))
    }
  }

  private static func matcher(_ pattern: ArraySlice<UInt8>, matchesName: Bool, unit: GlobUnit) -> Matcher {
    guard let special = pattern.firstIndex(where: isSpecial) else {
      return pattern.isEmpty ? .nothing : .exactly(Array(pattern))
    }
    if matchesName, special == pattern.startIndex, pattern[special] == UInt8(ascii: "*"),
      !pattern.dropFirst().contains(where: isSpecial)
    {
      return .endsWith(Array(pattern.dropFirst()))
    }
    // Git cuts off what is literal before it looks at the stars, so that the `**` of `a**/b` stands at the start of what
    // is left and counts as folders. A name is compared whole.
    let start = matchesName ? pattern.startIndex : special
    guard let glob = Glob(pattern[start...], unit: unit) else { return .nothing }
    return .glob(prefix: Array(pattern[..<start]), rest: glob)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
  }
}
