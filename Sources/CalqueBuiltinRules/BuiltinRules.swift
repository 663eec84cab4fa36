import CalqueRules

/// The rules that the binary carries.
package enum BuiltinRules {
  /// The pack, read from the text that the build embeds.
  ///
  /// - Throws: `BlobError` when the embedded text is damaged, which a test rules out.
  /// - Complexity: O(*n*) in the size of the pack.
  package static func load() throws(BlobError) -> RulePack {
    let start = embeddedRules.utf8Start
    var reader = BlobReader(UnsafeBufferPointer(start: start, count: embeddedRules.utf8CodeUnitCount), isImmortal: true)
    return try RulePack(from: &reader)
  }
}
