import CalqueTestSupport

/// A folder with drafts, a configuration and house rules, in which the program runs.
///
/// The house rules make the tests independent of the built-in ones: `house.utilize` is a warning with a safe fix,
/// `house.emphatic` a suggestion with a suggested fix, `house.teh` an error without one.
struct Project {
  let folder: TemporaryFolder

  static let configuration = "root: true\nrule-files: [rules/]\nselect: [house]\n"

  static let utilize = """
    severity: warning
    message: "Write “{replacement}”."
    swap: {"utilize": "use", "utilizes": "uses", "commence": "begin"}
    fix: {safety: safe}
    examples:
      bad:
        - {text: "They ⟦utilize⟧ it.", fixed: "They use it."}
        - {text: "She ⟦utilizes⟧ it.", fixed: "She uses it."}
        - {text: "We ⟦commence⟧ now.", fixed: "We begin now."}
      good: ["They use it."]

    """
  static let emphatic = """
    claim: tell
    severity: suggestion
    message: "“{match}” is a translated reporting verb; write “said”."
    swap: {"emphatically stated": "said"}

    """
  static let teh = """
    claim: fault
    severity: error
    message: "This is a slip."
    pattern: ["teh"]

    """

  /// A project with these files besides the house rules.
  init(_ files: [String: String] = [:], configuration: String? = Self.configuration) throws {
    folder = try TemporaryFolder()
    try folder.write(Self.utilize, to: "rules/house/utilize.yaml")
    try folder.write(Self.emphatic, to: "rules/house/emphatic.yaml")
    try folder.write(Self.teh, to: "rules/house/teh.yaml")
    if let configuration { try folder.write(configuration, to: ".calque.yaml") }
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// Runs the program in the folder, with nothing but `PATH` in its environment and what is given.
  func calque(
    _ arguments: String..., input: String = "", environment: [String] = [], limit: Double = 120
  ) throws -> CommandRun {
    try calque(arguments, input: Array(input.utf8), environment: environment, limit: limit)
  }

  /// Runs the program in the folder with bytes as its input.
  func calque(
    _ arguments: [String], input: [UInt8] = [], environment: [String] = [], limit: Double = 120
  ) throws -> CommandRun {
    try CommandRun.run(
      Executable.path(), arguments, in: folder.path, input: input,
      environment: ["PATH=/usr/bin:/bin", "HOME=\(folder.path)"] + environment, limit: limit)
  }

  /// The text of a file that must be there.
  func writtenText(of name: String) throws -> String {
    guard let text = try text(of: name) else { throw TestSupportError(name) }
    return text
  }

  /// The text of a file; nil when there is none.
  func text(of name: String) throws -> String? {
    try folder.contents(of: name).map { String(decoding: $0, as: UTF8.self) }
  }
}
