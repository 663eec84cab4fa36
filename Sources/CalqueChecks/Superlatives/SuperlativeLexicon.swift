import CalqueDocument
import CalqueRules

/// The words and phrases that the superlative check knows, by symbol.
package struct SuperlativeLexicon: Sendable {
  /// The tables of word classes.
  private static let tables = ["superlative/words.tsv", "superlative/degrees.tsv"]
  /// The table of owners that make a finite scope.
  private static let places = "superlative/places.tsv"

  /// The classes of each symbol that a table names, by its number.
  private let classes: [WordClasses]
  /// For each of these symbols whether it may start a form, in one byte: most tokens are looked up here alone.
  private let roles: [Role]
  /// Phrases in which a superlative form ranks nothing.
  let idioms: SuperlativeIdioms

  /// Reads the tables and adds their words to the vocabulary.
  ///
  /// - Throws: `CheckError` when a table is missing or names an unknown class.
  /// - Complexity: O(*n*) in the size of the tables.
  package init(_ compiler: inout CheckCompiler) throws(CheckError) {
    let known = Dictionary(uniqueKeysWithValues: WordClass.allCases.map { ($0.name, $0) })
    var entries: [(symbol: Symbol, wordClass: WordClass)] = []
    for table in Self.tables {
      for row in try Self.rows(of: table, compiler.tables) {
        guard let wordClass = known[row[0]] else {
          throw CheckError(
            message: "\(table): there is no word class “\(row[0])”; \(didYouMean(row[0], among: known.keys.sorted()))")
        }
        for word in row[1].split(separator: " ") { entries.append((compiler.symbol(String(word)), wordClass)) }
      }
    }
    for row in try Self.rows(of: Self.places, compiler.tables) {
      for word in row[1].split(separator: " ") { entries.append((compiler.symbol(word + "'s"), .place)) }
    }
    idioms = try SuperlativeIdioms(&compiler)
    var classes = Array(repeating: WordClasses(), count: Int(entries.map(\.symbol.value).max() ?? 0) + 1)
    for entry in entries { classes[Int(entry.symbol.value)].insert(entry.wordClass) }
    self.classes = classes
    roles = classes.map { $0.isEmpty ? .unknown : $0.overlaps(SuperlativeSentence.triggers) ? .form : .other }
  }

  /// The rows of a table, each with two columns.
  ///
  /// - Throws: `CheckError` when there are none, or when one has another number of columns.
  static func rows(of table: String, _ tables: DataTables) throws(CheckError) -> [[String]] {
    let rows = tables.rows(table)
    if rows.isEmpty { throw CheckError(message: "the table “\(table)” is missing or empty") }
    if let bad = rows.first(where: { $0.count != 2 }) {
      throw CheckError(message: "\(table): a row has \(bad.count) columns and not 2: “\(bad.joined(separator: " "))”")
    }
    return rows
  }

  /// What a word may be without a look around it.
  enum Role: UInt8, Sendable {
    /// No table names it: its ending may still make it a form.
    case unknown
    /// It may start a form.
    case form
    /// It may not.
    case other
  }

  /// What a word may be.
  func role(of symbol: Symbol) -> Role {
    let index = Int(symbol.value)
    return index < roles.count ? roles[index] : .unknown
  }

  /// The classes of a word; none for a word that no table names.
  func classes(of symbol: Symbol) -> WordClasses {
    let index = Int(symbol.value)
    return index < classes.count ? classes[index] : []
  }
}
