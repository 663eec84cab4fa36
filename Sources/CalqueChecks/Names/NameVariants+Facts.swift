import CalqueDocument
import CalqueRules
import CalqueText

extension NameVariants {
  /// Adds the full names of a document, to be compared across files.
  ///
  /// A single word says too little about who is meant, so only names of two or three words count.
  ///
  /// - Complexity: O(*n*) in name words.
  func addFacts(_ names: NameIndex, _ document: Document, into output: inout CheckOutput) {
    var facts = FactTable(rule: Self.projectRule)
    for name in names.koreanNames {
      facts.add(spelling: name.spelling, range: name.range) {
        "ko:" + name.key.map { String($0) }.joined(separator: ".")
      }
    }
    var letters: [UInt8] = []
    var key: [UInt8] = []
    for run in names.runs where (2...3).contains(run.count) {
      guard run.allSatisfy({ isFullWord(names.forms[names.words[$0].form]) }) else { continue }
      let range = ByteRange(names.words[run.lowerBound].range.lower, names.words[run.upperBound - 1].range.upper)
      var hash = StableHash()
      for word in run {
        withUnsafeBytes(of: names.forms[names.words[word].form].spelling) { $0.forEach { hash.add($0) } }
      }
      facts.add(spelling: hash.value, range: range) {
        key.removeAll(keepingCapacity: true)
        document.plain.withUnsafeBufferPointer { bytes in
          for word in run {
            letters.removeAll(keepingCapacity: true)
            _ = LatinFolding.append(bytes[names.words[word].range.indices], to: &letters)
            if !key.isEmpty { key.append(UInt8(ascii: " ")) }
            RomanizationKey.append(letters[...], reading: .likeY, to: &key)
          }
        }
        return String(decoding: key, as: UTF8.self)
      }
    }
    output.facts.append(contentsOf: facts.facts(in: document))
  }

  private func isFullWord(_ form: NameForm) -> Bool { !form.isOrdinary && form.letterCount > 2 }
}

/// Counts mentions by spelling.
private struct FactTable {
  let rule: RuleID
  private var numbers: [UInt64: Int] = [:]
  private var entries: [(key: String, range: ByteRange, count: Int)] = []

  init(rule: RuleID) { self.rule = rule }

  mutating func add(spelling: UInt64, range: ByteRange, key: () -> String) {
    if let number = numbers[spelling] {
      entries[number].count += 1
    } else {
      numbers[spelling] = entries.count
      entries.append((key(), range, 1))
    }
  }

  func facts(in document: Document) -> [ProjectFact] {
    entries.map {
      ProjectFact(
        rule: rule, key: $0.key, variant: Self.straight(document.string(in: $0.range)), count: $0.count,
        range: $0.range)
    }
  }

  /// A form with straight apostrophes, whose kind is a matter of typing.
  private static func straight(_ text: String) -> String {
    String(text.map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 })
  }
}
