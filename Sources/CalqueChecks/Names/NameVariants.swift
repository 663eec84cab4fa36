import CalqueDocument
import CalqueRules
import CalqueText

/// One name in two spellings, in a document and across the files of a run.
///
/// Spellings belong together when their romanization keys are equal. Given names are shared by many people and so are
/// surnames; two spellings count as one name only when the words next to them do not speak against it.
struct NameVariants: Check {
  /// Which differences it reports.
  enum Difference: String, CaseIterable {
    /// Other letters: Sergei, Sergey.
    case letters
    /// The same letters with and without diacritics: Hamáček, Hamacek.
    case diacritics
  }

  /// Shorter names are alike by chance.
  private static let minimumLetters = 5
  /// The rule that compares across files.
  static let projectRule = RuleID("romanization.variant")
  /// At most so many spellings of one key are compared with each other.
  private static let maximumSpellings = 12
  private static let maximumRelated = 20

  private let rule: Int
  private let difference: Difference
  private let lexicon: NameLexicon
  /// Pairs of names that are two names in truth, as hashes of their spellings.
  private let distinct: Set<[UInt64]>

  /// Makes the check from its parameters: `difference`, one of `letters` and `diacritics`.
  init(_ compiler: inout CheckCompiler) throws(CheckError) {
    try compiler.allowParameters(["difference"])
    let name = compiler.text("difference") ?? Difference.letters.rawValue
    guard let difference = Difference(rawValue: name) else {
      throw CheckError(message: "the difference is “letters” or “diacritics”, not “\(name)”")
    }
    self.difference = difference
    rule = compiler.rule
    lexicon = try compiler.shared { compiler throws(CheckError) in NameLexicon(&compiler) }
    distinct = Set(
      compiler.tables.rows("romanization/distinct-names.tsv").compactMap { row in
        row.count < 2 ? nil : [StableHash.of(row[0].utf8), StableHash.of(row[1].utf8)].sorted()
      })
  }

  func run(on document: Document, into output: inout CheckOutput) {
    let names = output.shared { NameGatherer.names(in: document, lexicon) }
    compareWords(names, document, into: &output)
    if difference == .letters {
      compareKoreanNames(names, document, into: &output)
      addFacts(names, document, into: &output)
    }
  }

  private func compareWords(_ names: NameIndex, _ document: Document, into output: inout CheckOutput) {
    var places: [[Int]] = Array(repeating: [], count: names.forms.count)
    for (number, word) in names.words.enumerated() { places[word.form].append(number) }
    let contexts = NameContexts(names)
    var candidates: [Int] = []
    var group: [UInt64: [Int]] = [:]
    for (number, form) in names.forms.enumerated() {
      guard !form.isOrdinary, form.letterCount >= Self.minimumLetters,
        places[number].contains(where: { !names.words[$0].isInitial || contexts.hasNeighbor($0) })
      else { continue }
      candidates.append(number)
      let keys = difference == .diacritics ? (form.plain, form.plain) : form.keys
      group[keys.0, default: []].append(number)
      if keys.1 != keys.0 { group[keys.1, default: []].append(number) }
    }
    if !group.values.contains(where: { $0.count > 1 }) { return }
    for candidate in candidates {
      let form = names.forms[candidate]
      var common: Int?
      for key in difference == .diacritics ? [form.plain] : [form.keys.0, form.keys.1] {
        for other in (group[key] ?? []).prefix(Self.maximumSpellings) where other != candidate {
          guard isVariant(form, names.forms[other]), isCommoner(other, than: common ?? candidate, places),
            contexts.allow(places[candidate], places[other])
          else { continue }
          common = other
        }
      }
      guard let common else { continue }
      report(
        places[candidate].map { names.words[$0].range }, other: places[common].map { names.words[$0].range }, document,
        into: &output)
    }
  }

  /// True when a spelling has more places than another, or as many and the first.
  private func isCommoner(_ a: Int, than b: Int, _ places: [[Int]]) -> Bool {
    (places[a].count, -a) > (places[b].count, -b)
  }

  private func isVariant(_ a: NameForm, _ b: NameForm) -> Bool {
    let isDiacritics = a.plain == b.plain
    return isDiacritics == (difference == .diacritics) && !distinct.contains([a.spelling, b.spelling].sorted())
  }

  private func compareKoreanNames(_ names: NameIndex, _ document: Document, into output: inout CheckOutput) {
    var order: [[UInt8]] = []
    var group: [[UInt8]: [(spelling: UInt64, ranges: [ByteRange])]] = [:]
    for name in names.koreanNames {
      var members = group[name.key] ?? []
      if members.isEmpty { order.append(name.key) }
      if let known = members.firstIndex(where: { $0.spelling == name.spelling }) {
        members[known].ranges.append(name.range)
      } else {
        members.append((name.spelling, [name.range]))
      }
      group[name.key] = members
    }
    for key in order {
      guard let members = group[key], members.count > 1 else { continue }
      guard let most = members.map(\.ranges.count).max(),
        let common = members.first(where: { $0.ranges.count == most })
      else { continue }
      for member in members where member.spelling != common.spelling {
        report(member.ranges, other: common.ranges, document, into: &output)
      }
    }
  }

  private func report(
    _ ranges: [ByteRange], other: [ByteRange], _ document: Document, into output: inout CheckOutput
  ) {
    guard let first = other.first else { return }
    let form = document.string(in: first)
    for range in ranges {
      output.findings.append(
        Finding(
          rule: rule, range: range, values: ["other": form], replacement: form,
          related: other.prefix(Self.maximumRelated).map { ($0, "here it is “\(document.string(in: $0))”") }))
    }
  }
}
