import Testing

/// The layers of `docs/architecture.md`, as imports.
@Suite struct ImportFenceTests {
  private static let allowed: [String: Set<String>] = [
    "CalqueText": [],
    "CalqueUnicode": ["CICU", "CalqueText"],
    "CalqueYAML": ["CYAML", "CalqueText"],
    "CalqueDocument": ["CalqueText", "CalqueUnicode"],
    "CalqueFormats": ["CMD4C", "CalqueText", "CalqueUnicode", "CalqueDocument"],
    "CalqueReporting": ["CalqueText"],
    "CalqueConfiguration": ["CalqueText", "CalqueYAML"],
    "CalqueFiles": ["CalqueText", "CalqueConfiguration"],
    "CalqueRules": ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueYAML"],
    "CalqueChecks": ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueRules"],
    "CalqueLinter": [
      "CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueRules", "CalqueChecks",
    ],
    "CalqueBuiltinRules": ["CalqueRules"],
  ]
  private static let systemModules: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItsLayerMay(target: String) throws {
    let allowed = try #require(Self.allowed[target])
    // Formats search bytes with the functions of the C library; only CalqueFiles asks it for files.
    let mayCallSystem = target == "CalqueFiles" || target == "CalqueFormats"
    for file in try ProjectFiles.swift(below: "Sources/\(target)") {
      for module in file.imports where !allowed.contains(module) {
        let isSystem = Self.systemModules.contains(module)
        #expect(isSystem && (mayCallSystem || module == "Synchronization"), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func nothingImportsFoundation() throws {
    for file in try ProjectFiles.swift(below: "Sources") {
      #expect(!file.imports.contains("Foundation"), "\(file.path): it adds 50 MB and a second ICU")
    }
  }

  @Test func onlyTheUnicodeLayerSeesICU() throws {
    for file in try ProjectFiles.swift(below: "Sources") where file.imports.contains("CICU") {
      #expect(file.path.hasPrefix("Sources/CalqueUnicode/"), "\(file.path)")
    }
  }
}
