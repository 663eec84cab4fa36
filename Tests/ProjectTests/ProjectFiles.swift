#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the project, for tests about the project itself.
struct ProjectFile {
  /// The path below the project's folder.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count else { return nil }
      let before = words[..<index]
      return before.allSatisfy { ["public", "package", "internal", "private"].contains($0) || $0.hasPrefix("@") }
        ? words[index + 1] : nil
    }
  }
}

/// The files of the project.
enum ProjectFiles {
  struct Unreadable: Error {
    let path: String
  }

  /// The project's folder.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The Swift files below a folder of the project.
  static func swift(below folder: String) throws -> [ProjectFile] { try files(below: folder, suffix: ".swift") }

  /// The files below a folder of the project whose names end so, ordered by path.
  static func files(below folder: String, suffix: String) throws -> [ProjectFile] {
    var paths: [String] = []
    try collect(folder, suffix, into: &paths)
    return try paths.sorted().map { ProjectFile(path: $0, text: try read($0)) }
  }

  /// The text of a file of the project.
  static func read(_ path: String) throws -> String {
    guard let file = fopen(root + "/" + path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func collect(_ folder: String, _ suffix: String, into paths: inout [String]) throws {
    guard let directory = opendir(root + "/" + folder) else { throw Unreadable(path: folder) }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        try collect(path, suffix, into: &paths)
      } else if name.hasSuffix(suffix) {
        paths.append(path)
      }
    }
  }
}
