import CalqueText

/// Writes findings as SARIF results.
struct SARIFResultWriter: Sendable {
  /// Related places that GitHub shows for one result.
  private static let relatedLimit = 100

  private let ruleIndex: [RuleID: Int]
  private let locations: SARIFLocations

  init(rules: [RuleDescription], locations: SARIFLocations) {
    ruleIndex = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.locations = locations
  }

  /// Writes one result.
  ///
  /// - Parameters:
  ///   - artifact: the artifact location of the file, a JSON object.
  ///   - hashes: the fingerprints of the file's lines; nil when they would not be those of the file.
  func write(
    _ diagnostic: Diagnostic, of file: inout LocatedFile, artifact: [UInt8], hashes: LineHashes?,
    into json: inout JSONWriter
  ) {
    let place = place(of: diagnostic.range, in: &file)
    let related = diagnostic.related.prefix(Self.relatedLimit).map { ($0, relatedPlace(of: $0, in: &file)) }
    let fixes = places(ofFixes: diagnostic.fixes, in: &file)

    json.object { json in
      json.member("ruleId", diagnostic.rule.text)
      if let index = ruleIndex[diagnostic.rule] { json.member("ruleIndex", index) }
      json.member("level", diagnostic.severity.label)
      let message = diagnostic.message
      json.object("message") { $0.member("text", message.isEmpty ? diagnostic.rule.text : message) }
      json.array("locations") { json in
        json.object { json in
          locations.writePhysicalLocation(artifact, range: place.range, location: place.location, into: &json)
        }
      }
      if !related.isEmpty { write(related, artifact: artifact, into: &json) }
      if let line = place.location?.start.line, let hash = hashes?[line] {
        json.object("partialFingerprints") { $0.member("primaryLocationLineHash", hash) }
      }
      if !fixes.isEmpty { Self.write(fixes, artifact: artifact, into: &json) }
    }
  }

  /// A place in the file: the bytes where they are the file's own, lines and columns where they are known.
  private typealias Place = (range: ByteRange?, location: Location?)

  private func place(of range: ByteRange, in file: inout LocatedFile) -> Place {
    let isTranscoded = file.report.source?.isTranscoded ?? true
    return (isTranscoded ? nil : range, file.location(of: range))
  }

  private func relatedPlace(of related: RelatedLocation, in file: inout LocatedFile) -> Place {
    if related.path == nil { return place(of: related.range, in: &file) }
    return (nil, related.position.map { Location(start: $0, end: $0) })
  }

  /// The fixes that can be written: each once, with edits, all of them in the text.
  private func places(ofFixes fixes: [Fix], in file: inout LocatedFile) -> [(fix: Fix, places: [Place])] {
    var result: [(fix: Fix, places: [Place])] = []
    for fix in fixes where !fix.edits.edits.isEmpty && !result.contains(where: { $0.fix == fix }) {
      let places = fix.edits.edits.map { place(of: $0.range, in: &file) }
      if places.allSatisfy({ $0.location != nil }) { result.append((fix, places)) }
    }
    return result
  }

  private func write(
    _ related: [(RelatedLocation, Place)], artifact: [UInt8], into json: inout JSONWriter
  ) {
    json.array("relatedLocations") { json in
      for (number, (related, place)) in related.enumerated() {
        json.object { json in
          json.member("id", number + 1)
          locations.writePhysicalLocation(
            related.path.map { locations.artifactLocation(of: $0) } ?? artifact, range: place.range,
            location: place.location, into: &json)
          if !related.message.isEmpty { json.object("message") { $0.member("text", related.message) } }
        }
      }
    }
  }

  private static func write(
    _ fixes: [(fix: Fix, places: [Place])], artifact: [UInt8], into json: inout JSONWriter
  ) {
    json.array("fixes") { json in
      for (fix, places) in fixes {
        json.object { json in
          if !fix.title.isEmpty { json.object("description") { $0.member("text", fix.title) } }
          json.array("artifactChanges") { json in
            json.object { json in
              json.key("artifactLocation")
              json.raw(artifact)
              json.array("replacements") { json in
                for (edit, place) in zip(fix.edits.edits, places) { write(edit, at: place, into: &json) }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ edit: TextEdit, at place: Place, into json: inout JSONWriter) {
    json.object { json in
      json.object("deletedRegion") { json in
        if let location = place.location { SARIFLocations.writeRegion(location, range: place.range, into: &json) }
      }
      if !edit.text.isEmpty { json.object("insertedContent") { $0.member("text", edit.text) } }
    }
  }
}
