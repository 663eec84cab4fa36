import CalqueDocument
import CalqueText

/// Reads comments that switch rules: `calque-disable rule-a, group -- reason`.
enum DirectiveParser {
  /// What a comment is.
  enum Outcome {
    /// A comment about something else.
    case other
    /// A comment that switches rules.
    case directive(Directive)
    /// A comment that means to but cannot.
    case problem(InputProblem)
  }

  /// Reads a comment.
  ///
  /// Names are separated by commas or white space. What follows a lone `--` (or the dash that an editor made of it) is the
  /// reason.
  ///
  /// - Parameters:
  ///   - comment: the whole comment in the source, its marks included.
  ///   - content: what stands between its marks.
  /// - Complexity: O(*n*) in the bytes of the content.
  static func parse(_ comment: ByteRange, content: ByteRange, in view: ByteView) -> Outcome {
    let upper = Int(content.upper)
    let start = skipSeparators(from: Int(content.lower), to: upper, in: view, commas: false)
    guard view.has("calque-", at: start), start + 7 < upper, view[start + 7].isLetter else { return .other }
    let end = wordEnd(from: start, to: upper, in: view, colonEnds: true)
    let word = view.string(start, end)
    guard let action = Directive.Action(rawValue: word) else {
      return .problem(unknown(word, ByteRange(start, end)))
    }
    var selectors: [Directive.Selector] = []
    var reason: String?
    var index = skipSeparators(from: view[end] == .colon ? end + 1 : end, to: upper, in: view, commas: true)
    while index < upper {
      let next = wordEnd(from: index, to: upper, in: view)
      let text = view.string(index, next)
      if text == "--" || text == "—" || text == "–" {
        reason = trimmed(next, upper, in: view)
        break
      }
      selectors.append(Directive.Selector(text: text, range: ByteRange(index, next)))
      index = skipSeparators(from: next, to: upper, in: view, commas: true)
    }
    return .directive(Directive(action: action, selectors: selectors, reason: reason, range: comment))
  }

  /// Reads an HTML comment, `<!--` and `-->` included.
  static func parseHTML(_ lower: Int, _ upper: Int, in view: ByteView) -> Outcome {
    guard upper - lower >= 7, view.has("<!--", at: lower), view.has("-->", at: upper - 3) else { return .other }
    return parse(ByteRange(lower, upper), content: ByteRange(lower + 4, upper - 3), in: view)
  }

  private static func unknown(_ word: String, _ range: ByteRange) -> InputProblem {
    let names = Directive.Action.allCases.map(\.rawValue)
    let hint =
      nearestName(to: word, in: names).map { "did you mean “\($0)”?" }
      ?? "use \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
    return InputProblem(code: "calque.directive", message: "“\(word)” is no directive; \(hint)", range: range)
  }

  private static func skipSeparators(from lower: Int, to upper: Int, in view: ByteView, commas: Bool) -> Int {
    var index = lower
    while index < upper, view[index].isSpace || (commas && view[index] == .comma) { index += 1 }
    return index
  }

  private static func wordEnd(from lower: Int, to upper: Int, in view: ByteView, colonEnds: Bool = false) -> Int {
    var index = lower
    while index < upper, !view[index].isSpace, view[index] != .comma, !(colonEnds && view[index] == .colon) {
      index += 1
    }
    return index
  }

  private static func trimmed(_ lower: Int, _ upper: Int, in view: ByteView) -> String? {
    var start = lower
    var end = upper
    while start < end, view[start].isSpace { start += 1 }
    while end > start, view[end - 1].isSpace { end -= 1 }
    return start < end ? view.string(start, end) : nil
  }
}
