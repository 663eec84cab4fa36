import CalqueConfiguration
import CalqueText
import CalqueYAML
import Synchronization
import Testing

@Suite struct ConfigurationResolverTests {
  private let x = RuleActivation(id: RuleID("russian.x"), severity: .warning, isOnByDefault: true)

  @Test func mergesFromTheRootToTheNearestKeyByKey() {
    var resolver = resolver([
      "/p/.git": "", "/.calque.yaml": "sources: de",
      "/p/.calque.yaml": "rules: {russian.x: error, russian: off}\nsources: [ru, uk]\nterms: [a, b]\nfail-on: error",
      "/p/docs/.calque.yaml": "rules: {russian.y: error}\nterms: [c, {text: a, case: exact}]\nmax-warnings: 3",
    ])
    let settings = resolver.settings(forFile: "/p/docs/deep/a.md")
    #expect(settings.severity(of: x) == .error)
    #expect(settings.sources == ["ru", "uk"])
    #expect(
      settings.terms == [
        AcceptedTerm(text: "a", letterCase: .exact), AcceptedTerm(text: "b"), AcceptedTerm(text: "c"),
      ])
    let run = resolver.configuration(ofFolder: "/p/docs").run
    #expect(run.failOn == Sourced(.error, .file("/p/.calque.yaml", YAMLMark(line: 4, column: 1))))
    #expect(run.maxWarnings?.value == 3)
    #expect(resolver.errors.isEmpty)
  }

  @Test func stopsAtARepositoryAndAtARootMarker() {
    var resolver = resolver([
      "/.calque.yaml": "sources: de", "/p/.git": "", "/q/.calque.yaml": "root: true\nfail-on: never",
      "/q/r/.calque.yaml": "encoding: utf-8",
    ])
    #expect(resolver.settings(forFile: "/a.md").sources == ["de"])
    #expect(resolver.settings(forFile: "/z/a.md").sources == ["de"])
    #expect(resolver.settings(forFile: "/p/a.md").sources == nil)
    #expect(resolver.settings(forFile: "/q/r/a.md").sources == nil)
    #expect(resolver.configuration(ofFolder: "/q/r").run.failOn?.value == .never)
    #expect(resolver.configuration(ofFolder: "/q/r").files == ["/q/.calque.yaml", "/q/r/.calque.yaml"])
  }

  @Test func takesOneFileOrNoneWhenAsked() {
    let files = [
      "/p/.calque.yaml": "sources: ru", "/c/team.yaml": "sources: ko\noverrides: [{files: docs, sources: ja}]",
    ]
    var one = resolver(files, mode: .file("/c/team.yaml"), workingFolder: "/p")
    #expect(one.settings(forFile: "/p/a.md").sources == ["ko"])
    #expect(one.settings(forFile: "/p/docs/a.md").sources == ["ja"])
    var none = resolver(files, mode: .isolated)
    #expect(none.settings(forFile: "/p/a.md").sources == nil)
    let missing = resolver(files, mode: .file("/c/other.yaml"), workingFolder: "/p")
    #expect(
      missing.errors == [
        ConfigurationError("The file “../c/other.yaml” does not exist.", .commandLine("--config"))
      ])
  }

  @Test func extendsWeakerFilesFirst() {
    var resolver = resolver([
      "/p/.calque.yaml": "extends: [a.yaml, c/b.yaml]\nrules: {russian.x: error}",
      "/p/a.yaml": "sources: ru\nencoding: a\nrules: {russian.x: off}\nexclude: [gen]\nrule-files: mine",
      "/p/c/b.yaml": "extends: ../a.yaml\nsources: uk\nrule-files: mine",
    ])
    let settings = resolver.settings(forFile: "/p/x.md")
    #expect(settings.sources == ["uk"])
    #expect(settings.encoding == "a")
    #expect(settings.severity(of: x) == .error)
    #expect(settings.ruleFiles == ["/p/mine", "/p/c/mine"])
    let configuration = resolver.configuration(ofFolder: "/p")
    #expect(configuration.files == ["/p/a.yaml", "/p/c/b.yaml", "/p/.calque.yaml"])
    #expect(configuration.excludes("/p/gen/x.md", isFolder: false))
    #expect(resolver.errors.isEmpty)
  }

  @Test func refusesCyclesMissingAndUnreadableFiles() {
    var resolver = resolver([
      "/p/.calque.yaml": "extends: a.yaml", "/p/a.yaml": "sources: ru\nextends: [b.yaml, none.yaml]",
      "/p/b.yaml": "extends: a.yaml", "/p/locked/.calque.yaml": "locked",
    ])
    #expect(resolver.settings(forFile: "/p/x.md").sources == ["ru"])
    #expect(resolver.settings(forFile: "/p/locked/x.md").sources == ["ru"])
    #expect(
      resolver.errors.map { $0.text(relativeTo: "/p") } == [
        "b.yaml:1:10: error: The file extends itself: p/a.yaml → p/b.yaml → p/a.yaml.",
        "a.yaml:2:19: error: The file “p/none.yaml” does not exist.",
        "locked/.calque.yaml:1:1: error: The file cannot be read: Permission denied.",
      ])
  }

  @Test func survivesManyFilesThatExtendEachOther() {
    var files: [String: String] = [:]
    for level in 0..<60 {
      files["/p/a\(level).yaml"] = "extends: [a\(level + 1).yaml, b\(level + 1).yaml]"
      files["/p/b\(level).yaml"] = "extends: [a\(level + 1).yaml, b\(level + 1).yaml]"
    }
    files["/p/a60.yaml"] = ""
    files["/p/b60.yaml"] = ""
    files["/p/.calque.yaml"] = "extends: a0.yaml"
    var resolver = resolver(files)
    _ = resolver.settings(forFile: "/p/x.md")
    #expect(resolver.errors.first?.message == "More than 32 files extend each other.")
  }

  @Test func appliesOverridesInOrderAndNearerFilesLast() {
    var resolver = resolver([
      "/p/.calque.yaml": """
      sources: ru
      overrides:
        - {files: "*.po", sources: ko}
        - {files: [docs/], sources: ja}
      """,
      "/p/docs/.calque.yaml": "encoding: utf-8", "/p/own/.calque.yaml": "sources: de",
    ])
    #expect(resolver.settings(forFile: "/p/a.md").sources == ["ru"])
    #expect(resolver.settings(forFile: "/p/a.po").sources == ["ko"])
    #expect(resolver.settings(forFile: "/p/docs/a.po").sources == ["ja"])
    #expect(resolver.settings(forFile: "/p/own/a.po").sources == ["de"])
  }

  @Test func putsTheCommandLineLast() {
    var run = RunValues()
    run.failOn = Sourced(.never, .commandLine("--fail-on"))
    let (values, _) = PathValues.commandLine(levels: ["russian.x=suggestion"], sources: ["fi"])
    var resolver = resolver(
      ["/p/.calque.yaml": "sources: ru\nfail-on: error\noverrides: [{files: '*', rules: {russian.x: off}}]"],
      commandLine: values, run: run)
    #expect(resolver.settings(forFile: "/p/a.md").sources == ["fi"])
    #expect(resolver.settings(forFile: "/p/a.md").severity(of: x) == .suggestion)
    #expect(resolver.configuration(ofFolder: "/p").run.failOn?.value == .never)
  }

  @Test func sharesEqualSettings() {
    var resolver = resolver([
      "/p/a/.calque.yaml": "sources: [ru, uk]", "/p/b/.calque.yaml": "sources: [uk, ru, uk]",
      "/p/c/.calque.yaml": "overrides: [{files: '*.po', sources: [uk, ru]}]",
    ])
    let paths = ["/p/a/x.md", "/p/b/y.md", "/p/c/x.po", "/p/c/x.md", "/p/z.md", "/p/a/d/z.md"]
    let indices = paths.map { path in resolver.settingsIndex(forFile: path) }
    #expect(indices == [0, 0, 0, 1, 1, 0])
    #expect(resolver.settings.count == 2)
  }

  @Test func looksAtEachFolderAndFileOnce() {
    let files = Files(["/p/.calque.yaml": "extends: base.yaml", "/p/base.yaml": "sources: ru"])
    var resolver = ConfigurationResolver(files: files, mode: .discovered, workingFolder: "/p")
    for name in 0..<1000 { _ = resolver.settingsIndex(forFile: "/p/a/b/\(name).md") }
    #expect(
      files.reads.withLock { $0 } == [
        "/p/a/b/.calque.yaml", "/p/a/.calque.yaml", "/p/.calque.yaml", "/.calque.yaml", "/p/base.yaml",
      ])
  }

  @Test func excludesWithTheNearestFileStrongest() {
    var resolver = resolver([
      "/p/.calque.yaml": "exclude: [gen, '*.draft.md', p]", "/p/docs/.calque.yaml": "exclude: ['!*.draft.md']",
    ])
    let outer = resolver.configuration(ofFolder: "/p")
    #expect(outer.excludes("/p/gen", isFolder: true))
    #expect(outer.excludes("/p/x/gen/a.md", isFolder: false))
    #expect(!outer.excludesItself("/p/x/gen/a.md", isFolder: false))
    #expect(outer.excludes("/p/a.draft.md", isFolder: false))
    #expect(!outer.excludes("/p/a.md", isFolder: false))
    let inner = resolver.configuration(ofFolder: "/p/docs")
    #expect(!inner.excludes("/p/docs/a.draft.md", isFolder: false))
    #expect(inner.excludes("/p/docs/gen/a.draft.md", isFolder: false))
  }

  @Test func namesWhatIsUnknown() {
    let (values, _) = PathValues.commandLine(select: ["rusian"], levels: ["reporting-verb=off"])
    var resolver = resolver(
      [
        "/p/.calque.yaml": """
        rules: {russian.reporting-verbs: off, all: error, russian: on}
        sources: [ru, xx]
        encoding: utf8
        overrides: [{files: a, ignore: [nothing.like-it]}]
        """
      ], commandLine: values)
    _ = resolver.settings(forFile: "/p/a.md")
    let known = KnownNames(rules: ["russian.reporting-verb"], sources: ["ru", "uk"], encodings: ["utf-8"])
    resolver.checkNames(known)
    let expected = [
      "error: --select: Unknown group “rusian”. Did you mean “russian”?",
      "error: --rule: Unknown group “reporting-verb”. Did you mean “russian.reporting-verb”?",
      ".calque.yaml:1:9: error: Unknown rule “russian.reporting-verbs”. Did you mean “russian.reporting-verb”?",
      ".calque.yaml:2:15: error: Unknown source language “xx”.",
      ".calque.yaml:3:1: error: Unknown encoding “utf8”. Did you mean “utf-8”?",
      ".calque.yaml:4:33: error: Unknown rule “nothing.like-it”.",
    ]
    #expect(resolver.errors.map { $0.text(relativeTo: "/p") } == expected)
    resolver.checkNames(known)
    #expect(resolver.errors.count == expected.count)
  }

  @Test func findsTheOriginOfADecision() {
    var resolver = resolver([
      "/p/.calque.yaml":
        "encoding: a\noverrides: [{files: '*.po', rules: {russian: error}}, {files: '*.md', select: [a]}]"
    ])
    let configuration = resolver.configuration(ofFolder: "/p")
    func origin(_ path: String) -> Origin? {
      configuration.origin(of: configuration.settings(for: path).ruleLayers.decision(for: x), for: path)
    }
    #expect(origin("/p/a.po") == .file("/p/.calque.yaml", YAMLMark(line: 2, column: 37)))
    #expect(origin("/p/a.md") == .file("/p/.calque.yaml", YAMLMark(line: 2, column: 80)))
    #expect(origin("/p/a.txt") == nil)
  }

  @Test func printsWhatCountsWithItsOrigin() {
    let (values, _) = PathValues.commandLine(ignore: ["b"])
    var resolver = resolver(
      [
        "/p/.calque.yaml": """
        rules: {a: on, b: error}
        sources: ["no", ru]
        terms: ["x: \\"y\\"\\n", Ünal]
        exclude: ['*.gen.md']
        rule-files: mine
        """,
        "/p/docs/.calque.yaml": "rules: {a: off}\nmax-warnings: 3\noverrides: [{files: '*.po', encoding: koi8-r}]",
      ], commandLine: values)
    let printed = resolver.configuration(ofFolder: "/p/docs").printed(for: "/p/docs/a.po", relativeTo: "/p")
    #expect(
      printed == """
        # The configuration of docs/a.po
        # From the weakest to the strongest:
        #   .calque.yaml
        #   docs/.calque.yaml
        rules:
          a: off  # docs/.calque.yaml:1
          b: off  # --ignore
        sources:
          - "no"  # .calque.yaml:2
          - ru  # .calque.yaml:2
        terms:
          - {text: "x: \\"y\\"", case: fold, inflect: false}  # .calque.yaml:3
          - {text: Ünal, case: fold, inflect: false}  # .calque.yaml:3
        encoding: koi8-r  # docs/.calque.yaml:3
        max-warnings: 3  # docs/.calque.yaml:2
        exclude:
          - "*.gen.md"  # .calque.yaml:4
        rule-files:
          - mine  # .calque.yaml:5

        """)
    let (file, errors) = parseConfigFile(Array(printed.utf8), path: "/p/.calque.yaml")
    #expect(errors.isEmpty)
    var again = Configuration()
    again.add(file, base: "/p")
    #expect(
      again.settings(for: "/p/docs/a.po").terms == resolver.settings(forFile: "/p/docs/a.po").terms)
  }

  private func resolver(
    _ files: [String: String], mode: ConfigurationMode = .discovered, workingFolder: String = "/",
    commandLine: PathValues = PathValues(), run: RunValues = RunValues()
  ) -> ConfigurationResolver {
    ConfigurationResolver(
      files: Files(files), mode: mode, workingFolder: workingFolder, commandLine: commandLine, run: run)
  }
}

/// Files in memory; the content `locked` stands for a file that cannot be read.
private final class Files: ConfigurationFiles {
  let files: [String: String]
  let reads = Mutex<[String]>([])

  init(_ files: [String: String]) { self.files = files }

  func contents(of path: String) throws(ConfigurationReadError) -> [UInt8]? {
    reads.withLock { $0.append(path) }
    if files[path] == "locked" { throw ConfigurationReadError("Permission denied") }
    return files[path].map { Array($0.utf8) }
  }

  func exists(_ path: String) -> Bool { files[path] != nil }
}
