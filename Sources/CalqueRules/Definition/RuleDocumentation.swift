/// What people read about a rule, and what it is tested with.
package struct RuleDocumentation: Hashable, Sendable {
  /// What it flags, why readers stumble, what to write instead.
  package let explanation: String
  package let references: [Reference]
  package let bad: [RuleExample]
  package let good: [RuleExample]

  /// Documentation from its parts.
  package init(explanation: String, references: [Reference], bad: [RuleExample], good: [RuleExample]) {
    self.explanation = explanation
    self.references = references
    self.bad = bad
    self.good = good
  }
}

/// Documentation as one text, so that starting the linter does not take hundreds of rules' texts apart.
package struct PackedDocumentation: Hashable, Sendable {
  private let packed: KeptText

  /// Packs documentation.
  package init(_ documentation: RuleDocumentation) {
    var blob = BlobWriter()
    documentation.write(to: &blob)
    packed = .copied(String(decoding: blob.text, as: UTF8.self))
  }

  fileprivate init(packed: KeptText) { self.packed = packed }

  /// The documentation.
  ///
  /// - Complexity: O(*n*) in its length.
  package var unpacked: RuleDocumentation {
    var text = packed.text
    return text.withUTF8 { bytes in
      var reader = BlobReader(bytes)
      do throws(BlobError) {
        return try RuleDocumentation(from: &reader)
      } catch {
        // Only `init` above makes packed texts.
        return RuleDocumentation(explanation: "", references: [], bad: [], good: [])
      }
    }
  }
}

extension RuleDocumentation: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(explanation)
    references.write(to: &blob)
    bad.write(to: &blob)
    good.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(
      explanation: try blob.string(), references: try [Reference](from: &blob), bad: try [RuleExample](from: &blob),
      good: try [RuleExample](from: &blob))
  }
}

extension PackedDocumentation: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(packed.text) }
  package init(from blob: inout BlobReader) throws(BlobError) { self.init(packed: try blob.keptText()) }
}
