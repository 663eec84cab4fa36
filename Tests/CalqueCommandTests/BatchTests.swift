import CalqueTestSupport
import FoundationEssentials
import Testing

/// The protocol of `calque batch`: one response a request, in order, whatever comes.
@Suite struct BatchTests {
  private func request(_ text: String, _ more: String = "") -> String {
    let text = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "{\"text\":\"\(text)\"\(more)}\n"
  }

  private func batch(_ input: String, _ options: String...) throws -> CommandRun {
    let project = try Project()
    return try project.calque(["batch", "--config", ".calque.yaml"] + options, input: Array(input.utf8))
  }

  @Test func aResponseHasTheFieldsOfTheProtocol() throws {
    let run = try batch(request("Ünited we utilize it.\n\nA b.", ",\"id\":7"))
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    let response = try JSONText(run.out)
    #expect(response.keys == ["id", "words", "sentences", "evidence", "diagnostics", "error"])
    #expect(response["id"].int == 7 && response["words"].int == 6 && response["sentences"].int == 2)
    #expect(response["error"] == .null)
    let diagnostic = try #require(response["diagnostics"].list.first)
    #expect(
      diagnostic.keys == [
        "rule", "claim", "severity", "message", "start", "end", "line", "column", "fixes", "related",
      ])
    #expect(diagnostic["rule"].string == "house.utilize")
    #expect(diagnostic["start"].int == 11 && diagnostic["end"].int == 18, "UTF-8 bytes")
    #expect(diagnostic["line"].int == 1 && diagnostic["column"].int == 11, "code points")
    let fix = try #require(diagnostic["fixes"].list.first)
    #expect(fix.keys == ["title", "safety", "edits"])
    #expect(fix["safety"].string == "safe")
    let edit = try #require(fix["edits"].list.first)
    #expect(edit["start"].int == 11 && edit["end"].int == 18 && edit["text"].string == "use")
  }

  @Test(arguments: [
    "null", "true", "0", "-12", "9223372036854775807", "18446744073709551615", "1.5", "\"a\"", "\"ü\\n\\\"\\u0000\"",
    "\"\"", "[1,[2,{\"a\":null}]]", "{\"a\":{\"b\":[true]}}", "[]", "{}",
  ])
  func anIDOfEveryTypeComesBack(id: String) throws {
    let run = try batch(request("They use it.", ",\"id\":\(id)"))
    #expect(try JSONText(run.out)["id"] == JSONText(id))
    if !id.contains("\"") { #expect(run.out.hasPrefix("{\"id\":\(id),"), "digit by digit: \(run.out)") }
  }

  @Test func aRequestWithoutAnIDGetsNull() throws {
    #expect(try JSONText(batch(request("They use it.")).out)["id"] == .null)
  }

  @Test(arguments: ["1", "4"])
  func responsesComeInTheOrderOfTheRequests(jobs: String) throws {
    let input = (0..<500).map { index in
      request(String(repeating: "They utilize it. ", count: (index * 37) % 50), ",\"id\":\(index)")
    }.joined()
    let responses = try JSONText.objects(inLines: batch(input, "--jobs", jobs).out)
    #expect(responses.map { $0["id"].int } == Array(0..<500))
    #expect(responses.map { $0["diagnostics"].list.count } == (0..<500).map { ($0 * 37) % 50 })
  }

  @Test(arguments: [
    ("not json", "no valid JSON"), ("", "no valid JSON"), ("[]", ""), ("3", ""), ("{\"id\":1}", "“text” is missing"),
    ("{\"id\":1,\"text\":5}", "“text” has the wrong type"),
    ("{\"text\":\"a\",\"format\":\"docx\"}", "there is no format"),
    ("{\"text\":\"a\",\"language\":\"ru\"}", "“en” only"), ("{\"text\":\"a\"", "no valid JSON"),
    ("{\"text\":null}", "“text”"), ("\u{0}", "no valid JSON"),
  ])
  func aLineThatIsNoRequestGetsAnErrorAndTheStreamGoesOn(line: String, message: String) throws {
    let run = try batch(request("They utilize it.", ",\"id\":1") + line + "\n" + request("They use it.", ",\"id\":2"))
    #expect(run.status == 0)
    #expect(run.error.isEmpty, "only the protocol")
    let responses = try JSONText.objects(inLines: run.out)
    #expect(responses.count == 3)
    #expect(responses.map { $0["id"].int } == [1, nil, 2])
    let error = try #require(responses[1]["error"].string)
    #expect(error.contains(message), "\(error)")
    #expect(responses[1]["id"] == .null)
    #expect(responses[2]["error"] == .null)
  }

  @Test func aLineThatIsNotUTF8GetsAnError() throws {
    let project = try Project()
    let line = Array("{\"text\":\"caf".utf8) + [0xE9] + Array("\"}\n".utf8)
    let run = try project.calque(["batch"], input: line + Array(request("They use it.").utf8))
    #expect(run.status == 0)
    let responses = try JSONText.objects(inLines: run.out)
    #expect(responses.map { $0["error"] == .null } == [false, true])
  }

  @Test func theLastLineNeedsNoLineFeed() throws {
    let run = try batch(String(request("They utilize it.").dropLast()))
    #expect(run.lines.count == 1)
    #expect(try batch("").out.isEmpty)
  }

  @Test func pathAndFormatSayHowTheTextIsRead() throws {
    let code = "    They utilize it."
    func count(_ more: String) throws -> Int { try JSONText(batch(request(code, more)).out)["diagnostics"].list.count }
    #expect(try count("") == 1, "plain text")
    #expect(try count(",\"format\":\"markdown\"") == 0)
    #expect(try count(",\"path\":\"a.md\"") == 0)
    #expect(try count(",\"path\":\"a.md\",\"format\":\"text\"") == 1)
    #expect(try count(",\"path\":\"a.unknown\"") == 1)
  }

  @Test func aSourceTurnsRulesAboutOthersDown() throws {
    let project = try Project()
    try project.folder.write("sources: [ru]\n" + Project.utilize, to: "rules/house/utilize.yaml")
    let input = ["", ",\"source\":\"ko\"", ",\"source\":\"ru\""].map { request("They utilize it.", $0) }.joined()
    let run = try project.calque(["batch", "--config", ".calque.yaml"], input: Array(input.utf8))
    let severities = try JSONText.objects(inLines: run.out).map { $0["diagnostics"].list.first?["severity"].string }
    #expect(severities == ["warning", "suggestion", "warning"])
  }

  @Test func noConfigurationFileIsLookedFor() throws {
    let project = try Project()
    let run = try project.calque(["batch"], input: Array(request("They utilize the the thing.").utf8))
    let rules = try JSONText(run.out)["diagnostics"].list.compactMap { $0["rule"].string }
    #expect(rules.contains("damaged.doubled-article") && !rules.contains("house.utilize"))
  }

  @Test func optionsChooseRules() throws {
    let text = request("They utilize teh rest.")
    #expect(try JSONText(batch(text, "--ignore", "house.teh").out)["diagnostics"].list.count == 1)
    #expect(
      try JSONText(batch(text, "--rule", "house.utilize=error").out)["diagnostics"].list.first?["severity"].string
        == "error")
  }

  @Test func batchFindsWhatLintFinds() throws {
    let project = try Project(configuration: nil)
    let text = "He emphatically stated that the the losses came to 1,5 milliard dollars.\n"
    let lint = try project.calque(["-", "--isolated", "--format", "ndjson"], input: Array(text.utf8))
    let batch = try project.calque(["batch"], input: Array(request(text).utf8))
    let linted = try JSONText.objects(inLines: lint.out)
    let found = try JSONText(batch.out)["diagnostics"].list
    #expect(!found.isEmpty)
    for key in ["rule", "severity", "message", "start", "end", "line", "column", "fixes", "related"] {
      #expect(linted.map { $0[key] } == found.map { $0[key] }, "\(key)")
    }
  }

  /// Answers come while the stream is open, so that a script can wait for one before it asks again.
  @Test func eachRequestIsAnsweredAtOnce() throws {
    let project = try Project()
    let script = """
      mkfifo in out
      '\(try Executable.path())' batch <in >out &
      exec 3>in 4<out
      for n in 1 2 3; do echo "{\\"id\\":$n,\\"text\\":\\"They use it.\\"}" >&3; read -r line <&4; echo "$line"; done
      exec 3>&-
      wait
      """
    let run = try CommandRun.run(
      "/bin/sh", ["-c", script], in: project.folder.path, environment: ["PATH=/usr/bin:/bin"], limit: 60)
    #expect(run.status == 0, "\(run.error)")
    #expect(try JSONText.objects(inLines: run.out).map { $0["id"].int } == [1, 2, 3])
  }

  #if os(Linux)
    /// 64 times as many requests must not need much more memory.
    @Test func memoryDoesNotGrowWithTheStream() throws {
      let project = try Project()
      let line = request(String(repeating: "They walk along the river. ", count: 400))
      func peak(_ count: Int) throws -> Int {
        let run = try CommandRun.run(
          Executable.path(), ["batch", "--select", "damaged.doubled-article", "--jobs", "1"], in: project.folder.path,
          input: Array(String(repeating: line, count: count).utf8), measuresMemory: true)
        #expect(run.status == 0 && run.lines.count == count)
        return run.peakMemory
      }
      let few = try peak(32)
      let many = try peak(2048)
      #expect(few > 0)
      #expect(many < few + 64 << 20, "\(few) and \(many) bytes for 11 kB lines")
    }
  #endif
}
