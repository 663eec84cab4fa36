import CalqueText
import CalqueUnicode
import CalqueYAML

extension RuleLoader {
  /// What the file looks for, told by the one key of `kindKeys` that it carries.
  mutating func kind(in file: YAMLMapping) -> RuleKind? {
    let present = file.entries.filter { Self.kindKeys.contains($0.key) }
    guard let entry = present.first else {
      reader.report("Say what to look for: one of \(Self.kindKeys.joined(separator: ", ")).", at: file.mark)
      return nil
    }
    if let second = present.dropFirst().first {
      reader.report("A rule has one kind; this one has “\(entry.key)” and “\(second.key)”.", at: second.keyMark)
      return nil
    }
    if entry.key != "check", let parameters = file.entry("parameters") {
      reader.report("Only a “check” has parameters.", at: parameters.keyMark)
    }
    if entry.key != "regex", let literals = file.entry("literals") {
      reader.report("Only a “regex” has literals.", at: literals.keyMark)
    }
    switch entry.key {
    case "pattern": return patterns("pattern", in: file).map(RuleKind.pattern)
    case "regex": return regex(in: file)
    case "swap": return swap(in: file)
    case "repetition": return repetition(in: file)
    case "density": return density(in: file)
    case "consistency": return consistency(in: file)
    case "metric": return metric(in: file)
    default: return check(in: file)
    }
  }

  private mutating func regex(in file: YAMLMapping) -> RuleKind? {
    guard let scalars = reader.scalars("regex", in: file) else { return nil }
    let named = reader.strings("literals", in: file)
    var result: [RuleKind.RegexPattern] = []
    for scalar in scalars {
      do throws(RegularExpressionError) {
        _ = try RegularExpression(scalar.text)
      } catch {
        reader.report("\(error.message).", at: scalar.mark(ofCodePoint: error.offset))
        continue
      }
      // Literals that are named stand for all expressions of the rule; one that its own expression holds may be rarer.
      let candidates = [RegexLiterals.required(in: scalar.text), named].compactMap { $0 }
      guard let literals = candidates.max(by: { RegexLiterals.weight($0) < RegexLiterals.weight($1) }) else {
        reader.report(
          "No literal stands in every match, so nothing can wake the expression; name some under “literals”.",
          at: scalar.mark)
        continue
      }
      result.append(RuleKind.RegexPattern(expression: scalar.text, literals: literals))
    }
    return result.count == scalars.count ? .regex(result) : nil
  }

  private mutating func swap(in file: YAMLMapping) -> RuleKind? {
    guard let mapping = reader.mapping("swap", in: file, required: true) else { return nil }
    var result: [RuleKind.Swap] = []
    for entry in mapping.entries {
      let key = YAMLScalar(text: entry.key, style: .plain, mark: entry.keyMark, isVerbatim: true)
      guard case .scalar(let value) = entry.value, let pattern = pattern(key) else {
        if case .scalar = entry.value {
        } else {
          reader.report("The replacement of “\(entry.key)” is one text.", at: entry.value.mark)
        }
        continue
      }
      result.append(RuleKind.Swap(pattern: pattern, replacement: MessageTemplate(value.text)))
    }
    return result.count == mapping.entries.count ? .swap(result) : nil
  }

  private mutating func repetition(in file: YAMLMapping) -> RuleKind? {
    guard let mapping = reader.mapping("repetition", in: file, required: true) else { return nil }
    reader.checkKeys(of: mapping, known: ["of", "within", "min-length", "adjacent"])
    let subject = reader.string("of", in: mapping) ?? "content-word"
    if !["content-word", "word"].contains(subject) {
      reader.reportUnknown("kind of word", subject, known: ["content-word", "word"], at: mapping.mark)
    }
    return .repetition(
      RuleKind.Repetition(
        contentWordsOnly: subject == "content-word",
        isAdjacent: reader.bool("adjacent", in: mapping) ?? false,
        sentences: reader.int("within", in: mapping, range: 1...100) ?? 1,
        minimumLength: reader.int("min-length", in: mapping, range: 1...50) ?? 1))
  }

  private mutating func density(in file: YAMLMapping) -> RuleKind? {
    guard let mapping = reader.mapping("density", in: file, required: true) else { return nil }
    reader.checkKeys(of: mapping, known: ["patterns", "per", "max", "min"])
    guard let patterns = patterns("patterns", in: mapping), !patterns.isEmpty else {
      if mapping.entry("patterns") == nil { reader.report("Name the “patterns” to count.", at: mapping.mark) }
      return nil
    }
    return .density(
      RuleKind.Density(
        patterns: patterns, maximum: reader.double("max", in: mapping, required: true) ?? 0,
        per: reader.int("per", in: mapping, range: 1...1_000_000) ?? 1000,
        minimumCount: reader.int("min", in: mapping, range: 1...10_000) ?? 2))
  }

  private mutating func consistency(in file: YAMLMapping) -> RuleKind? {
    guard let mapping = reader.mapping("consistency", in: file, required: true) else { return nil }
    reader.checkKeys(of: mapping, known: ["variants", "within"])
    guard let node = reader.value("variants", in: mapping, required: true) else { return nil }
    var variants: [[Pattern]] = []
    for element in reader.elements(node) {
      let patterns = (reader.scalars(element, "variant") ?? []).compactMap { pattern($0) }
      variants.append(patterns)
    }
    guard variants.count >= 2, !variants.contains(where: \.isEmpty) else {
      reader.report("There must be two variants or more, each with a pattern.", at: node.mark)
      return nil
    }
    let within = reader.string("within", in: mapping) ?? "document"
    if !["document", "project"].contains(within) {
      reader.reportUnknown("reach", within, known: ["document", "project"], at: mapping.mark)
    }
    return .consistency(RuleKind.Consistency(variants: variants, acrossProject: within == "project"))
  }

  private mutating func metric(in file: YAMLMapping) -> RuleKind? {
    guard let mapping = reader.mapping("metric", in: file, required: true) else { return nil }
    reader.checkKeys(of: mapping, known: ["name", "min", "max", "min-words"])
    guard let name: MetricName = reader.choice("name", in: mapping, required: true) else { return nil }
    let least = reader.double("min", in: mapping)
    let most = reader.double("max", in: mapping)
    if least == nil, most == nil { reader.report("A metric needs a bound: “min” or “max”.", at: mapping.mark) }
    return .metric(
      RuleKind.Metric(
        name: name, minimum: least, maximum: most,
        minimumWords: reader.int("min-words", in: mapping, range: 0...1_000_000) ?? 100))
  }

  private mutating func check(in file: YAMLMapping) -> RuleKind? {
    guard let name = reader.string("check", in: file, required: true) else { return nil }
    var parameters: [String: ParameterValue] = [:]
    for entry in reader.mapping("parameters", in: file)?.entries ?? [] {
      switch entry.value {
      case .scalar(let scalar): parameters[entry.key] = .text(scalar.text)
      case .sequence: parameters[entry.key] = .list(reader.strings(entry.value, entry.key) ?? [])
      case .mapping: reader.report("A parameter is a text or a list of texts.", at: entry.value.mark)
      }
    }
    return .check(name: name, parameters: parameters)
  }
}
