import CalqueText

/// What `pack.yaml` says of a group of rules.
package struct RuleGroup: Hashable, Sendable {
  package let name: String
  /// One line for lists.
  package let title: String
  /// True: its rules run only when asked for.
  package let isOptIn: Bool

  /// A group from its parts.
  package init(name: String, title: String, isOptIn: Bool) {
    self.name = name
    self.title = title
    self.isOptIn = isOptIn
  }
}

/// Data that rules and checks share: word lists and tables, by path below `tables/`.
package struct DataTables: Hashable, Sendable {
  /// The text of each file by its path, for example `lexicon/irregular.tsv`.
  package let files: [String: String]

  /// Tables from their texts.
  package init(files: [String: String] = [:]) { self.files = files }

  /// The lines of a table, comments (`#`) and empty lines left out, cut at tabs.
  ///
  /// - Complexity: O(*n*) in the text.
  package func rows(_ path: String) -> [[String]] {
    var rows: [[String]] = []
    forEachLine(of: path) { line in
      rows.append(
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) })
    }
    return rows
  }

  /// The first field of each line of a table.
  ///
  /// - Complexity: O(*n*) in the text.
  package func firstColumn(_ path: String) -> [String] {
    var column: [String] = []
    forEachLine(of: path) { line in column.append(String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)) }
    return column
  }

  /// Hands over the bytes of each line that is no comment and not empty.
  private func forEachLine(of path: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    guard var text = files[path] else { return }
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        var line = bytes[start..<end]
        if line.last == 0x0D { line.removeLast() }
        if let first = line.first, first != UInt8(ascii: "#") { body(line) }
        start = end + 1
      }
    }
  }
}

/// A set of rules that belong together, with their groups and tables.
package struct RulePack: Sendable {
  package let groups: [RuleGroup]
  /// The rules ordered by id.
  package let rules: [RuleDefinition]
  /// New ids by old ids.
  package let redirects: [String: String]
  package let tables: DataTables
  private let optInGroups: Set<String>

  /// A pack from its parts.
  package init(
    groups: [RuleGroup], rules: [RuleDefinition], redirects: [String: String] = [:], tables: DataTables = DataTables()
  ) {
    self.groups = groups
    // An embedded pack is sorted already.
    let isSorted = zip(rules, rules.dropFirst()).allSatisfy { $0.id < $1.id }
    self.rules = isSorted ? rules : rules.sorted { $0.id < $1.id }
    self.redirects = redirects
    self.tables = tables
    optInGroups = Set(groups.filter(\.isOptIn).map(\.name))
  }

  /// This pack with the rules of another; rules of the same id are replaced.
  package func adding(_ other: RulePack) -> RulePack {
    let ids = Set(other.rules.map(\.id))
    let names = Set(other.groups.map(\.name))
    return RulePack(
      groups: groups.filter { !names.contains($0.name) } + other.groups,
      rules: rules.filter { !ids.contains($0.id) } + other.rules,
      redirects: redirects.merging(other.redirects) { $1 }, tables: tables)
  }

  /// True when the rule's group is opt-in.
  package func isOptIn(_ id: RuleID) -> Bool {
    optInGroups.contains(id.group)
  }
}
