import CalqueDocument

/// What an HTML element means for prose.
enum HTMLElement {
  /// Markup inside running text, also of elements that are not known.
  case inline
  /// Code: it stands for itself in a sentence, but is no prose.
  case code
  /// Its content is no prose.
  case skipped
  /// A line break.
  case lineBreak
  /// An element without content between blocks.
  case rule
  /// An image with an alternative text.
  case image
  /// A block of its own.
  case block(Scope, level: UInt8 = 0)

  /// The elements that do something.
  fileprivate static let table: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [
      "br": .lineBreak, "img": .image, "hr": .rule, "td": .block(.tableCell), "th": .block(.tableCell),
      "li": .block(.listItem), "blockquote": .block(.blockQuotation), "caption": .block(.caption),
      "figcaption": .block(.caption), "h1": .block(.heading, level: 1), "h2": .block(.heading, level: 2),
      "h3": .block(.heading, level: 3), "h4": .block(.heading, level: 4), "h5": .block(.heading, level: 5),
      "h6": .block(.heading, level: 6),
    ]
    for name in ["code", "kbd", "samp", "tt"] { table[name] = .code }
    for name in ["col", "link", "meta", "base", "source", "track", "param"] { table[name] = .rule }
    for name in [
      "script", "style", "pre", "textarea", "svg", "math", "template", "iframe", "object", "audio", "video", "canvas",
      "select", "noscript", "head",
    ] {
      table[name] = .skipped
    }
    for name in [
      "address", "article", "aside", "body", "center", "colgroup", "dd", "details", "dialog", "div", "dl", "dt",
      "fieldset", "figure", "footer", "form", "header", "html", "legend", "main", "menu", "nav", "ol", "p", "section",
      "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ] {
      table[name] = .block([])
    }
    return table
  }()
}

/// A tag of HTML: `<td class="x">`, `</td>`, `<br/>`.
struct HTMLTag {
  private static let maximumNameLength = 40

  /// The offset of `<`.
  let lower: Int
  /// The offset after `>`.
  let upper: Int
  /// The name in small letters.
  let name: String
  /// True for `</td>`.
  let isClosing: Bool
  /// True for `<br/>`.
  let isSelfClosing: Bool
  private let view: ByteView
  private let attributes: Int

  /// The tag from one offset to another; nil when it has no name.
  init?(in view: ByteView, at lower: Int, to upper: Int) {
    guard view[lower] == .less else { return nil }
    isClosing = view[lower + 1] == .slash
    let start = isClosing ? lower + 2 : lower + 1
    guard view[start].isLetter else { return nil }
    let limit = min(upper, start + HTMLTag.maximumNameLength)
    var end = start
    while end < limit, view[end].isAlphanumeric || view[end] == .hyphen || view[end] == .colon { end += 1 }
    let count = end - start
    self.view = view
    self.lower = lower
    self.upper = upper
    name = String(unsafeUninitializedCapacity: count) { bytes in
      for index in 0..<count { bytes[index] = view[start + index].small }
      return count
    }
    isSelfClosing = upper - lower >= 3 && view[upper - 2] == .slash
    attributes = end
  }

  /// What the element means for prose.
  var element: HTMLElement { HTMLElement.table[name] ?? .inline }

  /// The value of the attribute `alt`, without its quotation marks; nil without one.
  var alternativeText: Range<Int>? {
    var index = attributes
    while let found = view.find("alt", from: index, to: upper) {
      index = found + 3
      guard view[found - 1].isSpace else { continue }
      var value = index
      while view[value].isSpace { value += 1 }
      guard view[value] == .equals else { continue }
      value += 1
      while view[value].isSpace { value += 1 }
      let quote = view[value]
      guard quote == .quote || quote == .apostrophe, let end = view.find(quote, from: value + 1, to: upper) else {
        return nil
      }
      return value + 1..<end
    }
    return nil
  }
}

extension ProseWriter {
  /// Writes the alternative text of an image.
  mutating func write(image tag: HTMLTag) {
    let text = tag.alternativeText ?? tag.lower..<tag.lower
    beginImage(tag.lower, text.lowerBound)
    var lower = text.lowerBound
    while lower < text.upperBound {
      let upper = min(view.lineEnd(from: lower), text.upperBound)
      textWithEntities(lower, upper)
      if upper < text.upperBound { space(upper, view.afterLineEnd(upper)) }
      lower = max(lower + 1, view.afterLineEnd(upper))
    }
    endImage()
    cut(to: tag.upper)
  }
}

/// Finds the tags that close elements, asked for ever larger offsets.
///
/// Looks at each byte once for each name, however often it is asked.
struct ClosingTagSearch {
  /// For each name the next closing tag; empty at the end of the text when there is none.
  private var found: [String: Range<Int>] = [:]

  /// The offset after the next tag that closes an element of this name; nil when there is none before `upper`.
  ///
  /// - Precondition: `lower` is not smaller, and `upper` is the same, as in the call before.
  mutating func end(of name: String, from lower: Int, to upper: Int, in view: ByteView) -> Int? {
    if let known = found[name], known.lowerBound >= lower { return known.isEmpty ? nil : known.upperBound }
    let next = ClosingTagSearch.search(name, from: lower, to: upper, in: view)
    found[name] = next
    return next.isEmpty ? nil : next.upperBound
  }

  private static func search(_ name: String, from lower: Int, to upper: Int, in view: ByteView) -> Range<Int> {
    var index = lower
    while let start = view.find("</", from: index, to: upper) {
      index = start + 2
      let end = index + name.utf8.count
      guard end < upper, !view[end].isAlphanumeric, zip(name.utf8, index..<end).allSatisfy({ view[$1].small == $0 })
      else { continue }
      guard let close = view.find(.greater, from: end, to: upper) else { break }
      return start..<close + 1
    }
    return upper..<upper
  }
}
