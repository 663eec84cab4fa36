import CalqueFiles
import CalqueRules

/// Rule files as they stand on a disk.
package struct CollectedRuleFiles: Sendable {
  /// The files, with paths below `root`.
  package let files: [PackFile]
  /// What the paths are below; put before them in messages.
  package let root: String
  /// One line for each file that cannot be read.
  package let messages: [String]
}

/// Reads rule files, and folders of them.
package enum RuleFileCollector {
  private static let extensions: Set<String> = ["yaml", "yml", "tsv"]

  /// The rule files, tables and `pack.yaml` at a path.
  ///
  /// - Parameter path: a rule file, or a folder that is searched to the bottom.
  package static func files(at path: String) -> CollectedRuleFiles {
    let system = FileSystem()
    let found = FileWalker.find([path], options: WalkOptions(extensions: extensions, usesGitIgnore: false))
    var messages = found.problems.map { "\($0.path): error: \($0.reason)." }
    var files: [PackFile] = []
    let isFolder = system.kind(of: path, followsLinks: true) == .folder
    let root = isFolder ? trimmed(path) : folder(of: folder(of: path))
    for file in found.files {
      do throws(FileError) {
        files.append(PackFile(path: below(root, file.path), bytes: try system.read(file.path, limit: 4 << 20)))
      } catch {
        messages.append("\(file.path): error: \(error.reason).")
      }
    }
    return CollectedRuleFiles(files: files, root: root, messages: messages)
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The folder of a path, as text; empty when the path has only one part.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func below(_ root: String, _ path: String) -> String {
    if root.isEmpty || root == "." { return path }
    return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }
}
