import Dispatch
import Synchronization

/// Runs work on several threads and hands the results over in the order of the inputs.
enum OrderedParallel {
  /// Maps elements with one scratch value a thread.
  ///
  /// - Parameters:
  ///   - elements: the inputs.
  ///   - jobs: threads at most.
  ///   - makeScratch: makes what a thread keeps for itself.
  ///   - progress: called with the number of elements done, from any thread.
  ///   - body: the work.
  /// - Returns: the results in the order of the inputs, whatever the number of threads.
  static func map<Element: Sendable, Scratch, Result: Sendable>(
    _ elements: [Element], jobs: Int, makeScratch: @Sendable () -> Scratch,
    progress: (@Sendable (Int) -> Void)? = nil,
    _ body: @Sendable (inout Scratch, Element) -> Result
  ) -> [Result] {
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    let threads = max(1, min(jobs, elements.count))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var scratch = makeScratch()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= elements.count { return }
        let result = body(&scratch, elements[index])
        results.withLock { $0[index] = result }
        let count = done.wrappingAdd(1, ordering: .relaxed).newValue
        progress?(count)
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
