import CMD4C
import CalqueDocument
import CalqueText

/// Reads Markdown with md4c, which gives every stretch of text as a pointer into its input: offsets are exact.
///
/// md4c sees a copy of the source of the same length. In the copy, what it would misread (templates, footnotes, JSX)
/// gives way to harmless bytes, and markup that would take it more than linear time is broken; the document is always
/// written from the source.
enum MarkdownParser {
  /// The longest text that is read as Markdown: md4c counts its bookkeeping, up to 16 bytes for each byte of text, in 32
  /// bits with sign.
  static let maximumCount = 64 << 20

  /// md4c reads a few bytes beyond the end of its input in some places; these bytes are 0.
  private static let padding = 32

  private static let flags =
    UInt32(MD_FLAG_TABLES) | UInt32(MD_FLAG_STRIKETHROUGH) | UInt32(MD_FLAG_TASKLISTS) | UInt32(MD_FLAG_LATEXMATHSPANS)

  /// Reads a text.
  static func parse(_ source: SourceText, _ view: ByteView, _ variant: MarkdownVariant) -> ParsedDocument {
    guard view.count <= maximumCount else {
      let problem = InputProblem(
        code: "calque.too-large", message: "Markdown of more than 64 MiB is read as plain text; split the file.")
      return PlainTextParser.parse(source, view, problem: problem)
    }
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: view.count + padding)
    defer { copy.deallocate() }
    copy.initialize(from: view.base, count: view.count)
    (copy + view.count).initialize(repeating: 0, count: padding)

    var writer = ProseWriter(source: source, view: view)
    let frontMatter = FrontMatter.find(in: view, from: source.byteOrderMarkLength)
    frontMatter?.write(to: &writer)
    let start = frontMatter?.end ?? source.byteOrderMarkLength
    var masker = MarkdownMasker(view: view, copy: copy, variant: variant)
    masker.mask(from: start)
    MarkdownGuard(copy: copy, count: view.count).neutralize(from: start)
    writer.masks = masker.masks
    for outcome in masker.outcomes { writer.add(outcome) }

    var reader = MarkdownReader(
      writer: writer, copy: UnsafePointer(copy), hasFootnotes: masker.hasFootnotes,
      tables: PipeTable.all(in: view, from: start))
    let result = run(&reader, from: start)
    if result != 0 {
      let problem = InputProblem(
        code: "calque.markdown", message: "The Markdown parser ran out of memory; the file is read as plain text.")
      return PlainTextParser.parse(source, view, problem: problem)
    }
    return reader.writer.finish()
  }

  private static func run(_ reader: inout MarkdownReader, from start: Int) -> Int32 {
    var parser = MD_PARSER(
      abi_version: 0, flags: flags,
      enter_block: { type, detail, reader in
        reader?.assumingMemoryBound(to: MarkdownReader.self).pointee.enter(block: type, detail)
        return 0
      },
      leave_block: { type, _, reader in
        reader?.assumingMemoryBound(to: MarkdownReader.self).pointee.leave(block: type)
        return 0
      },
      enter_span: { type, _, reader in
        reader?.assumingMemoryBound(to: MarkdownReader.self).pointee.enter(span: type)
        return 0
      },
      leave_span: { type, _, reader in
        reader?.assumingMemoryBound(to: MarkdownReader.self).pointee.leave(span: type)
        return 0
      },
      text: { type, text, size, reader in
        guard let text else { return 0 }
        reader?.assumingMemoryBound(to: MarkdownReader.self).pointee.text(type, text, size)
        return 0
      },
      debug_log: nil, syntax: nil)
    let count = reader.count - start
    let text = UnsafeRawPointer(reader.copy + start).assumingMemoryBound(to: CChar.self)
    return withUnsafeMutablePointer(to: &reader) { md_parse(text, UInt32(count), &parser, $0) }
  }
}
