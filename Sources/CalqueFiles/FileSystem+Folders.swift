#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One name in a folder.
struct FolderEntry {
  /// The bytes of the name.
  let name: [UInt8]
  /// What has this name, links not followed; nil when the folder does not say.
  let kind: FileKind?
}

extension FileSystem {
  /// The names in a folder without `.` and `..`, in no order.
  func entries(ofFolder path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = opendir(try cPath(path)) else { throw FileError(path, errno: errno) }
    defer { closedir(folder) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw FileError(path, errno: errno) }
        return entries
      }
      // The name may be longer or shorter than the field that is declared for it.
      let start = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
      let name = [UInt8](UnsafeRawBufferPointer(start: start, count: strlen(start)))
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      entries.append(FolderEntry(name: name, kind: kind(Int32(entry.pointee.d_type))))
    }
  }

  private func kind(_ type: Int32) -> FileKind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): nil
    default: .special
    }
  }
}
