/// Turns paths as given into paths and URIs relative to a working directory.
///
/// Works on the text of the paths alone: `.` and `..` are resolved, links are not.
struct ReportPaths: Sendable {
  /// A path in the normal form of the report.
  enum Place: Hashable {
    /// Relative to the working directory, or to an unknown one; with `/` between its parts.
    case inside(String)
    /// Absolute, outside the working directory.
    case outside(String)

    /// The path itself.
    var path: String {
      switch self {
      case .inside(let path), .outside(let path): path
      }
    }
  }

  /// One part of a path.
  ///
  /// Bytes, since a string takes canonically equivalent names for equal, and `/` with a combining mark behind it for
  /// another character.
  private typealias Part = [UInt8]

  /// The parts of the working directory's absolute path; nil when it is not known.
  private let base: [Part]?

  init(workingDirectory: String?) {
    base = workingDirectory.map { Self.parts(of: $0.utf8) }
  }

  /// The URI of the working directory, with a slash at its end.
  var baseURI: String? {
    base.map { parts in parts.isEmpty ? "file:///" : "file:///" + Self.percentEncoded(Self.joined(parts)) + "/" }
  }

  /// Where a path lies.
  func place(of path: String) -> Place {
    let isAbsolute = path.utf8.first == Self.slash
    let parts = Self.parts(of: path.utf8)
    guard let base else { return isAbsolute ? .outside("/" + Self.joined(parts)) : .inside(Self.joined(parts)) }
    let whole = isAbsolute ? parts : Self.resolved(base + parts)
    guard whole.starts(with: base) else { return .outside("/" + Self.joined(whole)) }
    return .inside(Self.joined(whole.dropFirst(base.count)))
  }

  /// The URI reference of a path: relative, or absolute with the scheme `file`.
  func uri(of path: String) -> String {
    switch place(of: path) {
    case .inside(let path): Self.percentEncoded(path)
    case .outside(let path): "file://" + Self.percentEncoded(path)
    }
  }

  /// The text as a URI path: everything but RFC 3986's unreserved characters and `/` is percent-encoded.
  static func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 0xF)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  private static let here = Array(".".utf8)
  private static let parent = Array("..".utf8)

  private static func joined(_ parts: some Collection<Part>) -> String {
    parts.isEmpty ? "." : String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self)
  }

  /// The parts of a path without `.`, and without `..` where something stands before it.
  private static func parts(of path: String.UTF8View) -> [Part] {
    let parts = path.split(separator: slash).map { Array($0) }
    return path.first == slash ? resolved(parts) : resolved(parts, isAbsolute: false)
  }

  private static func resolved(_ parts: [Part], isAbsolute: Bool = true) -> [Part] {
    var result: [Part] = []
    for part in parts where part != here {
      if part != parent {
        result.append(part)
      } else if let last = result.last, last != parent {
        result.removeLast()
      } else if !isAbsolute {
        result.append(part)
      }
    }
    return result
  }
}
