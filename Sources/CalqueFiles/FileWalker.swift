import CalqueConfiguration

/// A file to lint.
package struct FoundFile: Hashable, Sendable {
  /// The path for output: as it was given, or the given folder's path with the way down added.
  package let path: String
  /// The absolute path; only the last component may be a link.
  package let absolutePath: String
  /// True when it was named itself, not found in a folder.
  package let isNamed: Bool
}

/// What a walk takes.
package struct WalkOptions: Sendable {
  /// Extensions of the files that are taken in folders: ASCII letters lowered, without the dot.
  package let extensions: Set<String>
  /// True when `.gitignore` and `.git/info/exclude` count inside of Git repositories.
  package let usesGitIgnore: Bool
  /// True when names that start with a dot are taken in folders; `.git` never is.
  package let includesHidden: Bool
  /// True when named files and folders too are left out where an ignore file or the configuration says so.
  package let filtersNamed: Bool

  /// Options for these extensions.
  package init(
    extensions: Set<String>, usesGitIgnore: Bool = true, includesHidden: Bool = false, filtersNamed: Bool = false
  ) {
    self.extensions = extensions
    self.usesGitIgnore = usesGitIgnore
    self.includesHidden = includesHidden
    self.filtersNamed = filtersNamed
  }
}

/// What a walk found.
package struct WalkResult: Hashable, Sendable {
  /// The files, ordered by the bytes of their paths, none twice.
  package let files: [FoundFile]
  /// What could not be used, ordered by path; the paths are those for output.
  package let problems: [FileError]
}

