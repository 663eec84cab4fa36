import CalqueDocument
import CalqueText

/// A rule whose finding needs code: names, look-alike letters, superlatives.
///
/// A check is a value made once for a rule set; it sees a document and appends findings, and does nothing else.
package protocol Check: Sendable {
  /// Looks at a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - output: takes findings and facts.
  func run(on document: Document, into output: inout CheckOutput)
}

/// What a check hands back.
package struct CheckOutput {
  /// What it found in the document.
  package var findings: [Finding] = []
  /// Mentions to compare across files, with ranges in the plain text.
  package var facts: [ProjectFact] = []
  private var memo = CheckMemo()

  /// Nothing yet.
  package init() {}

  /// What several checks need to know of the document: made by the first that asks, one value a type.
  package mutating func shared<Value: Sendable>(_ make: () -> Value) -> Value {
    if let value = memo[Value.self] { return value }
    let value = make()
    memo[Value.self] = value
    return value
  }
}

/// Values by their type, for checks that share their work.
struct CheckMemo: Sendable {
  private var values: [ObjectIdentifier: any Sendable] = [:]

  subscript<Value: Sendable>(_ type: Value.Type) -> Value? {
    get { values[ObjectIdentifier(type)] as? Value }
    set { values[ObjectIdentifier(type)] = newValue }
  }
}

/// What a check may use while it is made: its parameters, the tables, and the vocabulary to which it adds its words.
package struct CheckCompiler {
  /// The index of its rule, for its findings.
  package let rule: Int
  /// The parameters of the rule file.
  package let parameters: [String: ParameterValue]
  /// The shared tables.
  package let tables: DataTables
  /// The folded forms of the rule set.
  package private(set) var vocabulary: Vocabulary
  /// What the checks of the rule set share.
  private(set) var memo: CheckMemo

  init(
    rule: Int, parameters: [String: ParameterValue], tables: DataTables, vocabulary: Vocabulary, memo: CheckMemo
  ) {
    self.rule = rule
    self.parameters = parameters
    self.tables = tables
    self.vocabulary = vocabulary
    self.memo = memo
  }

  /// What several checks of a rule set read: made by the first that asks, one value a type.
  ///
  /// - Throws: what `make` throws.
  package mutating func shared<Value: Sendable>(
    _ make: (inout CheckCompiler) throws(CheckError) -> Value
  ) throws(CheckError) -> Value {
    if let value = memo[Value.self] { return value }
    let value = try make(&self)
    memo[Value.self] = value
    return value
  }

  /// The symbol of a folded form: lower case, straight apostrophes.
  package mutating func symbol(_ folded: String) -> Symbol { vocabulary.intern(folded) }

  /// The symbols of some folded forms.
  package mutating func symbols(_ folded: some Sequence<String>) -> Set<Symbol> {
    var result: Set<Symbol> = []
    for form in folded { result.insert(symbol(form)) }
    return result
  }

  /// A text parameter.
  package func text(_ name: String) -> String? {
    if case .text(let text) = parameters[name] { text } else { nil }
  }

  /// A list parameter; a single text counts as a list of one.
  package func list(_ name: String) -> [String] {
    switch parameters[name] {
    case .list(let list): list
    case .text(let text): [text]
    case nil: []
    }
  }

  /// Refuses parameters that the check does not know.
  ///
  /// - Throws: `CheckError` with the nearest valid name.
  package func allowParameters(_ names: [String]) throws(CheckError) {
    for name in parameters.keys.sorted() where !names.contains(name) {
      throw CheckError(message: "there is no parameter “\(name)”; \(didYouMean(name, among: names))")
    }
  }
}

/// Why a check cannot be made.
package struct CheckError: Error, Hashable {
  package let message: String

  /// An error from its message.
  package init(message: String) { self.message = message }
}

/// The checks that rules may name.
package struct CheckRegistry: Sendable {
  /// Makes a check.
  package typealias Maker = @Sendable (inout CheckCompiler) throws(CheckError) -> any Check

  package let checks: [String: Maker]

  /// A registry from its checks by name.
  package init(_ checks: [String: Maker] = [:]) { self.checks = checks }
}
