import Testing

/// House rules that a program can see.
@Suite struct SourceConventionTests {
  @Test func filesStayShort() throws {
    for folder in ["Sources", "Tests", "Plugins"] {
      for file in try ProjectFiles.swift(below: folder) {
        #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines; split it by topic")
      }
    }
  }

  @Test(arguments: ["try!", "fatalError(", "FIXME", "TODO", "nonisolated(unsafe)", "@unchecked Sendable"])
  func sourcesAvoid(_ text: String) throws {
    for file in try ProjectFiles.swift(below: "Sources") {
      for (index, line) in file.lines.enumerated() {
        #expect(!line.contains(text), "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func everyTargetIsInTheArchitecture() throws {
    let architecture = try ProjectFiles.read("docs/architecture.md")
    let targets = Set(
      try ProjectFiles.swift(below: "Sources").compactMap { $0.path.split(separator: "/").dropFirst().first })
    for target in targets { #expect(architecture.contains("`\(target)`"), "\(target)") }
  }

  @Test func americanSpelling() throws {
    let british = [
      "romanisation", "romanise", "colour", "behaviour", "normalise", "recognise", "initialise", "tokenise",
      "capitalise",
    ]
    for folder in ["Sources", "Tests"] {
      for file in try ProjectFiles.swift(below: folder) where !file.path.hasSuffix("SourceConventionTests.swift") {
        let text = file.text.lowercased()
        for word in british { #expect(!text.contains(word), "\(file.path): \(word)") }
      }
    }
  }
}
