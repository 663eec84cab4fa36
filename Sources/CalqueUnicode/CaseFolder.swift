internal import CICU

/// Makes words comparable: full case folding, NFC, apostrophes made straight, soft hyphens dropped.
///
/// U+2019, U+02BC and U+FF07 become `'`. Keeps its buffers; one per worker.
package struct CaseFolder: ~Copyable {
  private let nfc: OpaquePointer
  private let usesOnlyICU: Bool
  private var units: [UInt16] = Array(repeating: 0, count: 256)
  private var folded: [UInt16] = Array(repeating: 0, count: 256)
  private var output: [UInt8] = Array(repeating: 0, count: 768)

  /// Longer words than this many bytes only have their ASCII letters folded.
  package static let maximumCount = 1 << 24

  /// A folder.
  ///
  /// - Parameter usesOnlyICU: folds every word with ICU; slower, with the same result.
  /// - Throws: `UnicodeError` when ICU's data is missing.
  package init(usesOnlyICU: Bool = false) throws(UnicodeError) {
    self.usesOnlyICU = usesOnlyICU
    var status = U_ZERO_ERROR
    let opened = calque_nfc(&status)
    try status.check()
    guard let opened else { throw UnicodeError(U_MEMORY_ALLOCATION_ERROR) }
    nfc = opened
  }

  /// Calls `body` with the folded form of valid UTF-8; the form is gone after the call.
  ///
  /// - Complexity: O(*n*) in bytes; allocates only when a form is longer than any before.
  package mutating func withFolded<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if output.count < bytes.count { output = Array(repeating: 0, count: bytes.count * 2) }
    let count = (usesOnlyICU ? nil : foldByTable(bytes)) ?? foldByICU(bytes) ?? foldASCII(bytes)
    return output.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// The folded form of a string.
  package mutating func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in withFolded(bytes) { String(decoding: $0, as: UTF8.self) } }
  }

  /// Folds a word whose scalars all fold one by one; nil when it has others.
  private mutating func foldByTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    output.withUnsafeMutableBufferPointer { output in
      var read = 0
      var written = 0
      while read < bytes.count {
        let scalar: UInt32
        (scalar, read) = UTF8Decoding.scalar(bytes, at: read)
        let folded = FoldTable.shared[scalar]
        if folded == FoldTable.unknown { return nil }
        if folded == FoldTable.dropped { continue }
        // A folded letter may be longer than the letter: U+023A (2 bytes) becomes U+2C65 (3 bytes).
        guard written + 3 <= output.count else { return nil }
        written = UTF8Decoding.write(UInt32(folded), to: output, at: written)
      }
      return written
    }
  }

  /// Folds with ICU; nil when the word is too long for it.
  private mutating func foldByICU(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count <= Self.maximumCount else { return nil }
    if units.count < bytes.count { units = Array(repeating: 0, count: bytes.count * 2) }
    guard let count = fromUTF8(bytes), let foldedCount = foldCase(count) else { return nil }
    // After folding, which makes an apostrophe and an n of U+0149.
    guard let normalCount = normalize(straighten(foldedCount)) else { return nil }
    return toUTF8(normalCount)
  }

  private mutating func fromUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var status = U_ZERO_ERROR
    var length: Int32 = 0
    units.withUnsafeMutableBufferPointer { units in
      bytes.withMemoryRebound(to: CChar.self) { source in
        _ = calque_str_from_utf8(
          units.baseAddress, Int32(units.count), &length, source.baseAddress, Int32(source.count), &status)
      }
    }
    return status.isSuccess ? Int(length) : nil
  }

  private mutating func foldCase(_ count: Int) -> Int? {
    // Full folding makes at most three units of one.
    if folded.count < count * 3 { folded = Array(repeating: 0, count: count * 3) }
    var status = U_ZERO_ERROR
    let written = folded.withUnsafeMutableBufferPointer { folded in
      units.withUnsafeBufferPointer { units in
        calque_str_fold_case(folded.baseAddress, Int32(folded.count), units.baseAddress, Int32(count), &status)
      }
    }
    return status.isSuccess ? Int(written) : nil
  }

  /// Makes apostrophes straight and drops soft hyphens in `folded`; returns the new length.
  private mutating func straighten(_ count: Int) -> Int {
    folded.withUnsafeMutableBufferPointer { folded in
      var written = 0
      for index in 0..<count {
        switch folded[index] {
        case 0x2019, 0x02BC, 0xFF07: folded[written] = 0x27
        case 0x00AD: continue
        default: folded[written] = folded[index]
        }
        written += 1
      }
      return written
    }
  }

  private mutating func normalize(_ count: Int) -> Int? {
    // NFC makes at most three units of one (Unicode FAQ, expansion factors).
    if units.count < count * 3 { units = Array(repeating: 0, count: count * 3) }
    var status = U_ZERO_ERROR
    let nfc = nfc
    let written = units.withUnsafeMutableBufferPointer { units in
      folded.withUnsafeBufferPointer { folded in
        calque_normalize(nfc, folded.baseAddress, Int32(count), units.baseAddress, Int32(units.count), &status)
      }
    }
    return status.isSuccess ? Int(written) : nil
  }

  private mutating func toUTF8(_ count: Int) -> Int? {
    if output.count < count * 3 { output = Array(repeating: 0, count: count * 3) }
    var status = U_ZERO_ERROR
    var length: Int32 = 0
    output.withUnsafeMutableBytes { output in
      units.withUnsafeBufferPointer { units in
        _ = calque_str_to_utf8(
          output.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(output.count), &length, units.baseAddress,
          Int32(count), &status)
      }
    }
    return status.isSuccess ? Int(length) : nil
  }

  private mutating func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    output.withUnsafeMutableBufferPointer { output in
      for index in 0..<bytes.count {
        let byte = bytes[index]
        output[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return bytes.count
    }
  }
}
