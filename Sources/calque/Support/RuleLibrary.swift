import CalqueBuiltinRules
import CalqueChecks
import CalqueFiles
import CalqueLinter
import CalqueRuleFiles
import CalqueRules
import CalqueText
import CalqueUnicode

/// The rules that a run can choose from: those of the binary and those of the user.
struct RuleLibrary: Sendable {
  /// All rules, groups and tables.
  let pack: RulePack
  /// Every name that a person may use.
  let names: RuleNames
  /// The ids that rules had before.
  let formerIDs: [RuleID: [RuleID]]
  /// The checks that rules may name.
  let checks = StandardChecks.registry

  /// The rules of the binary, with those in `files` added.
  ///
  /// - Parameters:
  ///   - files: rule files, or folders of them, of the user.
  ///   - replacesBuiltin: true to use only those.
  /// - Throws: `LibraryError` with everything that is wrong in the files.
  init(adding files: [String] = [], replacesBuiltin: Bool = false) throws(LibraryError) {
    var pack: RulePack
    do throws(BlobError) {
      pack = try BuiltinRules.load()
    } catch {
      throw LibraryError(messages: [
        "error: the rules of this binary are damaged at byte \(error.offset); build it again"
      ])
    }
    if replacesBuiltin { pack = RulePack(groups: [], rules: [], tables: pack.tables) }
    var messages: [String] = []
    for path in files {
      let loaded = Self.load(path, tables: pack.tables, standard: replacesBuiltin ? .complete : .minimal)
      messages += loaded.messages
      pack = pack.adding(loaded.pack)
    }
    if !messages.isEmpty { throw LibraryError(messages: messages) }
    self.pack = pack
    formerIDs = Dictionary(grouping: pack.redirects.keys.sorted().map { RuleID($0) }) {
      RuleID(pack.redirects[$0.text] ?? "")
    }
    names = RuleNames(rules: pack.rules.map(\.id), groups: pack.groups.map(\.name), redirects: pack.redirects)
  }

  /// Loads a rule file or a folder of rule files.
  static func load(
    _ path: String, tables: DataTables, standard: RuleFileStandard
  ) -> (pack: RulePack, messages: [String]) {
    let collected = RuleFileCollector.files(at: path)
    let loaded = PackLoader.load(
      collected.files, root: collected.root, baseTables: tables, standard: standard, tokenize: phraseTokenizer())
    return (loaded.pack, collected.messages + loaded.issues.map(\.description))
  }

  /// A rule by its id or an old id of it.
  func rule(named name: String) -> RuleDefinition? {
    let id = pack.redirects[name] ?? name
    return pack.rules.first { $0.id.text == id }
  }
}

/// Rule files that cannot be used.
struct LibraryError: Error {
  /// Lines for standard error, each with path, line and column where they are known.
  let messages: [String]
}

/// Cuts the words of patterns; ends the process when ICU has no data for English.
func phraseTokenizer() -> PhraseTokenizer {
  do throws(UnicodeError) {
    return try PhraseTokenizer()
  } catch {
    Console.writeError("error: ICU's data for English cannot be opened (\(error))\n")
    exitProcess(2)
  }
}
