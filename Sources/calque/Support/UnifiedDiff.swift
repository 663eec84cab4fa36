import CalqueText

/// Writes the difference of two texts as a patch that `git apply` and `patch` take.
enum UnifiedDiff {
  /// Lines of context around a change.
  private static let context = 3

  /// The patch of one file; empty when nothing differs.
  ///
  /// - Complexity: O(*n* + *d*²) in lines and different lines.
  static func patch(path: String, before: SourceText, after: SourceText) -> [UInt8] {
    let old = lines(of: before)
    let new = lines(of: after)
    let hunks = hunks(old, new)
    if hunks.isEmpty { return [] }
    let name = path.hasPrefix("/") ? String(path.dropFirst()) : path
    return Array("--- a/\(name)\n+++ b/\(name)\n".utf8) + hunks.joined()
  }

  /// The lines with their line ends.
  private static func lines(of text: SourceText) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      result.append(text.bytes[start..<end])
      start = end
    }
    return result
  }

  /// A line of a hunk: kept, removed or added.
  private struct Step {
    let mark: UInt8
    let line: ArraySlice<UInt8>
    /// Lines of the old and the new text before this one.
    let old: Int
    let new: Int
  }

  private static func hunks(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [[UInt8]] {
    let steps = steps(old, new)
    let changed = steps.indices.filter { steps[$0].mark != 0x20 }
    var result: [[UInt8]] = []
    var next = 0
    while next < changed.count {
      var last = next
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
      let lower = max(0, changed[next] - context)
      let upper = min(steps.count, changed[last] + context + 1)
      result.append(hunk(steps[lower..<upper]))
      next = last + 1
    }
    return result
  }

  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [Step] = []
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        result.append(Step(mark: UInt8(ascii: "-"), line: old[i], old: i, new: j))
        i += 1
      } else if j < new.count, inserted.contains(j) {
        result.append(Step(mark: UInt8(ascii: "+"), line: new[j], old: i, new: j))
        j += 1
      } else {
        result.append(Step(mark: 0x20, line: old[i], old: i, new: j))
        i += 1
        j += 1
      }
    }
    return result
  }

  private static func hunk(_ steps: ArraySlice<Step>) -> [UInt8] {
    guard let first = steps.first else { return [] }
    let oldCount = steps.filter { $0.mark != UInt8(ascii: "+") }.count
    let newCount = steps.filter { $0.mark != UInt8(ascii: "-") }.count
    var result = Array(
      "@@ -\(start(first.old, oldCount)),\(oldCount) +\(start(first.new, newCount)),\(newCount) @@\n".utf8)
    for step in steps {
      result.append(step.mark)
      result.append(contentsOf: step.line)
      if step.line.last != 0x0A { result.append(contentsOf: "\n\\ No newline at end of file\n".utf8) }
    }
    return result
  }

  /// The first line of a hunk, 1-based; of an empty side the line before.
  private static func start(_ before: Int, _ count: Int) -> Int { count == 0 ? before : before + 1 }
}
