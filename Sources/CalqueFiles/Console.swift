#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error.
package enum Console {
  /// True when standard output is a terminal.
  package static var isOutTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// True when standard error is a terminal.
  package static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes bytes to standard output; a reader that went away is no error.
  package static func writeOut(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  /// Writes text to standard output.
  package static func writeOut(_ text: String) { writeOut(Array(text.utf8)) }
  /// Writes bytes to standard error.
  package static func writeError(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }
  /// Writes text to standard error.
  package static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = sysWrite(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE, descriptor == STDOUT_FILENO { exit(0) }
          return
        }
        offset += written
      }
    }
  }

  private static func sysWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// The value of an environment variable; nil when it is unset or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }

  /// True when output to standard output should have colors.
  ///
  /// The option wins, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether there is a terminal.
  package static func useColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if environment("NO_COLOR") != nil { return false }
      if environment("FORCE_COLOR") != nil || environment("CLICOLOR_FORCE") != nil { return true }
      return isOutTerminal && environment("TERM") != "dumb"
    }
  }

  /// The number of threads that this machine runs at once.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The working directory.
  package static var currentDirectory: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Seconds of a clock that never goes back.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// When to color.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Lets a write to a closed pipe fail instead of ending the process.
package func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

/// Ends the process.
package func exitProcess(_ code: Int32) -> Never { exit(code) }
