import ArgumentParser
import CalqueConfiguration

/// Options that choose rules.
struct RuleChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Languages that the draft came from, as codes: ru,ko. Rules about other languages then speak as notes.",
      valueName: "codes"))
  var source: [String] = []

  @Option(help: ArgumentHelp("Run only these rules or groups.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not run these rules or groups.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Set the level of a rule or group: off, on, suggestion, warning or error.", valueName: "rule=level"))
  var rule: [String] = []

  /// The options as the strongest layer of the configuration.
  func values(encoding: String? = nil) throws -> PathValues {
    let found = PathValues.commandLine(
      select: Self.parts(select), ignore: Self.parts(ignore), levels: Self.parts(rule), sources: Self.parts(source),
      encoding: encoding)
    guard let error = found.errors.first else { return found.values }
    throw ValidationError(error.text(relativeTo: "/").droppingErrorWord)
  }

  /// Values may be repeated or parted by commas.
  private static func parts(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

extension String {
  /// The message without the leading word that the argument parser adds itself.
  fileprivate var droppingErrorWord: String { hasPrefix("error: ") ? String(dropFirst(7)) : self }
}
