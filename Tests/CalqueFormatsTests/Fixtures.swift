import Testing
import CalqueFormats
import CalqueText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text in `Fixtures/formats`.
struct Fixture: Sendable, CustomTestStringConvertible {
  /// The whole path.
  let path: String
  /// How the text is read.
  let format: TextFormat

  var testDescription: String { String(path.split(separator: "/").last ?? "") }
  /// The path of the listing of its blocks.
  var snapshotPath: String { String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)]) + ".blocks" }

  /// All texts of a format, ordered by path.
  static func all(_ folder: String, _ format: TextFormat) -> [Fixture] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let path = "\(root)/Fixtures/formats/\(folder)"
    return files(in: path).filter { !$0.hasSuffix(".blocks") }.sorted().map {
      Fixture(path: "\(path)/\($0)", format: format)
    }
  }

  /// All texts.
  static let all = all("markdown", .markdown) + all("text", .text)

  /// The text.
  func source() throws -> SourceText {
    try SourceText(validating: try #require(readFile(path)))
  }
}

/// The names in a folder, those that start with a full stop left out.
private func files(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names
}

/// The bytes of a file; nil when it cannot be read.
func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: buffer[..<count])
  }
}

/// Writes a file; false when it cannot.
func writeFile(_ path: String, _ text: String) -> Bool {
  guard let file = fopen(path, "wb") else { return false }
  defer { fclose(file) }
  let bytes = Array(text.utf8)
  return fwrite(bytes, 1, bytes.count, file) == bytes.count
}

/// True when listings are to be written anew: `RECORD_SNAPSHOTS=1`.
var isRecording: Bool { getenv("RECORD_SNAPSHOTS").map { String(cString: $0) == "1" } ?? false }
