import CalqueConfiguration
import CalqueDocument
import CalqueFiles
import CalqueLinter
import CalqueRules
import CalqueText
import CalqueUnicode

/// A rule set with what belongs to it.
struct CompiledSet: Sendable {
  let rules: RuleSet
  let library: RuleLibrary

  /// A worker for one thread.
  ///
  /// Ends the process when ICU has no data for English: nothing can be linted then.
  func worker() -> LintWorker {
    do throws(UnicodeError) {
      return try LintWorker(rules, names: library.names)
    } catch {
      Console.writeError("error: ICU's data for English cannot be opened (\(error))\n")
      exitProcess(2)
    }
  }
}

/// Compiles a rule set for each different settings, once.
struct RuleSets: Sendable {
  private let rulesFrom: String?
  private var libraries: [[String]: RuleLibrary] = [:]
  private var compiled: [Settings: CompiledSet] = [:]

  /// Sets over the rules of the binary, or over a folder of rule files instead of them.
  init(rulesFrom: String?) { self.rulesFrom = rulesFrom }

  /// The rules that settings with these rule files can choose from.
  mutating func library(adding ruleFiles: [String]) throws -> RuleLibrary {
    if let known = libraries[ruleFiles] { return known }
    let library = try loadLibrary(adding: ruleFiles, rulesFrom: rulesFrom)
    libraries[ruleFiles] = library
    return library
  }

  /// The rule set of some settings.
  ///
  /// - Throws: `ExitCode`, after messages on standard error, when rule files cannot be used.
  mutating func set(for settings: Settings) throws -> CompiledSet {
    if let known = compiled[settings] { return known }
    let library = try library(adding: settings.ruleFiles)
    let active = library.pack.rules.compactMap { rule -> ActiveRule? in
      guard let severity = settings.severity(of: library.activation(of: rule)) else { return nil }
      return ActiveRule(rule, severity: rule.isForeign(to: settings.sources) ? .suggestion : severity)
    }
    do throws(RuleSetError) {
      let rules = try RuleSet(
        active, tables: library.pack.tables, checks: library.checks, accepting: library.patterns(of: settings.terms))
      let set = CompiledSet(rules: rules, library: library)
      compiled[settings] = set
      return set
    } catch {
      throw FatalProblem("rule \(error.rule): \(error.message)")
    }
  }
}

extension RuleDefinition {
  /// True when the rule is about translations from other languages than those that the draft came from.
  fileprivate func isForeign(to known: [String]?) -> Bool {
    guard let known, !known.isEmpty, !sources.isEmpty else { return false }
    return Set(known).isDisjoint(with: sources)
  }
}

extension RuleLibrary {
  /// What the configuration has to know of a rule.
  func activation(of rule: RuleDefinition) -> RuleActivation {
    RuleActivation(
      id: rule.id, severity: rule.effectiveSeverity,
      isOnByDefault: !pack.isOptIn(rule.id) && rule.status != .deprecated, needsOwnName: rule.status == .deprecated,
      formerIDs: formerIDs[rule.id] ?? [])
  }

  /// The names that a configuration may use.
  var knownNames: KnownNames {
    KnownNames(rules: names.rules.union(pack.redirects.keys), groups: names.groups)
  }

  /// Patterns of the terms that a project accepts.
  func patterns(of terms: [AcceptedTerm]) -> [Pattern] {
    if terms.isEmpty { return [] }
    let loader = RuleLoader(tables: pack.tables, standard: .minimal, tokenize: phraseTokenizer())
    return terms.compactMap {
      loader.pattern(ofTerm: $0.text, isExact: $0.letterCase == .exact, inflectsLast: $0.inflects)
    }
  }
}
