import ArgumentParser
import CalqueFiles

/// `calque-dev new-rule GROUP.NAME`: a rule file with every key that a rule needs.
struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule", abstract: "Write a rule file to fill in.",
    discussion: """
      The id is the group and the name: russian.on-the-eve-of becomes Rules/en/russian/on-the-eve-of.yaml. Fill in the \
      file, then run “calque test” on it; docs/rules.md says what each key means.
      """)

  @Argument(help: "The id of the rule: group.name, in lower-case letters, digits and hyphens.") var id: String
  @Option(help: "One line for lists.") var summary = "What the rule flags, in one line."
  @Option(help: "tell, fault or style.") var claim = "tell"
  @Option(help: "The folder of the rules.") var rules = "Rules/en"

  func validate() throws {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    let isValid =
      parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
      }
    if !isValid { throw ValidationError("“\(id)” is no id; write group.name, for example russian.on-the-eve-of") }
    if !["tell", "fault", "style"].contains(claim) { throw ValidationError("a claim is tell, fault or style") }
  }

  func run() throws {
    let files = FileSystem()
    let path = "\(rules)/\(id.split(separator: ".").joined(separator: "/")).yaml"
    guard files.kind(of: path, followsLinks: false) == nil else { throw ValidationError("\(path) is there already") }
    guard files.kind(of: rules, followsLinks: true) == .folder else {
      throw ValidationError("there is no folder \(rules); run this in the project's folder or give --rules")
    }
    let folder = "\(rules)/\(id.split(separator: ".")[0])"
    do throws(FileError) {
      try files.makeFolder(folder)
      try files.write(Array(RuleTemplate.text(summary: summary, claim: claim).utf8), to: path)
    } catch {
      throw ValidationError("\(error.path): \(error.reason)")
    }
    Console.writeError("wrote \(path)\nnext: fill it in, then “calque test --strict --coverage \(path)”\n")
  }
}
