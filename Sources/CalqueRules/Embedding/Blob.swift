/// Why an embedded blob cannot be read: it was made by another version, or is cut.
package struct BlobError: Error, Hashable {
  /// The byte offset at which reading stopped.
  package let offset: Int
}

/// Writes values as one UTF-8 text: numbers as decimals with a semicolon, strings with their length in bytes before them.
///
/// Text, not bytes, so that the result can stand in a Swift string literal.
package struct BlobWriter {
  /// What was written.
  package private(set) var text: [UInt8] = []

  /// An empty blob.
  package init() {}

  /// Writes a number.
  package mutating func write(_ number: Int) {
    text.append(contentsOf: String(number).utf8)
    text.append(UInt8(ascii: ";"))
  }

  /// Writes a string.
  package mutating func write(_ string: String) {
    text.append(contentsOf: String(string.utf8.count).utf8)
    text.append(UInt8(ascii: ":"))
    text.append(contentsOf: string.utf8)
  }
}

/// Reads what a `BlobWriter` wrote.
package struct BlobReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isImmortal: Bool
  private var index = 0

  /// A reader over bytes that outlive it.
  ///
  /// - Parameter isImmortal: true for bytes that stay as long as the process, such as those of a string literal; parts
  ///   of them may then be kept without a copy.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isImmortal: Bool = false) {
    self.bytes = bytes
    self.isImmortal = isImmortal
  }

  /// True when everything has been read.
  package var isAtEnd: Bool { index == bytes.count }

  /// Reads a number.
  package mutating func number() throws(BlobError) -> Int { try decimal(endingWith: UInt8(ascii: ";")) }

  /// Reads a string.
  package mutating func string() throws(BlobError) -> String {
    String(decoding: try stringBytes(), as: UTF8.self)
  }

  /// Reads a string and leaves it where it is, when the bytes stay; else copies it.
  mutating func keptText() throws(BlobError) -> KeptText {
    let text = try stringBytes()
    guard isImmortal, let base = text.baseAddress else { return .copied(String(decoding: text, as: UTF8.self)) }
    return .immortal(address: UInt(bitPattern: base), count: text.count)
  }

  private mutating func stringBytes() throws(BlobError) -> UnsafeBufferPointer<UInt8> {
    let count = try decimal(endingWith: UInt8(ascii: ":"))
    guard count >= 0, count <= bytes.count - index else { throw BlobError(offset: index) }
    defer { index += count }
    return UnsafeBufferPointer(rebasing: bytes[index..<index + count])
  }

  private mutating func decimal(endingWith end: UInt8) throws(BlobError) -> Int {
    var value = 0
    var isNegative = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == end { return isNegative ? -value : value }
      if byte == UInt8(ascii: "-"), value == 0 {
        isNegative = true
      } else if byte >= 0x30, byte <= 0x39, value < Int.max / 16 {
        value = value * 10 + Int(byte - 0x30)
      } else {
        break
      }
    }
    throw BlobError(offset: index)
  }
}

/// A text of a blob: a copy, or the place of bytes that stay as long as the process.
enum KeptText: Hashable, Sendable {
  case copied(String)
  case immortal(address: UInt, count: Int)

  /// The text.
  var text: String {
    switch self {
    case .copied(let text): return text
    case .immortal(let address, let count):
      return String(
        decoding: UnsafeBufferPointer(start: UnsafePointer<UInt8>(bitPattern: address), count: count), as: UTF8.self)
    }
  }
}

/// A value that can stand in a blob.
package protocol BlobValue {
  /// Appends the value.
  func write(to blob: inout BlobWriter)
  /// Reads the value.
  init(from blob: inout BlobReader) throws(BlobError)
}

extension String: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(self) }
  package init(from blob: inout BlobReader) throws(BlobError) { self = try blob.string() }
}

extension Int: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(self) }
  package init(from blob: inout BlobReader) throws(BlobError) { self = try blob.number() }
}

extension Bool: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(self ? 1 : 0) }
  package init(from blob: inout BlobReader) throws(BlobError) { self = try blob.number() == 1 }
}

extension Double: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(String(self)) }
  package init(from blob: inout BlobReader) throws(BlobError) {
    guard let value = Double(try blob.string()) else { throw BlobError(offset: 0) }
    self = value
  }
}

extension Array: BlobValue where Element: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(count)
    for element in self { element.write(to: &blob) }
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    let count = try blob.number()
    self = []
    // A damaged count must not reserve memory for what cannot follow.
    reserveCapacity(Swift.min(Swift.max(0, count), 4096))
    for _ in 0..<Swift.max(0, count) { append(try Element(from: &blob)) }
  }
}

extension Optional: BlobValue where Wrapped: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(self == nil ? 0 : 1)
    if let self { self.write(to: &blob) }
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self = try blob.number() == 1 ? try Wrapped(from: &blob) : nil
  }
}

extension Dictionary: BlobValue where Key == String, Value: BlobValue {
  /// Writes the entries ordered by key, so that equal dictionaries give equal blobs.
  package func write(to blob: inout BlobWriter) {
    blob.write(count)
    for (key, value) in self.sorted(by: { $0.key < $1.key }) {
      blob.write(key)
      value.write(to: &blob)
    }
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self = [:]
    for _ in 0..<Swift.max(0, try blob.number()) {
      let key = try blob.string()
      self[key] = try Value(from: &blob)
    }
  }
}

extension BlobValue where Self: RawRepresentable, RawValue == String {
  package func write(to blob: inout BlobWriter) { blob.write(rawValue) }
  package init(from blob: inout BlobReader) throws(BlobError) {
    guard let value = Self(rawValue: try blob.string()) else { throw BlobError(offset: 0) }
    self = value
  }
}
