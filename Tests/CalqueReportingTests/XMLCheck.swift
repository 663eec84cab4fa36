/// Tells well-formed XML of the plain kind that reporters write: a declaration, elements, attributes, entities.
///
/// Works on bytes, since a combining mark behind a quotation mark makes one character with it.
enum XMLCheck {
  private typealias Bytes = ArraySlice<UInt8>

  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    let isAllowed = String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      switch $0.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
      default: false
      }
    }
    let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    guard isAllowed, bytes.starts(with: declaration) else { return false }
    var text = bytes.dropFirst(declaration.count)
    var open: [Bytes] = []
    var roots = 0
    while let start = text.firstIndex(of: UInt8(ascii: "<")) {
      guard isText(text[..<start], mayHoldWords: !open.isEmpty),
        let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
      else { return false }
      let tag = text[start..<end].dropFirst()
      text = text[end...].dropFirst()
      if tag.first == UInt8(ascii: "/") {
        guard open.popLast() == tag.dropFirst() else { return false }
        continue
      }
      if open.isEmpty { roots += 1 }
      let isEmpty = tag.last == UInt8(ascii: "/")
      guard let name = name(of: isEmpty ? tag.dropLast() : tag) else { return false }
      if !isEmpty { open.append(name) }
    }
    return open.isEmpty && roots == 1 && isText(text, mayHoldWords: false)
  }

  /// The name of a tag whose attributes are well-formed and all different.
  private static func name(of tag: Bytes) -> Bytes? {
    let name = tag.prefix { $0 != UInt8(ascii: " ") }
    guard !name.isEmpty, name.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return nil }
    var rest = tag.dropFirst(name.count)
    var attributes: Set<Bytes> = []
    while !rest.isEmpty {
      let attribute = rest.dropFirst().prefix { $0 != UInt8(ascii: "=") }
      let value = rest.dropFirst(attribute.count + 2)
      guard rest.first == UInt8(ascii: " "), value.first == UInt8(ascii: "\""), attributes.insert(attribute).inserted,
        let end = value.dropFirst().firstIndex(of: UInt8(ascii: "\"")),
        isText(value[..<end].dropFirst(), mayHoldWords: true)
      else { return nil }
      rest = value[end...].dropFirst()
    }
    return name
  }

  /// Whether text holds no markup and only known entities.
  private static func isText(_ text: Bytes, mayHoldWords: Bool) -> Bool {
    if !mayHoldWords { return text.allSatisfy { $0 == 0x0A } }
    let known = ["amp", "lt", "gt", "quot", "#9", "#10", "#13"].map { Array($0.utf8) }
    for part in text.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: UInt8(ascii: ";")), known.contains(Array(part[..<end])) else { return false }
    }
    return !text.contains(UInt8(ascii: "<"))
  }
}
