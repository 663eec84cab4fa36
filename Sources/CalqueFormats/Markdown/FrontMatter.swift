import CalqueDocument
import CalqueText

/// The settings at the very start of a Markdown file: YAML between lines of `---`, or TOML between lines of `+++`.
///
/// They are no prose, but for the single-line values of a few keys that readers see. There is no YAML parser here: a key
/// counts at the start of a line, and its value when it ends on that line.
struct FrontMatter {
  private enum Syntax {
    case yaml, toml
  }

  /// The keys whose values are prose.
  static let keys: Set<String> = ["title", "description", "summary", "subtitle", "excerpt"]

  /// The offset after the closing line.
  let end: Int
  private let content: Range<Int>
  private let syntax: Syntax

  /// The settings that start at an offset.
  ///
  /// YAML must look like it, because a text may also start with a thematic break: the next line is not blank, and the first
  /// line that is no comment starts with a key.
  static func find(in view: ByteView, from start: Int) -> FrontMatter? {
    let syntax: Syntax
    if view.has("---", at: start) {
      syntax = .yaml
    } else if view.has("+++", at: start) {
      syntax = .toml
    } else {
      return nil
    }
    guard view.isBlankToLineEnd(from: start + 3) else { return nil }
    let first = view.afterLineEnd(view.lineEnd(from: start))
    if view.isBlankToLineEnd(from: first) { return nil }
    var line = first
    var hasKey = false
    while line < view.count {
      let lineEnd = view.lineEnd(from: line)
      let isClosing =
        syntax == .yaml ? view.has("---", at: line) || view.has("...", at: line) : view.has("+++", at: line)
      if isClosing, view.isBlankToLineEnd(from: line + 3) {
        return FrontMatter(end: view.afterLineEnd(lineEnd), content: first..<line, syntax: syntax)
      }
      if !hasKey, syntax == .yaml, view.skipBlanks(from: line, to: lineEnd) < lineEnd, view[line] != .hash {
        guard looksLikeKey(view, line, lineEnd) else { return nil }
        hasKey = true
      }
      line = view.afterLineEnd(lineEnd)
    }
    return nil
  }

  private static func looksLikeKey(_ view: ByteView, _ lower: Int, _ upper: Int) -> Bool {
    guard let colon = view.find(.colon, from: lower, to: upper), colon > lower else { return false }
    guard colon + 1 == upper || view[colon + 1].isBlank else { return false }
    let quote = view[lower]
    if quote == .quote || quote == .apostrophe { return true }
    return (lower..<colon).allSatisfy {
      view[$0].isAlphanumeric || view[$0] == .underscore || view[$0] == .hyphen || view[$0] == .fullStop
        || view[$0] >= 0x80
    }
  }

  /// Writes the values that are prose, each as a block.
  func write(to writer: inout ProseWriter) {
    let view = writer.view
    var line = content.lowerBound
    while line < content.upperBound {
      let end = view.lineEnd(from: line)
      let next = view.afterLineEnd(end)
      if syntax == .toml, view[line] == .leftBracket { break }
      if let value = value(view, line, end) {
        let isContinued = syntax == .yaml && view[next].isBlank && !view.isBlankToLineEnd(from: next)
        write(value, end, isContinued: isContinued, to: &writer)
      }
      line = next
    }
    writer.cut(to: end)
  }

  /// The offset of the value of a key that counts.
  private func value(_ view: ByteView, _ lower: Int, _ upper: Int) -> Int? {
    var start = lower
    var end = lower
    if view[start] == .quote || view[start] == .apostrophe {
      guard let close = view.find(view[start], from: start + 1, to: upper) else { return nil }
      (start, end) = (start + 1, close)
    } else {
      while end < upper, view[end].isAlphanumeric || view[end] == .underscore || view[end] == .hyphen { end += 1 }
    }
    guard end > start, end - start <= 20 else { return nil }
    let key = String(decoding: (start..<end).map { view[$0].small }, as: UTF8.self)
    guard FrontMatter.keys.contains(key) else { return nil }
    let sign = view.skipBlanks(from: start > lower ? end + 1 : end, to: upper)
    guard view[sign] == (syntax == .yaml ? UInt8.colon : .equals), syntax == .toml || view[sign + 1].isBlank else {
      return nil
    }
    let value = view.skipBlanks(from: sign + 1, to: upper)
    return value < upper ? value : nil
  }

