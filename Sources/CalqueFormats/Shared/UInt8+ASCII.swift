/// The characters of ASCII that formats give a meaning to, by name.
extension UInt8 {
  @inline(__always) static var tab: UInt8 { 0x09 }
  @inline(__always) static var lineFeed: UInt8 { 0x0A }
  @inline(__always) static var carriageReturn: UInt8 { 0x0D }
  @inline(__always) static var substitute: UInt8 { 0x1A }
  @inline(__always) static var space: UInt8 { 0x20 }
  @inline(__always) static var exclamation: UInt8 { UInt8(ascii: "!") }
  @inline(__always) static var quote: UInt8 { UInt8(ascii: "\"") }
  @inline(__always) static var hash: UInt8 { UInt8(ascii: "#") }
  @inline(__always) static var dollar: UInt8 { UInt8(ascii: "$") }
  @inline(__always) static var percent: UInt8 { UInt8(ascii: "%") }
  @inline(__always) static var ampersand: UInt8 { UInt8(ascii: "&") }
  @inline(__always) static var apostrophe: UInt8 { UInt8(ascii: "'") }
  @inline(__always) static var leftParenthesis: UInt8 { UInt8(ascii: "(") }
  @inline(__always) static var rightParenthesis: UInt8 { UInt8(ascii: ")") }
  @inline(__always) static var asterisk: UInt8 { UInt8(ascii: "*") }
  @inline(__always) static var plus: UInt8 { UInt8(ascii: "+") }
  @inline(__always) static var comma: UInt8 { UInt8(ascii: ",") }
  @inline(__always) static var hyphen: UInt8 { UInt8(ascii: "-") }
  @inline(__always) static var fullStop: UInt8 { UInt8(ascii: ".") }
  @inline(__always) static var slash: UInt8 { UInt8(ascii: "/") }
  @inline(__always) static var colon: UInt8 { UInt8(ascii: ":") }
  @inline(__always) static var semicolon: UInt8 { UInt8(ascii: ";") }
  @inline(__always) static var less: UInt8 { UInt8(ascii: "<") }
  @inline(__always) static var equals: UInt8 { UInt8(ascii: "=") }
  @inline(__always) static var greater: UInt8 { UInt8(ascii: ">") }
  @inline(__always) static var question: UInt8 { UInt8(ascii: "?") }
  @inline(__always) static var at: UInt8 { UInt8(ascii: "@") }
  @inline(__always) static var leftBracket: UInt8 { UInt8(ascii: "[") }
  @inline(__always) static var backslash: UInt8 { UInt8(ascii: "\\") }
  @inline(__always) static var rightBracket: UInt8 { UInt8(ascii: "]") }
  @inline(__always) static var caret: UInt8 { UInt8(ascii: "^") }
  @inline(__always) static var underscore: UInt8 { UInt8(ascii: "_") }
  @inline(__always) static var backtick: UInt8 { UInt8(ascii: "`") }
  @inline(__always) static var leftBrace: UInt8 { UInt8(ascii: "{") }
  @inline(__always) static var pipe: UInt8 { UInt8(ascii: "|") }
  @inline(__always) static var rightBrace: UInt8 { UInt8(ascii: "}") }
  @inline(__always) static var tilde: UInt8 { UInt8(ascii: "~") }
}

/// Kinds of bytes.
extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == .space || self == .tab }
  /// A line feed or a carriage return.
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  /// Any white space of ASCII.
  var isSpace: Bool { self == .space || (self >= .tab && self <= .carriageReturn) }
  /// A letter of ASCII.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  /// A small letter of ASCII.
  var isSmallLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  /// A capital letter of ASCII.
  var isCapitalLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  /// A digit of ASCII.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// A letter or a digit of ASCII.
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// A capital letter of ASCII made small; any other byte as it is.
  var small: UInt8 { isCapitalLetter ? self | 0x20 : self }
  /// A punctuation mark of ASCII, as CommonMark understands it.
  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60)
      || (self >= 0x7B && self <= 0x7E)
  }
}
