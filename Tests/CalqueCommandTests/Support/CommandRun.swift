import CalqueTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program did.
struct CommandRun {
  /// The exit code, or 128 and the signal that ended it.
  let status: Int32
  let outBytes: [UInt8]
  let errorBytes: [UInt8]
  let seconds: Double
  /// The most memory it held at once, in bytes; 0 unless measured.
  let peakMemory: Int

  var out: String { String(decoding: outBytes, as: UTF8.self) }
  var error: String { String(decoding: errorBytes, as: UTF8.self) }
  /// The lines of standard output.
  var lines: [String] { out.split(separator: "\n").map(String.init) }
}

extension CommandRun {
  /// Runs a program in a folder and waits; one that takes too long is ended by a signal.
  ///
  /// - Parameters:
  ///   - program: the path of the program.
  ///   - folder: its working directory.
  ///   - environment: its whole environment, as `NAME=value`.
  ///   - limit: seconds after which it is ended.
  ///   - measuresMemory: true to watch its memory, on Linux.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = [], environment: [String] = [],
    limit: Double = 120, measuresMemory: Bool = false
  ) throws -> CommandRun {
    // Files instead of pipes: nothing can block, however much there is to read and write.
    let files = try [tmpfile(), tmpfile(), tmpfile()].map { file in
      guard let file else { throw TestSupportError("tmpfile") }
      return file
    }
    defer { for file in files { fclose(file) } }
    fwrite(input, 1, input.count, files[0])
    rewind(files[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, fileno(file), Int32(index))
    }
    // The shell changes the folder and then becomes the program; `posix_spawn` alone cannot do it everywhere.
    let words = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, program] + arguments
    let start = now()
    var process = pid_t()
    let failure = withCStrings(words) { words in
      withCStrings(environment) { posix_spawn(&process, "/bin/sh", &actions, nil, words, $0) }
    }
    guard failure == 0 else { throw TestSupportError("posix_spawn \(program)") }
    var code: Int32 = 0
    var peak = 0
    while true {
      let ended = waitpid(process, &code, WNOHANG)
      if ended == process { break }
      guard ended == 0 else { throw TestSupportError("waitpid") }
      if now() - start > limit { kill(process, SIGKILL) }
      if measuresMemory { peak = max(peak, residentPeak(of: process)) }
      usleep(1000)
    }
    let signal = code & 0x7F
    return CommandRun(
      status: signal == 0 ? (code >> 8) & 0xFF : 128 + signal, outBytes: contents(of: files[1]),
      errorBytes: contents(of: files[2]), seconds: now() - start, peakMemory: peak)
  }

  /// The most memory that a running process held so far, in bytes; 0 where the system does not say.
  private static func residentPeak(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    let text = String(decoding: contents(of: file), as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return 0 }
    return (Int(line.filter(\.isNumber)) ?? 0) * 1024
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { result += buffer[..<count] }
    return result
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private func withCStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
