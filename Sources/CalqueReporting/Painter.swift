import CalqueText

/// The colors of a report on a terminal, as ANSI “select graphic rendition” parameters.
enum Ink: String {
  case error = "1;31"
  case warning = "1;33"
  case note = "1;36"
  case help = "1;32"
  case gutter = "1;34"
  case strong = "1"
  case faint = "2"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .suggestion: self = .note
    }
  }
}

/// Writes text in a color, or plainly where colors are not wanted.
struct Painter {
  let useColor: Bool

  /// Writes what the closure writes in a color.
  func paint(_ ink: Ink, into output: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
    if useColor { output.write("\u{1B}[\(ink.rawValue)m") }
    body(&output)
    if useColor { output.write("\u{1B}[0m") }
  }

  /// Writes a text in a color.
  func paint(_ text: String, _ ink: Ink, into output: inout [UInt8]) {
    paint(ink, into: &output) { $0.write(text) }
  }
}