/// Finds the files to lint.
///
/// Named files are taken whatever they are called. Folders are searched to the bottom: `.calqueignore` counts
/// everywhere and is stronger than `.gitignore`, links to folders are not followed, links to files are taken unless the
/// file they lead to is there too. A folder that was named is searched even when an ignore file names it.
package struct FileWalker {
  private let files: FileSystem
  private let options: WalkOptions
  private var found: [FoundFile] = []
  private var links: [FoundFile] = []
  private var seen: Set<PathKey> = []
  private var searched: Set<PathKey> = []
  private var problems: Set<FileError> = []

  /// Finds files.
  ///
  /// - Parameters:
  ///   - paths: files and folders, as given.
  ///   - isExcluded: asked for every absolute path that would be taken or searched, with true for a folder; in a walk,
  ///     the folders above were asked about before.
  /// - Complexity: O(*n* log *n*) in the entries of all folders.
  package static func find(
    _ paths: [String], in files: FileSystem = FileSystem(), options: WalkOptions,
    isExcluded: (_ path: String, _ isFolder: Bool) -> Bool = { _, _ in false }
  ) -> WalkResult {
    var walker = FileWalker(files: files, options: options)
    for path in paths { walker.visit(path, isExcluded) }
    walker.addLinks()
    return WalkResult(
      files: walker.found.sorted { PathKey($0.path) < PathKey($1.path) },
      problems: walker.problems.sorted { PathKey($0.path) < PathKey($1.path) })
  }

  private init(files: FileSystem, options: WalkOptions) {
    self.files = files
    self.options = options
  }

  private mutating func visit(_ path: String, _ isExcluded: (String, Bool) -> Bool) {
    do throws(FileError) {
      guard let kind = files.kind(of: path, followsLinks: true) else {
        // The system's own word for what is wrong; a link that leads nowhere fails here too.
        _ = try files.realPath(path)
        throw FileError(path, .notFound)
      }
      let isFolder = kind == .folder
      let absolute = isFolder ? try files.realPath(path) : try files.absolutePath(ofFile: path)
      let parent = Path.parent(absolute) ?? "/"
      if options.filtersNamed {
        if isExcludedFromAbove(absolute, isFolder, isExcluded) { return }
        if isIgnored(absolute, parent: parent, isFolder: isFolder) { return }
      }
      if isFolder {
        let scopes = IgnoreScopes.above(absolute, files, usesGit: options.usesGitIgnore).scopes
        let prefix = path == "." || path == "./" ? "" : path.hasSuffix("/") ? path : path + "/"
        walk(Folder(path: PathCoding.bytes(absolute), display: PathCoding.bytes(prefix), scopes: scopes), isExcluded)
      } else if seen.insert(PathKey(absolute)).inserted {
        found.append(FoundFile(path: path, absolutePath: absolute, isNamed: true))
      }
    } catch {
      problems.insert(FileError(path, error.kind))
    }
  }

  /// Asks about a path and the folders above it, as a walk would have on the way down.
  private func isExcludedFromAbove(
    _ path: String, _ isFolder: Bool, _ isExcluded: (String, Bool) -> Bool
  ) -> Bool {
    var folder = path
    while let parent = Path.parent(folder), parent != "/" {
      if isExcluded(parent, true) { return true }
      folder = parent
    }
    return isExcluded(path, isFolder)
  }

  private func isIgnored(_ path: String, parent: String, isFolder: Bool) -> Bool {
    let (above, isParentIgnored) = IgnoreScopes.above(parent, files, usesGit: options.usesGitIgnore)
    if isParentIgnored { return true }
    let names = IgnoreFileName.names(in: parent, files)
    let scopes = above.entering(PathCoding.bytes(parent), names: names, files, usesGit: options.usesGitIgnore)
    return scopes.ignores(PathCoding.bytes(path), isFolder: isFolder)
  }

  // MARK: Walking

  private struct Folder {
    /// The absolute path.
    let path: [UInt8]
    /// What stands before a name in output.
    let display: [UInt8]
    /// The ignore files above.
    let scopes: IgnoreScopes
  }

  private mutating func walk(_ root: Folder, _ isExcluded: (String, Bool) -> Bool) {
    // A stack of our own: folders may be nested deeper than a thread's stack bears.
    var stack = [root]
    while let folder = stack.popLast() {
      guard searched.insert(PathKey(PathCoding.text(folder.path))).inserted else { continue }
      let entries: [FolderEntry]
      do throws(FileError) {
        entries = try files.entries(ofFolder: PathCoding.text(folder.path))
      } catch {
        let display =
          folder.display.last == 0x2F && folder.display.count > 1 ? folder.display.dropLast() : folder.display[...]
        problems.insert(FileError(display.isEmpty ? "." : PathCoding.text(display), error.kind))
        continue
      }
      let names = Set(entries.compactMap { IgnoreFileName.byBytes[$0.name] })
      let scopes = folder.scopes.entering(folder.path, names: names, files, usesGit: options.usesGitIgnore)
      for entry in entries { visit(entry, in: folder, scopes, &stack, isExcluded) }
    }
  }

  private mutating func visit(
    _ entry: FolderEntry, in folder: Folder, _ scopes: IgnoreScopes, _ stack: inout [Folder],
    _ isExcluded: (String, Bool) -> Bool
  ) {
    if entry.name.first == 0x2E, !options.includesHidden || entry.name == Array(".git".utf8) { return }
    let bytes = folder.path == [0x2F] ? folder.path + entry.name : folder.path + [0x2F] + entry.name
    let path = PathCoding.text(bytes)
    let kind = entry.kind ?? files.kind(of: path, followsLinks: false)
    switch kind {
    case .folder:
      if scopes.ignores(bytes, isFolder: true) || isExcluded(path, true) { return }
      stack.append(Folder(path: bytes, display: folder.display + entry.name + [0x2F], scopes: scopes))
    case .file, .link:
      guard let name = Path.fileExtension(PathCoding.text(entry.name)), options.extensions.contains(name) else {
        return
      }
      if scopes.ignores(bytes, isFolder: false) || isExcluded(path, false) { return }
      let file = FoundFile(
        path: PathCoding.text(folder.display + entry.name), absolutePath: path, isNamed: false)
      if kind == .link {
        links.append(file)
      } else if seen.insert(PathKey(path)).inserted {
        found.append(file)
      }
    case .special, nil:
      return
    }
  }

  /// Takes the links to files that were not found themselves, of several to one file the first by path.
  private mutating func addLinks() {
    if links.isEmpty { return }
    var identities = Set(found.compactMap { files.identity(of: $0.absolutePath) })
    for link in links.sorted(by: { PathKey($0.path) < PathKey($1.path) }) {
      guard files.kind(of: link.absolutePath, followsLinks: true) == .file,
        let identity = files.identity(of: link.absolutePath), identities.insert(identity).inserted,
        seen.insert(PathKey(link.absolutePath)).inserted
      else { continue }
      found.append(link)
    }
  }
}
