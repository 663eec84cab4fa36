import CalqueFormats
import FoundationEssentials

/// Why a batch line is no request.
struct BatchRequestError: Error {
  let message: String
}

/// One request of `calque batch`.
struct BatchRequest {
  /// The longest line that is read, in bytes.
  static let maximumLength = 1 << 30

  let id: AnyJSON
  let text: String
  let format: TextFormat
  /// What the path says beyond the format.
  let options: FormatOptions
  /// The language that the text was translated from, when the request says so.
  let source: String?

  private struct Fields: Decodable {
    let id: AnyJSON?
    let text: String
    let path: String?
    let format: String?
    let language: String?
    let source: String?
  }

  /// Reads a request.
  ///
  /// - Throws: `BatchRequestError` when the line is no JSON object with a text, or names an unknown format.
  init(json line: [UInt8]) throws(BatchRequestError) {
    guard line.count <= Self.maximumLength else { throw BatchRequestError(message: "the line is too long") }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch let error as DecodingError {
      throw BatchRequestError(message: Self.message(for: error))
    } catch {
      throw BatchRequestError(message: "the line is no JSON")
    }
    id = fields.id ?? .null
    text = fields.text
    source = fields.source
    options = FormatOptions(path: fields.path ?? "")
    if let name = fields.format {
      guard let known = TextFormat(rawValue: name) else {
        let names = TextFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw BatchRequestError(message: "there is no format “\(name)”; there are \(names)")
      }
      format = known
    } else {
      format = fields.path.flatMap { TextFormat.inferred(fromPath: $0) } ?? .text
    }
    if let language = fields.language, language != "en" {
      throw BatchRequestError(message: "there are rules for “en” only, not for “\(language)”")
    }
  }

  private static func message(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "the key “\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has the wrong type"
    case .dataCorrupted: "the line is no valid JSON"
    @unknown default: "the line is no request"
    }
  }
}
