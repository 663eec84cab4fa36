import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueText
import Testing

/// What a rule finds does not depend on where its words stand.
@Suite struct MutationTests {
  /// Surroundings in which an example does not hold, and why that is right.
  private static let exceptions: [String: String] = {
    let superlatives = ["absolute", "evaluative", "stacked", "universal", "unscoped"].map {
      ("inLinkText superlative.\($0)", "the words of a link are often the title of another text")
    }
    return Dictionary(uniqueKeysWithValues: superlatives)
  }()

  @Test(arguments: BuiltinPack.ids)
  func badExamplesHoldInOtherSurroundings(id: String) throws {
    let rule = try BuiltinPack.rule(id)
    var worker = try BuiltinPack.worker([rule])
    for mutation in Mutation.allCases {
      var failures: [String] = []
      for example in rule.documentation.unpacked.bad {
        for mutant in try mutation.mutants(of: example, rule) {
          if let failure = Self.failure(of: mutant, &worker) {
            failures.append("\(rule.path):\(example.line): \(failure)")
          }
        }
      }
      let isKnown = Self.exceptions["\(mutation.rawValue) \(id)"] != nil
      #expect(failures.isEmpty != isKnown, "\(mutation.rawValue) \(id): \(failures.joined(separator: "\n"))")
    }
  }

  private static func failure(of mutant: Mutation.Mutant, _ worker: inout LintWorker) -> String? {
    var expected = mutant.spans
    if !mutant.surroundings.isEmpty {
      expected += worker.lint(SourceText(mutant.surroundings), format: mutant.format).diagnostics.map(\.range)
      expected.sort()
    }
    let found = worker.lint(SourceText(mutant.text), format: mutant.format).diagnostics
    if found.map(\.range) == expected { return nil }
    let shown = found.map { "\($0.range) \($0.rule)" }
    return "found \(shown), not \(expected), in “\(mutant.text)”"
  }

  /// The conditions above must not let a mutation apply to hardly anything.
  @Test(arguments: Mutation.allCases)
  func everyMutationIsTriedOften(mutation: Mutation) throws {
    var count = 0
    for rule in try BuiltinPack.pack().rules {
      for example in rule.documentation.unpacked.bad { count += try mutation.mutants(of: example, rule).count }
    }
    #expect(count > (mutation == .decomposed ? 20 : 1000), "\(count)")
  }
}
