/// What the YAML parser accepts at most.
package enum YAMLLimits {
  /// Bytes of a text: 4 MiB.
  package static let byteCount = 4 << 20
  /// Lists and maps inside each other.
  package static let depth = 64
}

/// Parses one YAML document.
///
/// The dialect is small on purpose: anchors, aliases, tags, several documents, keys that are no single values, and keys
/// that stand twice are refused. Scalars stay text; what `no` or `1.0` means is for the reader of a value to say.
///
/// - Parameter bytes: UTF-8, with or without a byte order mark.
/// - Returns: nil for a text without content.
/// - Throws: `YAMLError` for malformed text and for texts beyond `YAMLLimits`.
/// - Complexity: O(*n*) in bytes.
package func parseYAML(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
  guard bytes.count <= YAMLLimits.byteCount else {
    throw YAMLError("The file is larger than \(YAMLLimits.byteCount >> 20) MB.", at: .start)
  }
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: text.span)
  } catch {
    var cursor = YAMLMarkCursor(text)
    throw YAMLError("The file is not valid UTF-8.", at: cursor.mark(ofByte: error.byteOffsets.lowerBound))
  }
  return try text.withUnsafeBufferPointer { buffer throws(YAMLError) in
    var composer = YAMLComposer(stream: try YAMLEventStream(buffer, bytes: text))
    return try composer.document()
  }
}

/// Builds the tree of one document from events.
private struct YAMLComposer: ~Copyable {
  private var stream: YAMLEventStream

  init(stream: consuming YAMLEventStream) { self.stream = stream }

  mutating func document() throws(YAMLError) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try stream.next()
      switch event.event {
      case .streamEnd:
        guard case .scalar(let scalar)? = root, scalar.isPlain, scalar.text.isEmpty else { return root }
        return nil
      case .documentStart(let hasTagDirectives):
        if hasTagDirectives { throw YAMLError("Tags are not supported; remove the %TAG line.", at: event.mark) }
        if root != nil { throw YAMLError("The file holds a second document; keep one.", at: event.mark) }
        root = try node(after: stream.next(), depth: 0)
      default:
        continue
      }
    }
  }

  private mutating func node(after event: YAMLMarkedEvent, depth: Int) throws(YAMLError) -> YAMLNode {
    if case .alias = event.event {
      throw YAMLError(
        "Aliases are not supported; write the value again instead of “*\(event.anchor ?? "")”.",
        at: event.mark)
    }
    if let anchor = event.anchor {
      throw YAMLError("Anchors are not supported; remove “&\(anchor)”.", at: event.mark)
    }
    if let tag = event.tag {
      throw YAMLError("Tags are not supported; remove “\(tag)”.", at: event.mark)
    }
    switch event.event {
    case .sequenceStart, .mappingStart:
      guard depth < YAMLLimits.depth else {
        throw YAMLError("Lists and maps are nested more than \(YAMLLimits.depth) deep.", at: event.mark)
      }
      if case .sequenceStart = event.event { return try sequence(at: event.mark, depth: depth) }
      return try mapping(at: event.mark, depth: depth)
    case .scalar(let text, let style):
      return .scalar(scalar(text, style, event))
    default:
      throw YAMLError("A value is missing.", at: event.mark)
    }
  }

  private mutating func sequence(at mark: YAMLMark, depth: Int) throws(YAMLError) -> YAMLNode {
    var elements: [YAMLNode] = []
    while true {
      let event = try stream.next()
      if case .sequenceEnd = event.event { return .sequence(YAMLSequence(elements: elements, mark: mark)) }
      elements.append(try node(after: event, depth: depth + 1))
    }
  }

  private mutating func mapping(at mark: YAMLMark, depth: Int) throws(YAMLError) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var marks: [String: YAMLMark] = [:]
    while true {
      let event = try stream.next()
      if case .mappingEnd = event.event { return .mapping(YAMLMapping(entries: entries, mark: mark)) }
      guard case .scalar(let key) = try node(after: event, depth: depth + 1), !key.isNull else {
        throw YAMLError("A key must be a name.", at: event.mark)
      }
      if let first = marks.updateValue(key.mark, forKey: key.text) {
        throw YAMLError("The key “\(key.text)” stands already in line \(first.line).", at: key.mark)
      }
      let value = try node(after: stream.next(), depth: depth + 1)
      entries.append(YAMLEntry(key: key.text, keyMark: key.mark, value: value))
    }
  }

  private func scalar(_ text: String, _ style: YAMLScalarStyle, _ event: YAMLMarkedEvent) -> YAMLScalar {
    // Within a line, escapes only ever shrink the text, so that equal lengths mean equal text.
    let quotes = style == .plain ? 0 : 2
    let isBlock = style == .literal || style == .folded
    let isVerbatim = !isBlock && event.codePoints.count == text.unicodeScalars.count + quotes && !event.spansLines
    return YAMLScalar(text: text, style: style, mark: event.mark, isVerbatim: isVerbatim)
  }
}
