import CalqueText

extension PathValues {
  /// The values of command line options.
  ///
  /// - Parameters:
  ///   - select: names after `--select`; empty without the option.
  ///   - ignore: names after `--ignore`.
  ///   - levels: `ID=LEVEL` after `--rule`; of one id, the last counts.
  ///   - sources: codes after `--source`; empty without the option.
  ///   - encoding: the name after an option for it.
  /// - Returns: the values, and what is wrong with them apart from names, which `nameErrors` checks. A level for a name
  ///   is stronger than `--ignore` for the same name.
  package static func commandLine(
    select: [String] = [], ignore: [String] = [], levels: [String] = [], sources: [String] = [],
    encoding: String? = nil
  ) -> (values: PathValues, errors: [ConfigurationError]) {
    var values = PathValues()
    var errors: [ConfigurationError] = []
    if !select.isEmpty { values.select = select.map { Sourced(RuleSelector($0), .commandLine("--select")) } }
    var entries = ignore.map { Sourced(RuleEntry(RuleSelector($0), .off), .commandLine("--ignore")) }
    for text in levels {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
      guard parts.count == 2, let level = RuleLevel(rawValue: parts[1]) else {
        let names = RuleLevel.allCases.map(\.rawValue)
        let near = parts.count == 2 ? nearestName(to: parts[1], in: names) : nil
        let hint = near.map { "did you mean “\(parts[0])=\($0)”?" } ?? "use \(names.joined(separator: ", "))."
        errors.append(ConfigurationError("“\(text)” is no RULE=LEVEL; \(hint)", .commandLine("--rule")))
        continue
      }
      entries.append(Sourced(RuleEntry(RuleSelector(parts[0]), level), .commandLine("--rule")))
    }
    for entry in entries {
      values.levels.removeAll { $0.value.selector == entry.value.selector }
      values.levels.append(entry)
    }
    if !sources.isEmpty { values.sources = sources.map { Sourced($0, .commandLine("--source")) } }
    values.encoding = encoding.map { Sourced($0, .commandLine("--encoding")) }
    return (values, errors)
  }
}
