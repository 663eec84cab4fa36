import CalqueConfiguration

/// The ignore files that count in a folder, from its repository's root down to the folder itself.
struct IgnoreScopes {
  /// Patterns and the folder that they are seen from.
  private struct Scope {
    /// Length of the folder's absolute path in bytes, with the slash at its end.
    let baseLength: Int
    let rules: IgnoreRules
  }

  /// Patterns for Git, the weakest first.
  private var git: [Scope] = []
  /// Patterns for Calque, the weakest first; they are stronger than those for Git.
  private var own: [Scope] = []
  private var isInRepository = false

  /// True when the path itself is ignored, the folders it is in aside.
  ///
  /// - Parameter path: the bytes of the absolute path.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    for scope in own.reversed() + git.reversed() where path.count > scope.baseLength {
      if let decision = scope.rules.decision(path[scope.baseLength...], isFolder: isFolder) {
        return decision == .ignored
      }
    }
    return false
  }

  /// The scopes inside a folder, which is the next one below that of these scopes or the first one of all.
  ///
  /// - Parameters:
  ///   - folder: the bytes of its absolute path.
  ///   - names: what is in it; only the names of ignore files and `.git` matter.
  func entering(_ folder: [UInt8], names: Set<IgnoreFileName>, _ files: FileSystem, usesGit: Bool) -> IgnoreScopes {
    if names.isEmpty { return self }
    var result = self
    let path = PathCoding.text(folder)
    let baseLength = folder == [0x2F] ? 1 : folder.count + 1
    if names.contains(.repository) {
      result.git = []
      result.isInRepository = true
      if usesGit, let exclude = Self.excludeFile(ofRepository: path, files) {
        result.git.append(Scope(baseLength: baseLength, rules: exclude))
      }
    }
    if usesGit, result.isInRepository, names.contains(.git), let rules = Self.rules(path + "/.gitignore", files) {
      result.git.append(Scope(baseLength: baseLength, rules: rules))
    }
    if names.contains(.own), let rules = Self.rules(path + "/.calqueignore", files) {
      result.own.append(Scope(baseLength: baseLength, rules: rules))
    }
    return result
  }

  /// The scopes above a folder, and whether the folder or one above it is ignored.
  ///
  /// - Parameter folder: its absolute path without links.
  static func above(_ folder: String, _ files: FileSystem, usesGit: Bool) -> (scopes: IgnoreScopes, isIgnored: Bool) {
    var folders: [(path: String, names: Set<IgnoreFileName>)] = []
    // A repository's root starts anew, so that nothing above it counts.
    var next = IgnoreFileName.names(in: folder, files).contains(.repository) ? nil : Path.parent(folder)
    while let path = next {
      let names = IgnoreFileName.names(in: path, files)
      folders.append((path, names))
      next = names.contains(.repository) ? nil : Path.parent(path)
    }
    var scopes = IgnoreScopes()
    var isIgnored = false
    for (path, names) in folders.reversed() {
      let bytes = PathCoding.bytes(path)
      isIgnored = isIgnored || scopes.ignores(bytes, isFolder: true)
      scopes = scopes.entering(bytes, names: names, files, usesGit: usesGit)
    }
    return (scopes, isIgnored || scopes.ignores(PathCoding.bytes(folder), isFolder: true))
  }

  private static func rules(_ path: String, _ files: FileSystem) -> IgnoreRules? {
    // What cannot be read is as good as not there, as for Git.
    guard let bytes = try? files.read(path, limit: 16 << 20) else { return nil }
    return IgnoreRules(bytes)
  }

  /// The patterns of `info/exclude`, which linked worktrees share with their repository.
  private static func excludeFile(ofRepository folder: String, _ files: FileSystem) -> IgnoreRules? {
    var gitFolder = folder + "/.git"
    if files.kind(of: gitFolder, followsLinks: true) == .file {
      guard let text = line(gitFolder, files), text.hasPrefix("gitdir: ") else { return nil }
      gitFolder = Path.joined(folder, String(text.dropFirst("gitdir: ".count)))
      if let common = line(gitFolder + "/commondir", files) { gitFolder = Path.joined(gitFolder, common) }
    }
    return rules(gitFolder + "/info/exclude", files)
  }

  private static func line(_ path: String, _ files: FileSystem) -> String? {
    guard let bytes = try? files.read(path, limit: 1 << 16) else { return nil }
    return PathCoding.text(bytes.prefix { $0 != 0x0A && $0 != 0x0D })
  }
}

/// The names in a folder that matter for ignoring.
enum IgnoreFileName: String, CaseIterable {
  /// A repository starts here.
  case repository = ".git"
  case git = ".gitignore"
  case own = ".calqueignore"

  /// The bytes of each name.
  static let byBytes = Dictionary(uniqueKeysWithValues: allCases.map { (Array($0.rawValue.utf8), $0) })

  /// Which of the names are in a folder.
  static func names(in folder: String, _ files: FileSystem) -> Set<IgnoreFileName> {
    Set(allCases.filter { files.exists(Path.joined(folder, $0.rawValue)) })
  }
}
