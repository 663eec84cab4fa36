import CalqueText

/// Writes where something is: artifacts, their URIs, and regions.
struct SARIFLocations: Sendable {
  /// The name under which the working directory is known in the file; the one that GitHub's own tools use.
  private static let baseID = "%SRCROOT%"

  private let paths: ReportPaths

  init(workingDirectory: String?) { paths = ReportPaths(workingDirectory: workingDirectory) }

  /// Writes the run's member `originalUriBaseIds` when the working directory is known.
  func writeBase(into json: inout JSONWriter) {
    guard let uri = paths.baseURI else { return }
    json.object("originalUriBaseIds") { json in
      json.object(Self.baseID) { $0.member("uri", uri) }
    }
  }

  /// Writes the invocation's member `workingDirectory` when it is known.
  func writeWorkingDirectory(into json: inout JSONWriter) {
    guard let uri = paths.baseURI else { return }
    json.object("workingDirectory") { $0.member("uri", uri) }
  }

  /// Writes an element of the run's `artifacts`.
  func writeArtifact(of report: FileReport, into json: inout JSONWriter) {
    json.object { json in
      json.key("location")
      json.raw(artifactLocation(of: report.path))
      json.array("roles") { $0.value("analysisTarget") }
      if let source = report.source, !source.isTranscoded {
        json.member("length", source.count)
        json.member("encoding", "UTF-8")
      }
    }
  }

  /// The artifact location of a path, a JSON object.
  ///
  /// - Parameter index: the index in the run's `artifacts`, where the path is there.
  func artifactLocation(of path: String, index: Int? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("uri", paths.uri(of: path))
      if paths.baseURI != nil, case .inside = paths.place(of: path) { json.member("uriBaseId", Self.baseID) }
      if let index { json.member("index", index) }
    }
    return json.bytes
  }

  /// Writes the member `physicalLocation`.
  ///
  /// - Parameters:
  ///   - artifact: the artifact location, a JSON object.
  ///   - range: the bytes; nil where the offsets are not those of the file.
  ///   - location: the lines and columns; without them there is no region.
  func writePhysicalLocation(
    _ artifact: [UInt8], range: ByteRange?, location: Location?, into json: inout JSONWriter
  ) {
    json.object("physicalLocation") { json in
      json.key("artifactLocation")
      json.raw(artifact)
      if let location { json.object("region") { Self.writeRegion(location, range: range, into: &$0) } }
    }
  }

  /// Writes the members of a region: lines and columns in code points, and bytes.
  static func writeRegion(_ location: Location, range: ByteRange?, into json: inout JSONWriter) {
    json.member("startLine", location.start.line)
    json.member("startColumn", location.start.column)
    json.member("endLine", location.end.line)
    json.member("endColumn", location.end.column)
    if let range {
      json.member("byteOffset", range.lower)
      json.member("byteLength", range.count)
    }
  }
}
