import CalqueConfiguration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  case link
  /// A pipe, a socket or a device.
  case special
}

/// The name of a file that no other path to the same file changes.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let node: UInt64
}

/// The real file system.
///
/// Paths are text in the sense of `PathCoding`; relative ones are seen from the working folder.
package struct FileSystem: Sendable {
  /// The largest text that is read unless a limit is given: 1 GiB.
  package static let defaultLimit = 1 << 30

  /// The file system of this process.
  package init() {}

  /// The content of a regular file.
  ///
  /// Links are followed. Pipes and devices are refused without waiting for them.
  ///
  /// - Parameter limit: the most bytes that are read; a larger file is an error.
  package func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    let descriptor = open(try cPath(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    // Opening a socket or a device without a driver is refused with these.
    if descriptor < 0, errno == ENXIO || errno == ENODEV { throw FileError(path, .isSpecial) }
    guard descriptor >= 0 else { throw FileError(path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path, errno: errno) }
    switch FileKind(status) {
    case .file: break
    case .folder: throw FileError(path, .isFolder)
    case .link, .special: throw FileError(path, .isSpecial)
    }
    guard status.st_size <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
    return try readAll(descriptor, path, expected: Int(status.st_size), limit: limit)
  }

  /// Everything on standard input, of whatever kind.
  package func readStandardInput(limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    try readAll(0, "<stdin>", expected: 0, limit: limit)
  }

  /// What stands at a path; nil for nothing or for what may not be looked at.
  ///
  /// - Parameter followsLinks: gives what a link leads to instead of the link.
  package func kind(of path: String, followsLinks: Bool) -> FileKind? {
    status(path, followsLinks: followsLinks).map { FileKind($0) }
  }

  /// The identity of what stands at a path, links followed; nil for nothing.
  package func identity(of path: String) -> FileIdentity? {
    status(path, followsLinks: true).map { FileIdentity(device: UInt64($0.st_dev), node: UInt64($0.st_ino)) }
  }

  /// The absolute path of something that exists, without links.
  package func realPath(_ path: String) throws(FileError) -> String {
    guard let real = realpath(try cPath(path), nil) else { throw FileError(path, errno: errno) }
    defer { free(real) }
    return PathCoding.text(UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) })
  }

  /// The absolute path of a file without links in its folder; the file itself may be a link, or missing.
  package func absolutePath(ofFile path: String) throws(FileError) -> String {
    let bytes = Array(path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())
    let name = bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    // `..` is not taken away from the text: behind a link it means another folder than the text says.
    if name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return try realPath(path) }
    let folder = String(decoding: bytes.dropLast(name.count), as: UTF8.self)
    return Path.joined(try realPath(folder.isEmpty ? "." : folder), String(decoding: name, as: UTF8.self))
  }

  /// The absolute path of the working folder.
  package func workingFolder() throws(FileError) -> String { try realPath(".") }

  // MARK: Helpers

  func status(_ path: String, followsLinks: Bool) -> stat? {
    var status = stat()
    guard let path = try? cPath(path) else { return nil }
    let result = followsLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status : nil
  }

  /// The path as the system wants it.
  func cPath(_ path: String) throws(FileError) -> [CChar] {
    let bytes = PathCoding.bytes(path)
    guard !bytes.contains(0) else { throw FileError(path, .invalidPath) }
    return (bytes + [0]).map { CChar(bitPattern: $0) }
  }

  private func readAll(_ descriptor: Int32, _ path: String, expected: Int, limit: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(expected + 1, 4096))
    var count = 0
    while true {
      let result = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return systemRead(descriptor, rest.baseAddress, rest.count)
      }
      if result == 0 { break }
      if result < 0 {
        if errno == EINTR { continue }
        throw FileError(path, errno: errno)
      }
      count += result
      // The file may have grown since it was opened, and standard input has no size.
      if count > limit { throw FileError(path, .tooLarge(limit: limit)) }
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

extension FileSystem: ConfigurationFiles {
  /// The content of a configuration file; nil when nothing is there.
  package func contents(of path: String) throws(ConfigurationReadError) -> [UInt8]? {
    do throws(FileError) {
      return try read(path, limit: 16 << 20)
    } catch {
      if error.kind == .notFound { return nil }
      throw ConfigurationReadError(error.reason)
    }
  }

  /// True when a file or a folder is there, links followed.
  package func exists(_ path: String) -> Bool { status(path, followsLinks: true) != nil }
}

extension FileKind {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }
}

/// The system's `read`, under a name that no method hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
