/// What ignore patterns say about a path.
package enum IgnoreDecision: Hashable, Sendable {
  /// Leave it out.
  case ignored
  /// Take it in, whatever a weaker source of patterns says.
  case included
}

/// The patterns of one ignore file, with the meaning that Git gives to `.gitignore`.
///
/// Checked against `git check-ignore`; the reference is gitignore(5).
package struct IgnoreRules: Sendable {
  /// The patterns in the order of the file.
  package let patterns: [IgnorePattern]

  /// Reads an ignore file: a pattern a line, `#` starts a comment, trailing spaces count only when escaped.
  ///
  /// - Complexity: O(*n*) in bytes.
  package init(_ file: [UInt8], unit: GlobUnit = .byte) {
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
    patterns = text.split(separator: 0x0A).compactMap { line in
      if line.first == UInt8(ascii: "#") { return nil }
      var line = line.last == 0x0D ? line.dropLast() : line
      // Git holds a line as a C string.
      if let end = line.firstIndex(of: 0) { line = line[..<end] }
      line = Self.withoutTrailingSpaces(line)
      return line.isEmpty ? nil : IgnorePattern(line, unit: unit)
    }
  }

  /// Takes patterns one by one, from a configuration file; here nothing is a comment.
  package init(patterns: [String], unit: GlobUnit = .codePoint) {
    self.patterns = patterns.filter { !$0.isEmpty }.map { IgnorePattern(Array($0.utf8)[...], unit: unit) }
  }

  /// True without patterns.
  package var isEmpty: Bool { patterns.isEmpty }

  /// What the last matching pattern says about this very path, its folders aside; nil without a match.
  ///
  /// - Parameters:
  ///   - path: relative to the folder of the ignore file, without a slash at either end.
  ///   - isFolder: true when the path is that of a folder.
  ///   - namesOnly: true to ask only patterns without a slash inside, for a path that is not below the folder.
  package func decision(_ path: ArraySlice<UInt8>, isFolder: Bool, namesOnly: Bool = false) -> IgnoreDecision? {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let nameStart = slash.map { $0 + 1 } ?? path.startIndex
    let match = patterns.last { pattern in
      (pattern.matchesName || !namesOnly) && pattern.matches(path, nameStart: nameStart, isFolder: isFolder)
    }
    return match.map { $0.isNegated ? .included : .ignored }
  }

  /// True when the path or a folder above it is ignored: below an ignored folder nothing can be taken back in.
  ///
  /// - Parameters: as for `decision`.
  package func ignores(_ path: ArraySlice<UInt8>, isFolder: Bool, namesOnly: Bool = false) -> Bool {
    for index in path.indices where path[index] == UInt8(ascii: "/") {
      if decision(path[..<index], isFolder: true, namesOnly: namesOnly) == .ignored { return true }
    }
    return decision(path, isFolder: isFolder, namesOnly: namesOnly) == .ignored
  }

  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let isEscape = line[index] == UInt8(ascii: "\\")
      let isSpace = line[index] == UInt8(ascii: " ")
      index = min(index + (isEscape ? 2 : 1), line.endIndex)
      if !isSpace { end = index }
    }
    return line[..<end]
  }
}
