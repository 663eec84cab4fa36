import CalqueText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file or folder could not be used.
package struct FileError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  package enum Kind: Hashable, Sendable {
    /// Nothing is there.
    case notFound
    /// A folder is there where a file is wanted.
    case isFolder
    /// A pipe, a socket or a device is there.
    case isSpecial
    /// The file is larger than the given number of bytes.
    case tooLarge(limit: Int)
    /// The path holds a zero byte.
    case invalidPath
    /// What the system says, by its number.
    case system(Int32)
  }

  /// The path.
  package let path: String
  /// What kind of trouble it is.
  package let kind: Kind

  /// An error from its parts.
  package init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// An error from a number of the system.
  init(_ path: String, errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self.init(path, .notFound)
    case EISDIR: self.init(path, .isFolder)
    default: self.init(path, .system(code))
    }
  }

  /// The trouble in words, as the system has them where it found it: “Permission denied”.
  package var reason: String {
    switch kind {
    case .notFound: String(cString: strerror(ENOENT))
    case .isFolder: "It is a folder"
    case .isSpecial: "It is no regular file; give its content to standard input"
    case .tooLarge(let limit): "It is larger than \(Self.size(limit))"
    case .invalidPath: "The path holds a zero byte"
    case .system(let code): String(cString: strerror(code))
    }
  }

  /// The error as a problem of an input: `calque.unreadable` or `calque.too-large`.
  package var problem: InputProblem {
    if case .tooLarge = kind { return InputProblem(code: "calque.too-large", message: "\(reason).") }
    return InputProblem(code: "calque.unreadable", message: "The file cannot be read: \(reason).")
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }
}
