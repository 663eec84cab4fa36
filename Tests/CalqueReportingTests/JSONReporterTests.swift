import CalqueReporting
import CalqueText
import Testing

@Suite struct JSONReporterTests {
  @Test func writesOneObjectThatParses() throws {
    let report = try CanonicalReport.report()
    let json = try JSONValue(parsing: render(report, as: .json, options: CanonicalReport.options))
    #expect(json["version"].text == "1.2.0")
    #expect(json["files"].elements.map(\.["path"].text) == report.files.map(\.path))
    #expect(json["summary"]["errors"].number == Summary(report).errors)
    let finding = json["files"][2]["diagnostics"][0]
    #expect(finding["start"].number == 15)
    #expect(finding["column"].number == 9)
    #expect(finding["utf16Column"].number == 10)
  }

  @Test func writesOneObjectALine() throws {
    let report = try CanonicalReport.report()
    let lines = render(report, as: .ndjson, options: CanonicalReport.options).split(separator: 0x0A)
    let objects = try lines.map { try JSONValue(parsing: $0) }
    let summary = Summary(report)
    #expect(objects.count { $0["rule"].text != nil } == summary.errors + summary.warnings + summary.suggestions)
    #expect(objects.count { $0["problem"] != .null } == summary.problems)
    #expect(objects.allSatisfy { $0["path"].text != nil })
  }

  @Test func givesTheByteRangeOfEveryFindingAndEdit() throws {
    let report = try CanonicalReport.report()
    let json = try JSONValue(parsing: render(report, as: .json))
    for (file, object) in zip(report.files, json["files"].elements) {
      for (diagnostic, finding) in zip(file.diagnostics, object["diagnostics"].elements) {
        #expect(finding["start"].number == Int(diagnostic.range.lower))
        #expect(finding["end"].number == Int(diagnostic.range.upper))
        let edits = finding["fixes"].elements.flatMap(\.["edits"].elements)
        #expect(edits.map(\.["start"].number) == diagnostic.fixes.flatMap(\.edits.edits).map { Int($0.range.lower) })
      }
    }
  }

  @Test func writesTheObjectOfTheBatchProtocol() throws {
    let text = try MarkedText("a “⟦b⟧” ⟦c⟧")
    let diagnostic = CanonicalReport.finding(
      "group.rule", .suggestion, "Message.", text.ranges[1],
      fixes: [try CanonicalReport.fix("Remove it", [TextEdit(text.ranges[1], "")], in: text.source, safety: .safe)],
      related: [RelatedLocation(range: text.ranges[0], message: "First.")])
    var writer = DiagnosticJSON(
      FileReport(path: "x", source: text.source, diagnostics: [diagnostic]), detail: .protocolFields)
    var json = JSONWriter()
    writer.write(diagnostic, into: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {"rule":"group.rule","claim":"tell","severity":"suggestion","message":"Message.","start":10,"end":11,\
        "line":1,"column":7,"fixes":[{"title":"Remove it","safety":"safe","edits":[{"start":10,"end":11,"text":""}]}],\
        "related":[{"start":5,"end":6,"message":"First."}]}
        """)
  }
}
