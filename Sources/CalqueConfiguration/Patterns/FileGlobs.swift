/// Patterns of a configuration file for files and folders.
///
/// They are written and mean what lines of an ignore file do: a pattern without a slash is for names at any depth, one
/// with a slash for paths from `base`, one that matches a folder covers everything in it, `!` takes out again, and the
/// last match wins. `?` and classes count code points.
package struct FileGlobs: Sendable {
  /// The folder that the patterns are seen from: absolute and normalized.
  package let base: String
  private let rules: IgnoreRules

  /// Compiles patterns.
  package init(_ patterns: [String], base: String) {
    self.base = base
    rules = IgnoreRules(patterns: patterns)
  }

  /// True without patterns.
  package var isEmpty: Bool { rules.isEmpty }

  /// True when the patterns cover a file, by itself or by a folder it is in.
  ///
  /// For a file that is not below `base`, only patterns without a slash are asked.
  ///
  /// - Parameter file: an absolute, normalized path.
  package func covers(_ file: String) -> Bool {
    let (path, isBelow) = seenFromBase(file)
    return rules.ignores(path, isFolder: false, namesOnly: !isBelow)
  }

  /// What the patterns say about this very path, the folders it is in aside; nil when they say nothing, as
  /// about `base` and the folders above it.
  ///
  /// - Parameter path: absolute and normalized.
  package func decision(_ path: String, isFolder: Bool) -> IgnoreDecision? {
    if Path.below(base, path) != nil { return nil }
    let (path, isBelow) = seenFromBase(path)
    return path.isEmpty ? nil : rules.decision(path, isFolder: isFolder, namesOnly: !isBelow)
  }

  private func seenFromBase(_ path: String) -> (path: ArraySlice<UInt8>, isBelow: Bool) {
    if let below = Path.below(path, base) { return (Array(below.utf8)[...], true) }
    // The folders that both have above them are none of the patterns' business.
    var rest = Array(Path.relative(path, to: base).utf8)[...]
    while rest.starts(with: "../".utf8) { rest = rest.dropFirst(3) }
    return (rest, false)
  }
}
