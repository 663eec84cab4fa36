import CYAML

/// What libyaml reports, one step at a time.
enum YAMLEvent {
  case streamStart
  case streamEnd
  case documentStart(hasTagDirectives: Bool)
  case documentEnd
  case alias
  case scalar(text: String, style: YAMLScalarStyle)
  case sequenceStart
  case sequenceEnd
  case mappingStart
  case mappingEnd
}

/// An event with its place and what is refused about it.
struct YAMLMarkedEvent {
  let event: YAMLEvent
  /// 0-based code points from the start of the text, half-open.
  let codePoints: Range<Int>
  /// True when it ends in another line than it starts in.
  let spansLines: Bool
  let mark: YAMLMark
  /// The anchor (`&name`) without its sign.
  let anchor: String?
  /// The tag (`!!str`, `!`), expanded.
  let tag: String?
}

/// A libyaml parser over bytes that outlive it.
struct YAMLEventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var cursor: YAMLMarkCursor

  /// A stream over bytes that are valid UTF-8 without byte order mark.
  ///
  /// - Parameters:
  ///   - buffer: stays valid as long as the stream.
  ///   - bytes: the same bytes, for positions.
  init(_ buffer: UnsafeBufferPointer<UInt8>, bytes: [UInt8]) throws(YAMLError) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    cursor = YAMLMarkCursor(bytes)
    guard yaml_parser_initialize(parser) == 1 else { throw YAMLError("There is no memory to read YAML.", at: .start) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event; after the end of the stream there is none to ask for.
  mutating func next() throws(YAMLError) -> YAMLMarkedEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    let lower = event.start_mark.index
    var anchor: String?
    var tag: String?
    let kind: YAMLEvent
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let directives = event.data.document_start.tag_directives
      kind = .documentStart(hasTagDirectives: directives.start != directives.end)
    case YAML_DOCUMENT_END_EVENT:
      kind = .documentEnd
    case YAML_ALIAS_EVENT:
      anchor = string(event.data.alias.anchor)
      kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = string(scalar.anchor)
      tag = string(scalar.tag)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text: text, style: YAMLScalarStyle(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      anchor = string(event.data.sequence_start.anchor)
      tag = string(event.data.sequence_start.tag)
      kind = .sequenceStart
    case YAML_SEQUENCE_END_EVENT:
      kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      anchor = string(event.data.mapping_start.anchor)
      tag = string(event.data.mapping_start.tag)
      kind = .mappingStart
    case YAML_MAPPING_END_EVENT:
      kind = .mappingEnd
    case YAML_STREAM_START_EVENT:
      kind = .streamStart
    default:
      kind = .streamEnd
    }
    return YAMLMarkedEvent(
      event: kind, codePoints: lower..<max(lower, event.end_mark.index),
      spansLines: event.start_mark.line != event.end_mark.line, mark: cursor.mark(ofCodePoint: lower), anchor: anchor,
      tag: tag)
  }

  private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text else { return nil }
    return String(decodingCString: text, as: UTF8.self)
  }

  /// What libyaml complains about, in our words where its own puzzle people.
  private mutating func problem() -> YAMLError {
    let state = parser.pointee
    let said = state.problem.map { String(cString: $0) } ?? "the text is not YAML"
    if state.error == YAML_READER_ERROR {
      return YAMLError(sentence(said), at: cursor.mark(ofByte: state.problem_offset))
    }
    let mark = cursor.mark(ofCodePoint: state.problem_mark.index)
    switch (said, cursor.scalar) {
    case ("found character that cannot start any token", "\t"):
      return YAMLError("A tab cannot indent; use spaces.", at: mark)
    case ("found character that cannot start any token", let scalar?):
      return YAMLError("A value cannot start with “\(scalar)”; put it in quotation marks.", at: mark)
    case ("mapping values are not allowed in this context", _):
      return YAMLError("“: ” cannot stand here; put the value in quotation marks, or mend the indentation.", at: mark)
    default:
      let context = state.context.map { " " + String(cString: $0) } ?? ""
      return YAMLError(sentence(said + context), at: mark)
    }
  }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

extension YAMLScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
