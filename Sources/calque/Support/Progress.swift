import CalqueFiles
import Synchronization

/// A line on standard error that says how far a long run is; only on a terminal, and only after a second.
final class Progress: Sendable {
  private let total: Int
  private let start = Console.seconds
  private let isWanted = Console.isErrorTerminal
  private let last = Mutex<Double?>(nil)

  /// Progress over so many inputs.
  init(total: Int) { self.total = total }

  /// Shows that so many inputs are done; from any thread.
  func show(_ done: Int) {
    guard isWanted else { return }
    let now = Console.seconds
    guard now - start > 1 else { return }
    last.withLock { last in
      if let last, now - last < 0.1 { return }
      last = now
      Console.writeError("\r\(done) of \(total) files")
    }
  }

  /// Takes the line away.
  func end() {
    last.withLock { if $0 != nil { Console.writeError("\r\u{1B}[K") } }
  }
}
