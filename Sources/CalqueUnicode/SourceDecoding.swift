import CalqueText

/// Why a file is not a text that Calque can read.
package enum DecodingError: Error, Hashable, CustomStringConvertible {
  /// A NUL byte stands near the start, and no UTF-16 or UTF-32 byte order mark before it.
  case binary(offset: Int)
  /// The byte at this offset is not valid UTF-8; with ICU's best guess of what it is.
  case invalidUTF8(offset: Int, guess: CharsetDetector.Guess?)
  /// The bytes are not what the encoding that was named, or its byte order mark, says.
  case malformed(encoding: String, offset: Int)
  /// ICU knows no encoding of this name.
  case unknownEncoding(String)
  /// The file is larger than a text may be.
  case tooLarge(byteCount: Int)
  /// ICU failed.
  case failed(UnicodeError)

  /// One sentence: what is wrong and the way out.
  package var description: String {
    switch self {
    case .binary: "this looks like a binary file"
    case .invalidUTF8(let offset, let guess?):
      "not valid UTF-8 at byte \(offset); it looks like \(guess.encoding): try --encoding \(guess.encoding)"
    case .invalidUTF8(let offset, nil): "not valid UTF-8 at byte \(offset); name the encoding with --encoding"
    case .malformed(let encoding, let offset): "not valid \(encoding) at byte \(offset)"
    case .unknownEncoding(let name): "unknown encoding “\(name)”; use an IANA name, for example windows-1251"
    case .tooLarge(let count): "the file is too large (\(count) bytes)"
    case .failed(let error): "the text cannot be decoded (\(error))"
    }
  }
}

/// How many bytes from the start are searched for NUL.
private let binaryProbeSize = 8 * 1024

/// Makes a text of the bytes of a file.
///
/// Without an encoding, UTF-8 stays as it is, with its byte order mark; UTF-16 and UTF-32 with a byte order mark are
/// transcoded. A name of UTF-8 (`utf-8`, `UTF8`) stands for no name.
///
/// - Parameters:
///   - bytes: the whole file.
///   - encoding: the encoding that the user named, or nil.
/// - Throws: `DecodingError`.
/// - Complexity: O(*n*) in bytes.
package func decodeSource(_ bytes: consuming [UInt8], encoding: String?) throws(DecodingError) -> SourceText {
  let input = bytes
  if let encoding, !isUTF8Name(encoding) { return try transcoded(input, encoding: encoding) }
  if let encoding = encodingByMark(input) { return try transcoded(input, encoding: encoding) }
  if let offset = input.prefix(binaryProbeSize).firstIndex(of: 0) { throw .binary(offset: offset) }
  do throws(SourceTextError) {
    return try SourceText(validating: input)
  } catch {
    switch error {
    case .tooLarge(let count): throw .tooLarge(byteCount: count)
    case .invalidUTF8(let offset): throw .invalidUTF8(offset: offset, guess: CharsetDetector.bestGuess(input))
    }
  }
}

private func isUTF8Name(_ name: String) -> Bool {
  name.lowercased() == "utf-8" || name.lowercased() == "utf8"
}

/// The encoding that a byte order mark at the start names, other than UTF-8.
private func encodingByMark(_ bytes: [UInt8]) -> String? {
  // UTF-32LE first: its mark begins with that of UTF-16LE.
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
  return nil
}

private func transcoded(_ bytes: [UInt8], encoding: String) throws(DecodingError) -> SourceText {
  let text: [UInt8]
  do throws(TextDecodingError) {
    text = try TextDecoder.decode(bytes, encoding: encoding)
  } catch {
    switch error {
    case .unknownEncoding(let name): throw .unknownEncoding(name)
    case .malformed(let offset): throw .malformed(encoding: encoding, offset: offset)
    case .tooLarge(let count): throw .tooLarge(byteCount: count)
    case .failed(let error): throw .failed(error)
    }
  }
  do throws(SourceTextError) {
    return try SourceText(validating: text, isTranscoded: true)
  } catch {
    switch error {
    case .tooLarge(let count): throw .tooLarge(byteCount: count)
    case .invalidUTF8(let offset): throw .malformed(encoding: encoding, offset: offset)
    }
  }
}
