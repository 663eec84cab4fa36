#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines from a file descriptor; memory is bounded by the longest line.
struct LineReader: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// A reader over standard input unless another descriptor is given.
  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line without its line feed; nil at the end.
  mutating func next() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        if start == buffer.count { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      let kept = buffer.count - start
      if start > 0 { buffer.removeFirst(start) }
      start = 0
      searched = kept
      fill()
    }
  }

  /// True when input is there already, so that asking for a line does not wait for a writer who waits for an answer.
  var hasInput: Bool {
    if buffer[start...].contains(0x0A) { return true }
    if isAtEnd { return start < buffer.count }
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0
  }

  private mutating func fill() {
    let size = 1 << 18
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: before), size) }
    } while count < 0 && errno == EINTR
    buffer.removeLast(size - max(0, count))
    if count <= 0 { isAtEnd = true }
  }
}
