import CalqueDocument
import CalqueText

/// A format that Calque reads.
package enum TextFormat: String, CaseIterable, Sendable {
  /// Plain text.
  case text
  /// Markdown: CommonMark with the usual extensions and front matter.
  case markdown

  /// The format that a path's extension names; nil for extensions of other formats.
  ///
  /// A name without an extension (`README`) is plain text; a name that starts with its only full stop (`.gitignore`) is
  /// a setting of some tool and no prose.
  package static func inferred(fromPath path: String) -> TextFormat? {
    guard let pathExtension = pathExtension(of: path) else { return nil }
    switch pathExtension {
    case "md", "markdown", "mdx", "qmd", "rmd": return .markdown
    case "" where !path.hasSuffix("."), "txt", "text": return .text
    default: return nil
    }
  }

  /// The extension of a path's last component in small letters; empty without one, nil for hidden files.
  fileprivate static func pathExtension(of path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    if dot == name.startIndex { return nil }
    return String(decoding: name[name.index(after: dot)...].map(\.small), as: UTF8.self)
  }
}

/// A dialect of Markdown.
package enum MarkdownVariant: Sendable {
  /// CommonMark and GitHub's extensions.
  case standard
  /// Markdown with JSX: imports, components, expressions in braces.
  case mdx
  /// Quarto and R Markdown: citations in brackets.
  case quarto
}

/// What a format needs to know beside the text.
package struct FormatOptions: Sendable {
  /// The dialect of Markdown.
  package let markdown: MarkdownVariant

  /// Options for a dialect of Markdown.
  package init(markdown: MarkdownVariant = .standard) { self.markdown = markdown }

  /// Options that fit a path.
  package init(path: String) {
    switch TextFormat.pathExtension(of: path) {
    case "mdx": self.init(markdown: .mdx)
    case "qmd", "rmd": self.init(markdown: .quarto)
    default: self.init()
    }
  }
}

/// Reads a text; what cannot be understood is a problem of the document, never a failure.
///
/// - Complexity: O(*n*) in bytes.
package func parse(_ source: SourceText, as format: TextFormat, options: FormatOptions = FormatOptions())
  -> ParsedDocument
{
  source.bytes.withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return DocumentBuilder(source: source).finish() }
    let view = ByteView(base: base, count: bytes.count)
    switch format {
    case .text: return PlainTextParser.parse(source, view)
    case .markdown: return MarkdownParser.parse(source, view, options.markdown)
    }
  }
}
