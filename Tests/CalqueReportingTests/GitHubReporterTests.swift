import CalqueReporting
import CalqueText
import Testing

@Suite struct GitHubReporterTests {
  private func commands(_ files: [FileReport], workingDirectory: String? = nil) -> [String] {
    let report = RunReport(files: files, rules: [], toolVersion: "1.0.0")
    let output = render(report, as: .github, options: ReportOptions(workingDirectory: workingDirectory))
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func finding(_ severity: Severity, _ range: ByteRange, message: String = "M.") -> Diagnostic {
    CanonicalReport.finding("a.b", severity, message, range)
  }

  @Test func escapesPropertiesAndMessages() {
    let file = FileReport(
      path: "a,b:c%\n.md", source: SourceText("x"),
      diagnostics: [finding(.error, ByteRange(0, 1), message: "50%: a,\r\n::error::b")])
    #expect(
      commands([file]) == [
        "::error file=a%2Cb%3Ac%25%0A.md,line=1,endLine=1,col=1,endColumn=2,title=a.b::50%25: a,%0D%0A::error::b"
      ])
  }

  @Test func leavesOutColumnsOfSeveralLines() {
    let file = FileReport(path: "a.md", source: SourceText("x\ny"), diagnostics: [finding(.warning, ByteRange(0, 3))])
    #expect(commands([file]) == ["::warning file=a.md,line=1,endLine=2,title=a.b::M."])
  }

  @Test func writesTheWorstFirstAndKeepsTheOrderOtherwise() {
    let files = ["a", "b"].map { name in
      FileReport(
        path: name, source: nil,
        diagnostics: [finding(.suggestion, ByteRange(at: 0)), finding(.warning, ByteRange(at: 0))],
        problems: name == "b" ? [InputProblem(code: "calque.unreadable", message: "M.")] : [])
    }
    #expect(
      commands(files) == [
        "::error file=b,title=calque.unreadable::M.", "::warning file=a,title=a.b::M.",
        "::warning file=b,title=a.b::M.",
        "::notice file=a,title=a.b::M.", "::notice file=b,title=a.b::M.",
      ])
  }

  @Test func namesFilesRelativeToTheWorkingDirectory() {
    let paths = ["/w/d/a.md", "./x/../b.md", "../c.md", "/w/dd/e.md"]
    let files = paths.map { FileReport(path: $0, source: nil, diagnostics: [finding(.error, ByteRange(at: 0))]) }
    let found = commands(files, workingDirectory: "/w/d/").compactMap { $0.split(separator: ",").first }
    #expect(found == ["::error file=a.md", "::error file=b.md", "::error file=/w/c.md", "::error file=/w/dd/e.md"])
  }
}
