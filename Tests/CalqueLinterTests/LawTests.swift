import CalqueFormats
import CalqueLinter
import CalqueRules
import CalqueTestSupport
import CalqueText
import Testing

/// What must hold for any text: rules, files and paragraphs do not disturb each other.
@Suite struct LawTests {
  private static let paragraphs = [
    "They utilize it in order to win!!", "Basically, teh end.", "She uses it.", "We went дом and again, now and again.",
    "- In order to utilize\n- teh list", "# Utilize teh heading", "> Basically, a quotation!!", "    utilize in code",
    "“They utilize it,” he said. “Teh end.”", "😀 e\u{301} utilize", "```\nutilize\n```",
  ]

  private static func text(_ random: inout RepeatableRandom, count: Int) -> [String] {
    (0..<count).map { _ in random.pick(paragraphs) }
  }

  @Test(arguments: 1...30)
  func removingARuleRemovesExactlyItsFindings(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    let rules = try TestRules.standard()
    let source = SourceText(Self.text(&random, count: 12).joined(separator: "\n\n"))
    var all = try rules.worker()
    let found = all.lint(source, format: .markdown).diagnostics
    for rule in rules.pack.rules {
      var fewer = try rules.worker(without: [rule.id.text])
      #expect(fewer.lint(source, format: .markdown).diagnostics == found.filter { $0.rule != rule.id }, "\(rule.id)")
    }
  }

  @Test(arguments: 1...30)
  func aWorkerRemembersNothingOfTheFilesBefore(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    let rules = try TestRules.standard()
    var worker = try rules.worker()
    for format in [TextFormat.markdown, .text, .markdown] {
      let source = SourceText(Self.text(&random, count: 8).joined(separator: "\n\n"))
      var fresh = try rules.worker()
      #expect(worker.lint(source, format: format).diagnostics == fresh.lint(source, format: format).diagnostics)
    }
  }

  @Test(arguments: 1...30)
  func editingAnotherParagraphChangesNothing(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    var worker = try TestRules.standard().worker()
    var parts = Self.text(&random, count: 7)
    let index = 3
    func findings(_ worker: inout LintWorker) -> [String] {
      let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 2 }
      let range = ByteRange(before, before + parts[index].utf8.count)
      return worker.lint(SourceText(parts.joined(separator: "\n\n")), format: .text).diagnostics.filter {
        range.contains($0.range)
      }.map { "\(Int($0.range.lower) - before)..<\(Int($0.range.upper) - before) \($0.rule) \($0.message)" }
    }
    let first = findings(&worker)
    for other in parts.indices where other != index {
      parts[other] = random.pick(Self.paragraphs)
      #expect(findings(&worker) == first, "seed \(seed)")
    }
  }

  @Test(arguments: 1...30)
  func findingsComeInTheirOrderWithoutTwins(seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    var worker = try TestRules.standard().worker()
    let source = SourceText(Self.text(&random, count: 12).joined(separator: "\n\n"))
    let found = worker.lint(source, format: .markdown).diagnostics
    #expect(zip(found, found.dropFirst()).allSatisfy { Diagnostic.isOrdered($0, $1) })
    #expect(Set(found).count == found.count)
  }
}
