/// Pure functions on POSIX paths as text; none of them looks at a file system.
///
/// Paths are compared by their bytes: Swift's `==` also equates different normal forms, which are different files.
package enum Path {
  /// True for a path that starts at the root.
  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// The path without `.`, empty components, and `..` where a component stands before it.
  ///
  /// The result of an empty path is `.`. Symbolic links are not known here: `link/..` becomes the folder of the link.
  package static func normalized(_ path: String) -> String {
    let isAbsolute = isAbsolute(path)
    var kept: [Substring.UTF8View] = []
    for component in components(of: path) {
      if component.elementsEqual(".".utf8) { continue }
      guard component.elementsEqual("..".utf8) else {
        kept.append(component)
        continue
      }
      if let last = kept.last, !last.elementsEqual("..".utf8) {
        kept.removeLast()
      } else if !isAbsolute {
        kept.append(component)
      }
    }
    let text = kept.map { String($0) ?? "" }.joined(separator: "/")
    return isAbsolute ? "/" + text : text.isEmpty ? "." : text
  }

  /// `path` seen from the folder `base`, normalized; `path` itself when it is absolute.
  package static func joined(_ base: String, _ path: String) -> String {
    if isAbsolute(path) || base.isEmpty { return normalized(path) }
    return normalized(base + "/" + path)
  }

  /// The folder of a normalized path; nil for the root and for `.`.
  package static func parent(_ path: String) -> String? {
    if path == "/" || path == "." { return nil }
    guard let cut = path.utf8.lastIndex(of: slash) else { return "." }
    return cut == path.utf8.startIndex ? "/" : String(path[..<cut])
  }

  /// The last component of a normalized path.
  package static func name(_ path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: slash) else { return path }
    return String(path[path.utf8.index(after: cut)...])
  }

  /// What follows the last dot of the last component, ASCII letters lowered; nil without one.
  ///
  /// The dot of a hidden file's name starts no extension.
  package static func fileExtension(_ path: String) -> String? {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.utf8.startIndex else { return nil }
    let bytes = name.utf8[name.utf8.index(after: dot)...].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The part of a path below a folder; empty for the folder itself, nil when it is not inside.
  ///
  /// - Parameters:
  ///   - path: normalized, absolute or relative like `base`.
  ///   - base: normalized.
  package static func below(_ path: String, _ base: String) -> String? {
    if path.utf8.elementsEqual(base.utf8) { return "" }
    if base == "/" { return isAbsolute(path) ? String(path.dropFirst()) : nil }
    if base == "." { return isAbsolute(path) || path == ".." || path.hasPrefix("../") ? nil : path }
    let count = base.utf8.count
    guard path.utf8.count > count, path.utf8.starts(with: base.utf8) else { return nil }
    let rest = path.utf8.dropFirst(count)
    return rest.first == slash ? String(rest.dropFirst()) : nil
  }

  /// The shortest way from the folder `base` to `path`, both absolute and normalized: `../other/file`.
  package static func relative(_ path: String, to base: String) -> String {
    if let below = below(path, base) { return below.isEmpty ? "." : below }
    var up = ""
    var folder = base
    while let parent = parent(folder) {
      up += up.isEmpty ? ".." : "/.."
      if let below = below(path, parent) { return below.isEmpty ? up : up + "/" + below }
      folder = parent
    }
    return path
  }

  private static let slash = UInt8(ascii: "/")

  private static func components(of path: String) -> [Substring.UTF8View] {
    path.utf8.split(separator: slash)
  }
}

/// A path as a key of dictionaries and sets: equal only when all bytes are.
package struct PathKey: Hashable, Sendable, Comparable {
  /// The path.
  package let path: String

  /// A key for a path.
  package init(_ path: String) { self.path = path }

  package static func == (left: PathKey, right: PathKey) -> Bool { left.path.utf8.elementsEqual(right.path.utf8) }

  package func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders by bytes.
  package static func < (left: PathKey, right: PathKey) -> Bool {
    left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}
