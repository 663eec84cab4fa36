extension TokenClass: BlobValue {}

extension PatternNode: BlobValue {
  package func write(to blob: inout BlobWriter) {
    switch self {
    case .literal(let word):
      blob.write(0)
      blob.write(word)
    case .exact(let folded, let text):
      blob.write(1)
      blob.write(folded)
      blob.write(text)
    case .lemma(let forms):
      blob.write(2)
      forms.write(to: &blob)
    case .regex(let expression):
      blob.write(3)
      blob.write(expression)
    case .any: blob.write(4)
    case .tokenClass(let tokenClass):
      blob.write(5)
      tokenClass.write(to: &blob)
    case .sentenceStart: blob.write(6)
    case .sentenceEnd: blob.write(7)
    case .sequence(let nodes):
      blob.write(8)
      nodes.write(to: &blob)
    case .alternatives(let nodes):
      blob.write(9)
      nodes.write(to: &blob)
    case .repeated(let node, let min, let max, let isLazy):
      blob.write(10)
      node.write(to: &blob)
      blob.write(min)
      blob.write(max)
      isLazy.write(to: &blob)
    case .capture(let name, let node):
      blob.write(11)
      blob.write(name)
      node.write(to: &blob)
    }
  }

  package init(from blob: inout BlobReader) throws(BlobError) {
    switch try blob.number() {
    case 0: self = .literal(try blob.string())
    case 1: self = .exact(folded: try blob.string(), text: try blob.string())
    case 2: self = .lemma(try [String](from: &blob))
    case 3: self = .regex(try blob.string())
    case 4: self = .any
    case 5: self = .tokenClass(try TokenClass(from: &blob))
    case 6: self = .sentenceStart
    case 7: self = .sentenceEnd
    case 8: self = .sequence(try [PatternNode](from: &blob))
    case 9: self = .alternatives(try [PatternNode](from: &blob))
    case 10:
      self = .repeated(
        try PatternNode(from: &blob), min: try blob.number(), max: try blob.number(), isLazy: try Bool(from: &blob))
    case 11: self = .capture(try blob.string(), try PatternNode(from: &blob))
    default: throw BlobError(offset: 0)
    }
  }
}

extension Cue: BlobValue {
  package func write(to blob: inout BlobWriter) {
    switch trigger {
    case .words(let words): words.write(to: &blob)
    case .number: blob.write(-1)
    case .quotationMark: blob.write(-2)
    case .foreignScript: blob.write(-3)
    case .digit: blob.write(-4)
    }
    blob.write(minimumOffset)
    blob.write(maximumOffset)
  }

  package init(from blob: inout BlobReader) throws(BlobError) {
    let count = try blob.number()
    let trigger: Trigger
    switch count {
    case -1: trigger = .number
    case -2: trigger = .quotationMark
    case -3: trigger = .foreignScript
    case -4: trigger = .digit
    default:
      var words: [String] = []
      for _ in 0..<max(0, count) { words.append(try blob.string()) }
      trigger = .words(words)
    }
    self.init(trigger: trigger, minimumOffset: try blob.number(), maximumOffset: try blob.number())
  }
}

extension Pattern: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(text)
    root.write(to: &blob)
    cues.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(text: try blob.string(), root: try PatternNode(from: &blob), cues: try [Cue](from: &blob))
  }
}
