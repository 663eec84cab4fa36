import CalqueReporting
import CalqueText
import Testing

/// A text written with `⟦` and `⟧` around its findings.
struct MarkedText {
  let source: SourceText
  let ranges: [ByteRange]

  init(_ marked: String, isTranscoded: Bool = false) throws {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [ByteRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(bytes.count)
      case "⟧":
        let start = starts.popLast()
        ranges.append(ByteRange(try #require(start), bytes.count))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    source = try SourceText(validating: bytes, isTranscoded: isTranscoded)
    self.ranges = ranges.sorted()
  }
}

/// One report with every kind of finding that a reporter must render, and the terminal it is rendered for.
enum CanonicalReport {
  /// Two cells for wide scalars, none for combining marks; enough for the texts here.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300..<0x0370, 0x0591..<0x05C8, 0x064B..<0x0660, 0x200D, 0xFE00..<0xFE10: 0
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xFF00..<0xFF61, 0x1F300..<0x1FB00, 0x20000..<0x30000: 2
    default: 1
    }
  }

  static let options = ReportOptions(
    terminalWidth: 100, displayWidth: { width($0) }, workingDirectory: "/home/editor/drafts",
    informationURI: "https://example.org/calque", automationID: "drafts/")

  static func report() throws -> RunReport {
    RunReport(
      files: try plainFiles() + scriptFiles() + layoutFiles() + troubleFiles(), rules: rules, toolVersion: "1.2.0")
  }

  static let rules = [
    RuleDescription(
      id: RuleID("house.superlative"), summary: "An unhedged superlative.",
      explanation: "A claim like “the first” needs a source.\n\n1. Name who says so.\n2. *Or* hedge it.\n",
      severity: .warning, claim: .style, category: "superlative", isStable: false),
    RuleDescription(
      id: RuleID("russian.interesting-fact"), summary: "“An interesting fact is that” as an opener.",
      explanation: String(repeating: "A very long explanation. ", count: 60), severity: .suggestion, claim: .tell,
      category: "calque", sources: ["ru", "uk"],
      example: (bad: "An interesting fact is that [the] troops never left.", fixed: "The troops never left.")),
    RuleDescription(
      id: RuleID("script.mixed"), summary: "", explanation: "", severity: .error, claim: .fault, category: "script"),
  ]

  static func finding(
    _ rule: String, _ severity: Severity, _ message: String, _ range: ByteRange, fixes: [Fix] = [],
    related: [RelatedLocation] = []
  ) -> Diagnostic {
    let claim: Claim = severity == .suggestion ? .tell : severity == .error ? .fault : .style
    return Diagnostic(
      rule: RuleID(rule), claim: claim, severity: severity, message: message, range: range, fixes: fixes,
      related: related)
  }

  static func fix(
    _ title: String, _ edits: [TextEdit], in source: SourceText, safety: FixSafety = .suggested
  ) throws -> Fix {
    Fix(title: title, safety: safety, edits: try #require(TextEdits(edits, in: source)))
  }

  private static func plainFiles() throws -> [FileReport] {
    let plain = try MarkedText("# Title\n\n⟦An interesting fact is that⟧ the troops ⟦⟧left, the ⟦largest⟧ “army”.\n")
    let opener = ByteRange(plain.ranges[0].lower, plain.ranges[0].upper + 4)
    let rewrite = try fix("Replace with “The”", [TextEdit(opener, "The")], in: plain.source, safety: .safe)
    let hedge = try fix("Hedge it", [TextEdit(plain.ranges[2], "one of the largest")], in: plain.source)
    let drop = try fix("Remove it", [TextEdit(plain.ranges[2], "")], in: plain.source)
    let insert = try fix("", [TextEdit(plain.ranges[1], "never ")], in: plain.source)
    let elsewhere = RelatedLocation(
      path: "notes/list, 1:2.md", range: ByteRange(3, 9), position: LinePosition(line: 1, column: 4),
      message: "It was “the second largest” here.")
    let unknown = RelatedLocation(path: "gone.md", range: ByteRange(0, 3), message: "It stood here.")
    let title = RelatedLocation(range: ByteRange(2, 7), message: "The title claims less.")
    return [
      FileReport(
        path: "a/plain.md", source: plain.source,
        diagnostics: [
          finding(
            "russian.interesting-fact", .suggestion,
            "“An interesting fact is that” is a calque; state the fact itself.",
            plain.ranges[0], fixes: [rewrite]),
          finding("script.mixed", .error, "A word is missing.", plain.ranges[1], fixes: [insert]),
          finding(
            "house.superlative", .warning, "“largest” needs a source.", plain.ranges[2], fixes: [hedge, drop],
            related: [title, elsewhere, unknown]),
        ], wordCount: 1234),
      FileReport(path: "b/clean.md", source: SourceText("Nothing here.\n"), diagnostics: [], wordCount: 2),
    ]
  }

  private static func scriptFiles() throws -> [FileReport] {
    let wide = try MarkedText("漢字\u{1F600} and ⟦ＡＢ漢⟧ and e\u{301}⟦cafe\u{301}⟧\u{301} and a⟦\u{301}⟧b\n")
    let right = try MarkedText("She said \u{5E9}\u{5DC}\u{5D5}\u{5DD} ⟦\u{5E2}\u{5D5}\u{5DC}\u{5DD}⟧ and left.\n")
    let controls = try MarkedText("red \u{1B}[31m⟦bad\u{202E}rev\u{0}⟧\u{85}\u{200B} end\u{2028}same line\n")
    return [
      FileReport(
        path: "docs/\u{FC}ber uns/漢 100%.md", source: wide.source,
        diagnostics: wide.ranges.map { finding("script.mixed", .error, "Two scripts: 50% “漢”.", $0) }, wordCount: 7),
      FileReport(
        path: "docs/rtl.md", source: right.source,
        diagnostics: right.ranges.map { finding("script.mixed", .warning, "An untranslated word.", $0) }, wordCount: 6),
      FileReport(
        path: "docs/we\u{1B}ird\nname.md", source: controls.source,
        diagnostics: controls.ranges.map {
          finding("user.unknown", .error, "Bad\r\n“bad\u{202E}rev\u{0}”,\there.", $0)
        },
        wordCount: 5),
    ]
  }

  private static func layoutFiles() throws -> [FileReport] {
    let tabs = try MarkedText("\tone\t⟦two\tthree⟧ four\n")
    let returns = try MarkedText("First ⟦line\r\nsecond⟧ line\r\n\r\nthird ⟦one\r\n\r\nfour\r\nfive\r\nsix⟧ and⟦\r\n⟧")
    let mark = try MarkedText("\u{FEFF}⟦The⟧ first ⟦word⟧")
    let part = "The quick brown fox – ein schneller Fuchs – jumps over the lazy dog. "
    let long = String(repeating: part, count: 7_500)
    let line = try MarkedText("⟦Start⟧ \(long)⟦here⟧ \(long)⟦end⟧")
    return [
      FileReport(
        path: "layout/tabs.md", source: tabs.source,
        diagnostics: tabs.ranges.map { finding("house.superlative", .warning, "Tabs.", $0) }, wordCount: 4),
      FileReport(
        path: "layout/returns.md", source: returns.source,
        diagnostics: returns.ranges.map { finding("house.superlative", .warning, "Several lines.", $0) }, wordCount: 9),
      FileReport(
        path: "layout/mark.md", source: mark.source,
        diagnostics: mark.ranges.map { finding("house.superlative", .warning, "Byte order mark.", $0) }, wordCount: 3),
      FileReport(
        path: "layout/long.md", source: line.source,
        diagnostics: line.ranges.map { finding("russian.interesting-fact", .suggestion, "A long line.", $0) },
        wordCount: 200_003),
    ]
  }

  private static func troubleFiles() throws -> [FileReport] {
    let utf16 = try MarkedText("Grü\u{DF}e, ⟦the best⟧ wine\n", isTranscoded: true)
    let broken = try MarkedText("<p>One ⟦<b⟧\n")
    return [
      FileReport(
        path: "../outside/utf-16.txt", source: utf16.source,
        diagnostics: utf16.ranges.map { finding("house.superlative", .warning, "“the best” needs a source.", $0) },
        wordCount: 4),
      FileReport(
        path: "/srv/archive/broken.html", source: broken.source, diagnostics: [],
        problems: [
          InputProblem(code: "calque.syntax", message: "This tag is never closed; close it.", range: broken.ranges[0])
        ], wordCount: 1),
      FileReport(
        path: "unreadable.md", source: nil,
        diagnostics: [finding("romanization.variant", .warning, "Two spellings of one name.", ByteRange(5, 9))],
        problems: [InputProblem(code: "calque.unreadable", message: "It cannot be read; check its permissions.")]),
    ]
  }
}
