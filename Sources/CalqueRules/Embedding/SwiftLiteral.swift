/// Writes a text as a Swift source file with one string literal.
package enum SwiftLiteral {
  /// The source of `let name: StaticString = "…"`.
  ///
  /// Everything outside printable ASCII is escaped, so that no compiler warns and no editor changes the file.
  package static func source(name: String, text: [UInt8]) -> [UInt8] {
    var result = Array("// Made by the build from the files in Rules/.\nlet \(name): StaticString = \"".utf8)
    result.reserveCapacity(text.count + text.count / 4)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".utf8)
      case "\"": result.append(contentsOf: "\\\"".utf8)
      case "\n": result.append(contentsOf: "\\n".utf8)
      case " "..."~": result.append(UInt8(truncatingIfNeeded: scalar.value))
      default: result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
      }
    }
    result.append(contentsOf: "\"\n".utf8)
    return result
  }
}
