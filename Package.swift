// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["CalqueTestSupport"], swiftSettings: settings)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "calque",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "calque", targets: ["calque"])
  ],
  dependencies: [
    // Options, help texts and completions; only the executables see it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries. ICU: segmentation, folding, scripts, regular expressions; md4c: Markdown with exact offsets;
    // libyaml: YAML with marks, without Foundation.
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    library("CalqueText"),
    library("CalqueUnicode", ["CICU", "CalqueText"]),
    library("CalqueYAML", ["CYAML", "CalqueText"]),
    library("CalqueDocument", ["CalqueText", "CalqueUnicode"]),
    library("CalqueFormats", ["CMD4C", "CalqueText", "CalqueUnicode", "CalqueDocument"]),
    library("CalqueConfiguration", ["CalqueText", "CalqueYAML"]),
    // Real input and output; only the executables see it.
    library("CalqueFiles", ["CalqueText", "CalqueConfiguration"]),
    library("CalqueReporting", ["CalqueText"]),
    library("CalqueRules", ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueYAML"]),
    library("CalqueChecks", ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueRules"]),
    library(
      "CalqueLinter", ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueRules", "CalqueChecks"]),
    // Rule files on a disk, for the executables.
    library("CalqueRuleFiles", ["CalqueText", "CalqueFiles", "CalqueRules"]),
    library("CalqueBuiltinRules", ["CalqueRules"], plugins: ["EmbedRules"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["calque-embed"]),
    .executableTarget(
      name: "calque-embed",
      dependencies: ["CalqueText", "CalqueDocument", "CalqueFiles", "CalqueRules", "CalqueRuleFiles"],
      swiftSettings: settings),
    .executableTarget(
      name: "calque",
      dependencies: [
        "CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueYAML", "CalqueRules", "CalqueChecks",
        "CalqueLinter", "CalqueConfiguration", "CalqueFiles", "CalqueRuleFiles", "CalqueReporting",
        "CalqueBuiltinRules", arguments,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "calque-dev",
      dependencies: [
        "CalqueText", "CalqueUnicode", "CalqueFiles", "CalqueRuleFiles", "CalqueRules", arguments,
      ],
      swiftSettings: settings),

    library("CalqueTestSupport", ["CalqueText"]),
    tests("CalqueTextTests", ["CalqueText"]),
    tests("CalqueUnicodeTests", ["CalqueText", "CalqueUnicode"]),
    tests("CalqueYAMLTests", ["CalqueText", "CalqueYAML"]),
    tests("CalqueDocumentTests", ["CalqueText", "CalqueUnicode", "CalqueDocument"]),
    tests("CalqueFormatsTests", ["CalqueText", "CalqueDocument", "CalqueFormats"]),
    tests("CalqueConfigurationTests", ["CalqueText", "CalqueYAML", "CalqueConfiguration"]),
    tests("CalqueFilesTests", ["CalqueText", "CalqueConfiguration", "CalqueFiles"]),
    tests("CalqueReportingTests", ["CalqueText", "CalqueReporting"]),
    tests("CalqueRulesTests", ["CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueYAML", "CalqueRules"]),
    tests(
      "CalqueChecksTests",
      [
        "CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueRules", "CalqueChecks",
        "CalqueBuiltinRules",
      ]),
    tests(
      "CalqueLinterTests",
      [
        "CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueRules", "CalqueChecks", "CalqueLinter",
      ]),
    // Every built-in rule: its examples, and its examples in other surroundings.
    tests(
      "RuleExampleTests",
      [
        "CalqueText", "CalqueUnicode", "CalqueDocument", "CalqueFormats", "CalqueRules", "CalqueChecks", "CalqueLinter",
        "CalqueBuiltinRules",
      ]),
    // The executable as users run it; the dependency builds it.
    tests("CalqueCommandTests", ["calque"]),
    // Conventions of the project.
    tests("ProjectTests", []),
  ]
)
