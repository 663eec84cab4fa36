#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A failure of the tests' own helpers: a system call or a program that did not do what it should.
package struct TestSupportError: Error, CustomStringConvertible {
  package let description: String

  /// A failure with the current `errno` behind it.
  package init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
}

/// A new, empty folder that goes away together with the value.
package final class TemporaryFolder: Sendable {
  /// The absolute path without symbolic links.
  package let path: String

  /// Makes the folder below the system's folder for temporary files.
  package init() throws {
    var template = Array("/tmp/calque-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestSupportError("mkdtemp") }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let real = realpath(made, nil) else { throw TestSupportError("realpath") }
    defer { free(real) }
    path = String(cString: real)
  }

  deinit { _ = try? runProgram("rm", ["-rf", "--", path]) }

  /// Writes a file, making the folders above it.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), toBytes: Array(name.utf8))
  }

  /// Writes a file whose name may be any bytes.
  package func write(_ content: [UInt8], toBytes name: [UInt8]) throws {
    if let slash = name.lastIndex(of: 0x2F) { try makeFolder(bytes: Array(name[..<slash])) }
    let file = absolute(name)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw TestSupportError("open") }
    defer { close(descriptor) }
    guard unistdWrite(descriptor, content, content.count) == content.count else { throw TestSupportError("write") }
  }

  /// Makes a folder and those above it.
  package func makeFolder(_ name: String) throws { try makeFolder(bytes: Array(name.utf8)) }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) throws {
    guard symlink(target, path + "/" + name) == 0 else { throw TestSupportError("symlink") }
  }

  /// The bytes of a file; nil when there is none.
  package func contents(of name: String) throws -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  private func makeFolder(bytes: [UInt8]) throws {
    for end in bytes.indices.filter({ bytes[$0] == 0x2F }) + [bytes.count] where end > 0 {
      if mkdir(absolute(Array(bytes[..<end])), 0o755) != 0, errno != EEXIST { throw TestSupportError("mkdir") }
    }
  }

  private func absolute(_ name: [UInt8]) -> [CChar] {
    (Array(path.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
  }
}

private func unistdWrite(_ descriptor: Int32, _ bytes: [UInt8], _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Runs a program found on the path and waits for it.
///
/// - Parameters:
///   - input: the standard input; empty when nil.
///   - environment: `NAME=value` pairs added to those of this process.
/// - Returns: its exit code and what it printed on standard output; standard error is thrown away.
package func runProgram(
  _ name: String, _ arguments: [String], input: [UInt8] = [], environment: [String] = []
) throws -> (status: Int32, output: [UInt8]) {
  // Files instead of pipes: nothing can block, however much there is to read and write.
  guard let inputFile = tmpfile(), let outputFile = tmpfile() else { throw TestSupportError("tmpfile") }
  defer {
    fclose(inputFile)
    fclose(outputFile)
  }
  fwrite(input, 1, input.count, inputFile)
  rewind(inputFile)
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, fileno(inputFile), 0)
  posix_spawn_file_actions_adddup2(&actions, fileno(outputFile), 1)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var process = pid_t()
  let status = withCStrings([name] + arguments) { arguments in
    withCStrings(environment + currentEnvironment()) { environment in
      posix_spawnp(&process, name, &actions, nil, arguments, environment)
    }
  }
  guard status == 0 else { throw TestSupportError("posix_spawnp \(name)") }
  var code: Int32 = 0
  guard waitpid(process, &code, 0) == process else { throw TestSupportError("waitpid") }
  rewind(outputFile)
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&buffer, 1, buffer.count, outputFile), count > 0 { output += buffer[..<count] }
  return ((code >> 8) & 0xFF, output)
}

private func currentEnvironment() -> [String] {
  ["PATH", "HOME", "TMPDIR"].compactMap { (name: String) -> String? in
    getenv(name).map { "\(name)=\(String(cString: $0))" }
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
