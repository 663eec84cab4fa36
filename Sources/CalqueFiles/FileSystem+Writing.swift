#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Makes a folder; one that is there already is left as it is.
  ///
  /// The folder above must be there.
  package func makeFolder(_ path: String) throws(FileError) {
    if mkdir(try cPath(path), 0o777) != 0, errno != EEXIST { throw FileError(path, errno: errno) }
  }

  /// Replaces the content of a file in one step, or makes the file: at every moment it holds the old or the new content.
  ///
  /// The new content goes to a temporary file in the same folder, reaches the disk, and takes the place of the old file.
  /// A link stays, the file it leads to is replaced. Permissions are kept, owner and group where the system allows it;
  /// access lists and extended attributes are not, and other hard links keep the old content.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = kind(of: path, followsLinks: false) == .link ? try realPath(path) : path
    let old = status(target, followsLinks: false)
    if let old {
      switch FileKind(old) {
      case .file: break
      case .folder: throw FileError(path, .isFolder)
      case .link, .special: throw FileError(path, .isSpecial)
      }
      // A folder that may be changed would let a protected file be replaced.
      guard access(try cPath(target), W_OK) == 0 else { throw FileError(path, errno: errno) }
    }
    let folder = folder(of: target)
    let (temporary, descriptor) = try makeTemporary(in: folder, for: path)
    do throws(FileError) {
      defer { close(descriptor) }
      try writeAll(bytes, descriptor, path)
      if let old { keep(old, descriptor) }
      guard fsync(descriptor) == 0 else { throw FileError(path, errno: errno) }
      guard rename(try cPath(temporary), try cPath(target)) == 0 else { throw FileError(path, errno: errno) }
    } catch {
      unlink(try cPath(temporary))
      throw error
    }
    // The new name reaches the disk too; not every file system can do that for a folder.
    let folderDescriptor = open(try cPath(folder), O_RDONLY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      _ = fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }

  private func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  private func makeTemporary(in folder: String, for path: String) throws(FileError) -> (String, Int32) {
    var code: Int32 = 0
    for _ in 0..<100 {
      let name = "\(folder)/.calque-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
      let descriptor = open(try cPath(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      code = errno
      if code != EEXIST { break }
    }
    throw FileError(path, errno: code)
  }

  private func writeAll(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(FileError) {
    var count = 0
    while count < bytes.count {
      let result = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[count...])
        return systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if result < 0 {
        if errno == EINTR { continue }
        throw FileError(path, errno: errno)
      }
      count += result
    }
  }

  /// Gives a new file the owner, group and permissions of an old one.
  private func keep(_ old: stat, _ descriptor: Int32) {
    var mode = old.st_mode & 0o7777
    var new = stat()
    if fstat(descriptor, &new) == 0, new.st_uid != old.st_uid || new.st_gid != old.st_gid {
      // Without its owner, a file must not run in his name; without its group, not be open to another one.
      if fchown(descriptor, old.st_uid, old.st_gid) != 0 {
        mode &= 0o1777
        if fchown(descriptor, uid_t.max, old.st_gid) != 0 { mode &= ~0o070 }
      }
    }
    _ = fchmod(descriptor, mode)
  }
}

/// The system's `write`, under a name that no method hides.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