  private func write(_ lower: Int, _ end: Int, isContinued: Bool, to writer: inout ProseWriter) {
    let view = writer.view
    let quote = view[lower]
    if quote == .quote || quote == .apostrophe {
      guard let close = closingQuote(view, lower, end), view[lower + 1] != quote || close == lower + 1 else { return }
      let rest = view.skipBlanks(from: close + 1, to: end)
      guard rest == end || view[rest] == .hash else { return }
      writer.beginBlock(.frontMatter)
      quoted(lower + 1, close, quote, to: &writer)
      writer.endBlock()
    } else if syntax == .yaml, !isContinued, !isIndicator(view, lower) {
      var upper = end
      var index = lower
      while let hash = view.find(.hash, from: index, to: end) {
        if hash > lower, view[hash - 1].isBlank {
          upper = hash
          break
        }
        index = hash + 1
      }
      writer.beginBlock(.frontMatter)
      writer.text(lower, view.trimBlanks(from: lower, to: upper))
      writer.endBlock()
    }
  }

  /// True when a YAML value is no plain scalar: a block scalar, a collection, an anchor, a tag.
  private func isIndicator(_ view: ByteView, _ index: Int) -> Bool {
    switch view[index] {
    case .pipe, .greater, .leftBracket, .leftBrace, .rightBracket, .rightBrace, .ampersand, .asterisk, .exclamation,
      .at, .backtick, .percent, .hash, .comma:
      true
    case .hyphen, .question, .colon: view[index + 1].isSpace
    default: false
    }
  }

  private func closingQuote(_ view: ByteView, _ lower: Int, _ end: Int) -> Int? {
    let quote = view[lower]
    var index = lower + 1
    while index < end {
      if view[index] == quote {
        guard quote == .apostrophe, syntax == .yaml, view[index + 1] == .apostrophe else { return index }
        index += 1
      } else if quote == .quote, view[index] == .backslash {
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Writes the content of a quoted value; escapes become decoded pieces.
  private func quoted(_ lower: Int, _ upper: Int, _ quote: UInt8, to writer: inout ProseWriter) {
    let view = writer.view
    var start = lower
    var index = lower
    while index < upper {
      let escape: (text: String, length: Int)?
      if quote == .quote, view[index] == .backslash {
        escape = StringEscape.decode(view, index, to: upper)
      } else if quote == .apostrophe, syntax == .yaml, view[index] == .apostrophe {
        escape = ("'", 2)
      } else {
        escape = nil
      }
      guard let escape else {
        index += 1
        continue
      }
      if start < index { writer.text(start, index) }
      writer.decoded(escape.text, index, index + escape.length)
      index += escape.length
      start = index
    }
    if start < upper { writer.text(start, upper) }
  }
}

/// The escapes of double-quoted strings in YAML and TOML.
enum StringEscape {
  /// What the escape at an offset stands for, and its length in bytes; nil when it is none.
  ///
  /// Control characters become a space.
  static func decode(_ view: ByteView, _ lower: Int, to upper: Int) -> (text: String, length: Int)? {
    guard lower + 1 < upper else { return nil }
    switch view[lower + 1] {
    case .quote: return ("\"", 2)
    case .slash: return ("/", 2)
    case .backslash: return ("\\", 2)
    case .space, .tab, UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "L"), UInt8(ascii: "N"), UInt8(ascii: "P"):
      return (" ", 2)
    case .underscore: return ("\u{A0}", 2)
    case UInt8(ascii: "0"): return ("\u{FFFD}", 2)
    case UInt8(ascii: "x"): return scalar(view, lower, digits: 2, to: upper)
    case UInt8(ascii: "u"): return scalar(view, lower, digits: 4, to: upper)
    case UInt8(ascii: "U"): return scalar(view, lower, digits: 8, to: upper)
    default: return nil
    }
  }

  private static func scalar(_ view: ByteView, _ lower: Int, digits: Int, to upper: Int) -> (String, Int)? {
    guard let value = number(view, lower + 2, digits, to: upper) else { return nil }
    let length = 2 + digits
    // Two escapes may be the halves of one scalar, as in JSON.
    if digits == 4, value & 0xFC00 == 0xD800, view.has("\\u", at: lower + length),
      let second = number(view, lower + length + 2, 4, to: upper), second & 0xFC00 == 0xDC00
    {
      let scalar = 0x10000 + (value & 0x3FF) << 10 + (second & 0x3FF)
      return (String(HTMLEntity.scalar(scalar)), 2 * length)
    }
    let isControl = value >= 0x80 && value < 0xA0
    return (isControl ? " " : String(HTMLEntity.scalar(value)), length)
  }

  private static func number(_ view: ByteView, _ lower: Int, _ digits: Int, to upper: Int) -> UInt32? {
    guard lower + digits <= upper else { return nil }
    var value: UInt32 = 0
    for index in lower..<lower + digits {
      guard let digit = Character(Unicode.Scalar(view[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
