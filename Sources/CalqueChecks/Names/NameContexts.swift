/// The words next to names, which tell people of one name apart.
struct NameContexts {
  private let names: NameIndex
  /// For each word the keys of the name words before and after it; 0 for none.
  private var neighbors: [(before: UInt64, after: UInt64)]

  /// The contexts of all words.
  init(_ names: NameIndex) {
    self.names = names
    neighbors = Array(repeating: (0, 0), count: names.words.count)
    for run in names.runs {
      for word in run {
        if word > run.lowerBound { neighbors[word].before = key(of: word - 1) }
        if word + 1 < run.upperBound { neighbors[word].after = key(of: word + 1) }
      }
    }
  }

  private func key(of word: Int) -> UInt64 {
    let form = names.forms[names.words[word].form]
    return form.isOrdinary ? 0 : form.keys.0
  }

  /// True when two spellings may be one name: they share a neighbor, both stand alone, or one stands alone and the other
  /// comes last, as surnames do.
  ///
  /// `Mohamed Ali` and `Mohammed Khan` share none, and neither stands alone. A given name alone says too little.
  func allow(_ a: [Int], _ b: [Int]) -> Bool {
    let first = gathered(a)
    let second = gathered(b)
    if !first.before.isDisjoint(with: second.before) || !first.after.isDisjoint(with: second.after) { return true }
    guard first.after.isEmpty, second.after.isEmpty else { return false }
    return first.before.isEmpty || second.before.isEmpty
  }

  /// True when a name stands next to a word.
  func hasNeighbor(_ word: Int) -> Bool { neighbors[word].before != 0 || neighbors[word].after != 0 }

  private func gathered(_ words: [Int]) -> (before: Set<UInt64>, after: Set<UInt64>) {
    var before = Set<UInt64>()
    var after = Set<UInt64>()
    for word in words {
      if neighbors[word].before != 0 { before.insert(neighbors[word].before) }
      if neighbors[word].after != 0 { after.insert(neighbors[word].after) }
    }
    return (before, after)
  }
}
