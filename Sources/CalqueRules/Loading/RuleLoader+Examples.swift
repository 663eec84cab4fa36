import CalqueText
import CalqueYAML

extension RuleLoader {
  /// The examples, with the marks `⟦…⟧` taken out of the bad ones.
  mutating func examples(in file: YAMLMapping, hasFix: Bool) -> (bad: [RuleExample], good: [RuleExample]) {
    let isComplete = standard == .complete
    guard let mapping = reader.mapping("examples", in: file, required: isComplete) else { return ([], []) }
    reader.checkKeys(of: mapping, known: ["bad", "good"])
    var bad: [RuleExample] = []
    for node in reader.value("bad", in: mapping).map(reader.elements) ?? [] {
      guard let example = example(node, keys: ["text", "fixed"]) else { continue }
      let marked = Self.unmarked(example.text)
      guard let marked, !marked.spans.isEmpty else {
        reader.report("Mark what the rule finds: ⟦like this⟧.", at: node.mark)
        continue
      }
      if isComplete, hasFix != (example.fixed != nil) {
        reader.report(
          hasFix ? "The rule has a fix: give the “fixed” text." : "The rule has no fix, so nothing can be “fixed”.",
          at: node.mark)
      }
      bad.append(RuleExample(text: marked.text, spans: marked.spans, fixed: example.fixed, line: node.mark.line))
    }
    var good: [RuleExample] = []
    for node in reader.value("good", in: mapping).map(reader.elements) ?? [] {
      guard let example = example(node, keys: ["text"]) else { continue }
      if example.text.contains("⟦") { reader.report("A good example has no marks.", at: node.mark) }
      good.append(RuleExample(text: example.text, spans: [], fixed: nil, line: node.mark.line))
    }
    if isComplete, bad.count < 2 || good.count < 2 {
      reader.report("A rule has two bad and two good examples at least.", at: mapping.mark)
    }
    return (bad, good)
  }

  private mutating func example(_ node: YAMLNode, keys: [String]) -> (text: String, fixed: String?)? {
    if case .scalar(let scalar) = node { return (scalar.text, nil) }
    guard let mapping = reader.mapping(node, "example") else { return nil }
    reader.checkKeys(of: mapping, known: keys + ["origin"])
    guard let text = reader.string("text", in: mapping, required: true) else { return nil }
    var fixed: String?
    if keys.contains("fixed"), let entry = mapping.entry("fixed"), case .scalar(let scalar) = entry.value {
      fixed = scalar.text
    }
    return (text, fixed)
  }

  /// A text without its marks, and the byte ranges that they enclosed; nil when the marks do not pair.
  package static func unmarked(_ text: String) -> (text: String, spans: [ByteRange])? {
    var plain = ""
    var spans: [ByteRange] = []
    var start: Int?
    for character in text.unicodeScalars {
      switch character {
      case "⟦":
        if start != nil { return nil }
        start = plain.utf8.count
      case "⟧":
        guard let lower = start else { return nil }
        spans.append(ByteRange(lower, plain.utf8.count))
        start = nil
      default: plain.unicodeScalars.append(character)
      }
    }
    return start == nil ? (plain, spans) : nil
  }
}
