extension RuleKind: BlobValue {
  package func write(to blob: inout BlobWriter) {
    switch self {
    case .pattern(let patterns):
      blob.write(0)
      patterns.write(to: &blob)
    case .regex(let patterns):
      blob.write(1)
      patterns.write(to: &blob)
    case .swap(let swaps):
      blob.write(2)
      swaps.write(to: &blob)
    case .repetition(let repetition):
      blob.write(3)
      repetition.contentWordsOnly.write(to: &blob)
      repetition.isAdjacent.write(to: &blob)
      blob.write(repetition.sentences)
      blob.write(repetition.minimumLength)
    case .density(let density):
      blob.write(4)
      density.patterns.write(to: &blob)
      density.maximum.write(to: &blob)
      blob.write(density.per)
      blob.write(density.minimumCount)
    case .consistency(let consistency):
      blob.write(5)
      consistency.variants.write(to: &blob)
      consistency.acrossProject.write(to: &blob)
    case .metric(let metric):
      blob.write(6)
      metric.name.write(to: &blob)
      metric.minimum.write(to: &blob)
      metric.maximum.write(to: &blob)
      blob.write(metric.minimumWords)
    case .check(let name, let parameters):
      blob.write(7)
      blob.write(name)
      parameters.write(to: &blob)
    }
  }

  package init(from blob: inout BlobReader) throws(BlobError) {
    switch try blob.number() {
    case 0: self = .pattern(try [Pattern](from: &blob))
    case 1: self = .regex(try [RegexPattern](from: &blob))
    case 2: self = .swap(try [Swap](from: &blob))
    case 3:
      self = .repetition(
        Repetition(
          contentWordsOnly: try Bool(from: &blob), isAdjacent: try Bool(from: &blob), sentences: try blob.number(),
          minimumLength: try blob.number()))
    case 4:
      self = .density(
        Density(
          patterns: try [Pattern](from: &blob), maximum: try Double(from: &blob), per: try blob.number(),
          minimumCount: try blob.number()))
    case 5:
      self = .consistency(
        Consistency(variants: try [[Pattern]](from: &blob), acrossProject: try Bool(from: &blob)))
    case 6:
      self = .metric(
        Metric(
          name: try MetricName(from: &blob), minimum: try Double?(from: &blob), maximum: try Double?(from: &blob),
          minimumWords: try blob.number()))
    case 7:
      self = .check(name: try blob.string(), parameters: try [String: ParameterValue](from: &blob))
    default: throw BlobError(offset: 0)
    }
  }
}

extension RuleKind.RegexPattern: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(expression)
    literals.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(expression: try blob.string(), literals: try [String](from: &blob))
  }
}

extension RuleKind.Swap: BlobValue {
  package func write(to blob: inout BlobWriter) {
    pattern.write(to: &blob)
    replacement.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(pattern: try Pattern(from: &blob), replacement: try MessageTemplate(from: &blob))
  }
}
