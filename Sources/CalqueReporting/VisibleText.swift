import CalqueText

/// How a scalar is shown on a terminal.
enum VisibleScalar: Hashable {
  /// As it is.
  case plain
  /// As four spaces.
  case tab
  /// As another scalar: the picture of a control character.
  case picture(Unicode.Scalar)
  /// As its number, `<U+202E>`: it would be invisible or would move its neighbors.
  case number(UInt32)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .plain
    case 0x09: self = .tab
    case 0x00...0x1F: self = .picture(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: self = .picture("\u{2421}")
    case 0x80...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      self = .number(scalar.value)
    default: self = .plain
    }
  }

  /// What is shown in place of the scalar; nil for the scalar itself.
  var replacement: String? {
    switch self {
    case .plain: nil
    case .tab: "    "
    case .picture(let scalar): String(Character(scalar))
    case .number(let value): "<U+" + Self.padded(String(value, radix: 16, uppercase: true)) + ">"
    }
  }

  /// Terminal cells of the replacement; nil without one.
  var cells: Int? {
    switch self {
    case .plain: nil
    case .tab: 4
    case .picture: 1
    // Four digits; nothing above U+FFFF is shown so.
    case .number: 8
    }
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension [UInt8] {
  /// Appends a text on one line, with control characters made visible.
  ///
  /// Line ends and tabs become a space in running text; in a name they are made visible too.
  mutating func writeVisible(_ text: String, isName: Bool = false) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      write(text)
      return
    }
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn && !isName: break
      case "\t", "\n", "\r": write(isName ? Self.picture(of: scalar) : " ")
      default:
        if let replacement = VisibleScalar(scalar).replacement {
          write(replacement)
        } else if let encoded = UTF8.encode(scalar) {
          append(contentsOf: encoded)
        }
      }
      isAfterReturn = scalar == "\r"
    }
  }

  private static func picture(of control: Unicode.Scalar) -> String {
    Unicode.Scalar(0x2400 + control.value).map { String($0) } ?? "\u{FFFD}"
  }
}
