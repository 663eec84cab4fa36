import CalqueReporting
import CalqueText
import Testing

@Suite struct SummaryTests {
  private func line(_ severities: [Severity], files: Int = 1, words: Int = 0, problems: Int = 0) -> String {
    let diagnostics = severities.map { CanonicalReport.finding("a.b", $0, "M.", ByteRange(at: 0)) }
    var summary = Summary()
    for number in 0..<files {
      let isFirst = number == 0
      summary.add(
        FileReport(
          path: "a", source: nil, diagnostics: isFirst ? diagnostics : [],
          problems: isFirst ? Array(repeating: InputProblem(code: "c", message: "M."), count: problems) : [],
          wordCount: isFirst ? words : 0))
    }
    return summary.line
  }

  @Test func countsInPlainWords() {
    #expect(
      line([.warning, .suggestion, .warning, .suggestion, .warning], files: 2, words: 1234)
        == "3 warnings, 2 suggestions in 2 files (1,234 words)")
    #expect(line([.error], words: 1) == "1 error in 1 file (1 word)")
    #expect(line([], words: 1_234_567) == "no findings in 1 file (1,234,567 words)")
    #expect(line([], files: 0) == "no findings in 0 files (0 words)")
    #expect(line([.suggestion], words: 999, problems: 1) == "1 suggestion in 1 file (999 words); 1 input problem")
  }

  @Test func namesTheAnnotationsThatGitHubHides() {
    var summary = Summary()
    let severities = Array(repeating: Severity.warning, count: 11) + Array(repeating: Severity.suggestion, count: 1030)
    let diagnostics = severities.map { CanonicalReport.finding("a.b", $0, "M.", ByteRange(at: 0)) }
    summary.add(FileReport(path: "a", source: nil, diagnostics: Array(diagnostics.prefix(10))))
    #expect(summary.hiddenAnnotationsNote == nil)
    summary.add(FileReport(path: "b", source: nil, diagnostics: Array(diagnostics.dropFirst(10))))
    #expect(summary.hiddenAnnotationsNote?.contains("not shown: 1 warning, 1,020 notices.") == true)
  }
}
