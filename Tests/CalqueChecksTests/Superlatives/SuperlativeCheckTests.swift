import CalqueBuiltinRules
import CalqueChecks
import CalqueDocument
import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

@Suite struct SuperlativeCheckTests {
  /// The error of a rule with some YAML lines for its parameters and its tables.
  private func error(parameters: String, tables: DataTables) throws -> String? {
    let yaml = """
      summary: Superlatives.
      claim: style
      severity: suggestion
      status: stable
      category: superlative
      check: superlative
      \(parameters)
      message: "Say who says so."

      """
    let loaded = PackLoader.load(
      [PackFile(path: "en/own/praise.yaml", bytes: Array(yaml.utf8))], root: "", standard: .minimal,
      tokenize: try PhraseTokenizer())
    let rule = try #require(loaded.pack.rules.first, "\(loaded.issues)")
    do throws(RuleSetError) {
      _ = try RuleSet([ActiveRule(rule, severity: .warning)], tables: tables, checks: StandardChecks.registry)
      return nil
    } catch {
      return error.message
    }
  }

  private func tables(replacing path: String, with text: String?) throws -> DataTables {
    var files = try BuiltinRules.load().tables.files
    files[path] = text
    return DataTables(files: files)
  }

  @Test(arguments: SuperlativeKind.allCases)
  func takesEveryKind(_ kind: SuperlativeKind) throws {
    #expect(
      try error(parameters: "parameters: {kind: \(kind.rawValue)}", tables: try BuiltinRules.load().tables) == nil)
  }

  @Test func namesTheNearestKindAndParameter() throws {
    let tables = try BuiltinRules.load().tables
    #expect(
      try error(parameters: "parameters: {kind: universel}", tables: tables)
        == "there is no kind “universel”; did you mean “universal”?")
    #expect(
      try error(parameters: "parameters: {kinds: universal}", tables: tables)
        == "there is no parameter “kinds”; did you mean “kind”?")
    #expect(
      try error(parameters: "parameters: {}", tables: tables)?.hasPrefix("name the kind of superlative") == true)
  }

  @Test func saysWhatIsWrongWithATable() throws {
    let rule = "parameters: {kind: universal}"
    let path = "superlative/words.tsv"
    #expect(
      try error(parameters: rule, tables: tables(replacing: path, with: nil))
        == "the table “superlative/words.tsv” is missing or empty")
    #expect(
      try error(parameters: rule, tables: tables(replacing: path, with: "artikle\tthe\n"))
        == "superlative/words.tsv: there is no word class “artikle”; did you mean “article”?")
    #expect(
      try error(parameters: rule, tables: tables(replacing: path, with: "article the\n"))
        == "superlative/words.tsv: a row has 1 columns and not 2: “article the”")
    #expect(
      try error(parameters: rule, tables: tables(replacing: "superlative/idioms.tsv", with: "term\tbest man\n"))
        == "superlative/idioms.tsv: “best man” marks no form with an asterisk")
  }

  @Test func theKindsShareTheFormsAmongThem() throws {
    let pack = try BuiltinRules.load()
    let rules = pack.rules.filter { if case .check("superlative", _) = $0.kind { true } else { false } }
    #expect(rules.count == 5)
    let set = try RuleSet(
      rules.map { ActiveRule($0, severity: .warning) }, tables: pack.tables, checks: StandardChecks.registry)
    var matcher = RuleMatcher(set)
    let text = """
      It is the best soup in Lima and the worst in the world. The soup is unique, very unique, and the most famous.
      """
    var builder = DocumentBuilder(source: SourceText(text))
    builder.beginBlock(.paragraph)
    builder.appendVerbatim(ByteRange(0, text.utf8.count))
    let document = try TextAnalyzer(vocabulary: set.vocabulary).analyze(builder.finish())
    let found = matcher.findings(in: document).findings.map {
      "\(set.definition($0.rule).id.text) \(document.string(in: $0.range))"
    }
    #expect(
      found == [
        "superlative.evaluative best", "superlative.universal worst", "superlative.absolute unique",
        "superlative.stacked very unique", "superlative.unscoped most famous",
      ])
  }

  @Test(arguments: 0..<40)
  func anySequenceOfItsWordsIsRead(seed: Int) throws {
    let reader = try SuperlativeReader()
    let tables = try BuiltinRules.load().tables
    var words = ["“", "”", "’s", "12", "3rd", "Lima", "zzest", "\n"]
    for table in ["words", "degrees", "idioms"] {
      for row in tables.rows("superlative/\(table).tsv") { words += row[1].split(separator: " ").map(String.init) }
    }
    var random = RepeatableRandom(seed: UInt64(seed))
    let text = (0..<400).map { _ in random.pick(words) }.joined(separator: random.pick([" ", "-", ", "]))
    let document = reader.document(text)
    var reached = 0
    let analysis = SuperlativeAnalysis(document, lexicon: reader.lexicon)
    for superlative in analysis.superlatives {
      #expect(!superlative.tokens.isEmpty && superlative.tokens.upperBound <= document.tokens.count)
      #expect(
        document.sentences.contains {
          $0.tokens.lowerBound <= superlative.tokens.lowerBound
            && superlative.tokens.upperBound <= $0.tokens.upperBound
        })
      #expect(superlative.tokens.lowerBound + 1 >= reached)
      reached = superlative.tokens.upperBound
    }
    #expect(SuperlativeAnalysis(document, lexicon: reader.lexicon).superlatives == analysis.superlatives)
  }
}
