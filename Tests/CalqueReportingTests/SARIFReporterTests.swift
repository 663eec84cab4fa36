import CalqueReporting
import CalqueText
import Testing

@Suite struct SARIFReporterTests {
  private func run(
    _ files: [FileReport], rules: [RuleDescription] = [], version: String = "1.0.0", workingDirectory: String? = "/w/d"
  ) throws -> JSONValue {
    let report = RunReport(files: files, rules: rules, toolVersion: version)
    return try JSONValue(
      parsing: render(report, as: .sarif, options: ReportOptions(workingDirectory: workingDirectory)))["runs"][0]
  }

  private func location(_ result: JSONValue) -> JSONValue { result["locations"][0]["physicalLocation"] }

  @Test func holdsNoEmptyStringAndAllThatGitHubDemands() throws {
    let rule = RuleDescription(
      id: RuleID("a.b"), summary: "", explanation: "", severity: .warning, claim: .style, category: "")
    let text = SourceText("some text")
    let bare = CanonicalReport.finding(
      "a.b", .warning, "", ByteRange(0, 4),
      fixes: [try CanonicalReport.fix("", [TextEdit(ByteRange(0, 4), "")], in: text)],
      related: [RelatedLocation(range: ByteRange(5, 9), message: "")])
    let problem = InputProblem(code: "calque.syntax", message: "")
    let file = FileReport(path: "a", source: text, diagnostics: [bare], problems: [problem])
    let run = try run([file], rules: [rule], version: "")
    #expect(!run.holdsEmptyString)
    let written = run["tool"]["driver"]["rules"][0]
    for name in ["shortDescription", "fullDescription", "help"] { #expect(written[name]["text"].text == "a.b") }
    #expect(run["results"][0]["message"]["text"].text == "a.b")
    #expect(location(run["results"][0])["region"]["endColumn"].number == 5)
    #expect(run["columnKind"].text == "unicodeCodePoints")
  }

  @Test func writesPathsAsURIReferences() throws {
    let expected = [
      ("a b/漢%20.md", "a%20b/%E6%BC%A2%2520.md", true), ("./x/.././y.md", "y.md", true), ("/w/d/in.md", "in.md", true),
      ("c:d.md", "c%3Ad.md", true), ("a//b.md", "a/b.md", true), ("<stdin>", "%3Cstdin%3E", true),
      ("e\u{301}/\u{301}.md", "e%CC%81/%CC%81.md", true), ("../up.md", "file:///w/up.md", false),
      ("/w/dd/x.md", "file:///w/dd/x.md", false), ("../../../../root.md", "file:///root.md", false),
    ]
    let files = expected.map { path, _, _ in
      FileReport(
        path: path, source: nil, diagnostics: [CanonicalReport.finding("a.b", .warning, "M.", ByteRange(at: 0))])
    }
    let run = try run(files)
    for (result, (path, uri, isInside)) in zip(run["results"].elements, expected) {
      let artifact = location(result)["artifactLocation"]
      #expect(artifact["uri"].text == uri, "\(path)")
      #expect(artifact["uriBaseId"].text == (isInside ? "%SRCROOT%" : nil), "\(path)")
      #expect(run["artifacts"][artifact["index"].number ?? -1]["location"]["uri"].text == uri, "\(path)")
    }
    #expect(run["originalUriBaseIds"]["%SRCROOT%"]["uri"].text == "file:///w/d/")
  }

  @Test func namesNoBaseWithoutAWorkingDirectory() throws {
    let files = ["a/../../b.md", "/abs.md"].map { path in
      FileReport(
        path: path, source: nil, diagnostics: [CanonicalReport.finding("a.b", .warning, "M.", ByteRange(at: 0))])
    }
    let run = try run(files, workingDirectory: nil)
    let uris = run["results"].elements.map { location($0)["artifactLocation"]["uri"].text }
    #expect(uris == ["../b.md", "file:///abs.md"])
    #expect(location(run["results"][0])["artifactLocation"]["uriBaseId"] == .null)
    #expect(run["originalUriBaseIds"] == .null)
  }

  @Test func keepsTheWorstOfTooManyFindings() throws {
    let severities: [Severity] = [.suggestion, .suggestion, .error, .warning]
    let files = (0..<60).map { number in
      FileReport(
        path: "f\(number)", source: nil,
        diagnostics: (0..<1000).map {
          CanonicalReport.finding("a.b", severities[$0 % 4], "M.", ByteRange(at: UInt32($0)))
        })
    }
    let report = RunReport(files: files, rules: [], toolVersion: "1.0.0")
    let lines = render(report, as: .sarif).split(separator: 0x0A)
    let results = lines.filter { $0.starts(with: Array("{\"ruleId\"".utf8)) }
    let isError = results.map { $0.starts(with: Array("{\"ruleId\":\"a.b\",\"level\":\"error\"".utf8)) }
    #expect(results.count == 25_000)
    #expect(isError.prefix(15_000).allSatisfy { $0 })
    #expect(isError.dropFirst(15_000).allSatisfy { !$0 })
    let firsts = try [0, 249, 250].map { number in
      location(try JSONValue(parsing: results[number].dropLast()))["artifactLocation"]["uri"].text
    }
    #expect(firsts == ["f0", "f0", "f1"])
    let rest = lines.filter { !$0.starts(with: Array("{\"ruleId\"".utf8)) }
    let run = try JSONValue(parsing: Array(rest.joined()))["runs"][0]
    let note = run["invocations"][0]["toolExecutionNotifications"][0]
    #expect(note["level"].text == "warning")
    #expect(note["message"]["text"].text?.contains("25000 of 60000") == true)
    #expect(run["invocations"][0]["executionSuccessful"] == .bool(true))
  }

  @Test func reportsProblemsAsNotifications() throws {
    let problem = InputProblem(code: "calque.encoding", message: "It is no UTF-8; convert it.")
    let run = try run([FileReport(path: "a.md", source: nil, diagnostics: [], problems: [problem])])
    let invocation = run["invocations"][0]
    #expect(invocation["executionSuccessful"] == .bool(false))
    #expect(invocation["toolExecutionNotifications"][0]["descriptor"]["id"].text == "calque.encoding")
    #expect(invocation["toolExecutionNotifications"][0]["level"].text == "error")
    #expect(run["results"].elements.isEmpty)
  }

  @Test func hashesAndCountsBytesOnlyInTheFilesOwnEncoding() throws {
    let text = try SourceText(validating: Array("text".utf8), isTranscoded: true)
    let finding = CanonicalReport.finding("a.b", .warning, "M.", ByteRange(0, 4))
    let result = try run([FileReport(path: "a", source: text, diagnostics: [finding])])["results"][0]
    #expect(result["partialFingerprints"] == .null)
    #expect(location(result)["region"]["byteOffset"] == .null)
    #expect(location(result)["region"]["endColumn"].number == 5)
  }

  @Test(arguments: [
    ("1.2.3", true), ("0.1.0-beta.1+b5", true), ("1.2", false), ("01.2.3", false), ("1.2.3-", false), ("dev", false),
    ("1.2.3 4", false),
  ])
  func callsOnlySemanticVersionsSo(version: String, isSemantic: Bool) throws {
    let driver = try run([], version: version)["tool"]["driver"]
    #expect(driver["version"].text == version)
    #expect(driver["semanticVersion"].text == (isSemantic ? version : nil))
  }

  @Test func keepsDescriptionsWithinTheLimits() throws {
    let long = String(repeating: "漢字\u{1F600}. ", count: 400)
    let rule = RuleDescription(
      id: RuleID("a.b"), summary: long, explanation: long, severity: .warning, claim: .style, category: "register",
      sources: (0..<40).map { "l\($0 % 30)" })
    let written = try run([], rules: [rule])["tool"]["driver"]["rules"][0]
    for name in ["shortDescription", "fullDescription"] {
      #expect((1000...1024).contains(written[name]["text"].text?.utf16.count ?? 0))
    }
    let tags = written["properties"]["tags"].elements
    #expect(tags.count == 20)
    #expect(Set(tags).count == 20)
    #expect(written["help"]["text"].text?.hasPrefix(long.dropLast()) == true)
  }
}
