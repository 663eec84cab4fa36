import CalqueTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program under test and the folder of the project.
enum Executable {
  /// The executable that was built together with the tests: it lies in a folder above the test bundle.
  ///
  /// - Throws: `TestSupportError` when there is none.
  static func path() throws -> String {
    if let path = getenv("CALQUE_UNDER_TEST") { return String(cString: path) }
    var folder = try bundlePath().split(separator: "/").dropLast()
    while !folder.isEmpty {
      let candidate = "/" + folder.joined(separator: "/") + "/calque"
      var status = stat()
      if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
        return candidate
      }
      folder = folder.dropLast()
    }
    throw TestSupportError("no executable “calque” above the test bundle")
  }

  /// The path of the test bundle's binary.
  private static func bundlePath() throws -> String {
    #if canImport(Darwin)
      var info = Dl_info()
      let name = dladdr(#dsohandle, &info) == 0 ? nil : info.dli_fname
      let real = name.flatMap { realpath($0, nil) }
    #else
      let real = realpath("/proc/self/exe", nil)
    #endif
    guard let real else { throw TestSupportError("the path of the test bundle") }
    defer { free(real) }
    return String(cString: real)
  }

  /// The project's folder.
  static let projectFolder = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

  /// True when snapshots are to be written instead of compared.
  static let isRecording = getenv("RECORD_SNAPSHOTS").map { String(cString: $0) } == "1"
}
