import CalqueFiles
import ArgumentParser
import CalqueFormats
import CalqueLinter
import CalqueReporting
import CalqueRules
import CalqueText

/// `calque batch`: a filter for scripts and clusters.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Read requests as JSON lines, write findings as JSON lines.",
    discussion: """
      One request a line: {"id": any, "text": string, "path": string, "format": "text" or "markdown", "language": "en", \
      "source": "ru"}; all but the text may be left out. Exactly one response a line, in the same order:

        {"id": …, "words": …, "sentences": …, "evidence": null, "diagnostics": […], "error": null}

      Offsets are UTF-8 bytes of the text, half-open. A line that cannot be read gives a response with an error; the \
      stream goes on, and the exit code is 0 when it was read to its end. No configuration file is looked for.
      """)

  @OptionGroup var choice: RuleChoice
  @Option(help: "A configuration file whose rules, levels and terms hold.") var config: String?
  @Option(name: [.short, .long], help: "Threads at most; default: as many as the machine has cores.") var jobs: Int?
  @Option(name: .customLong("rules-from"), help: .hidden) var rulesFrom: String?

  func run() throws {
    let sets = try BatchSets(choice: choice, config: config, rulesFrom: rulesFrom)
    let jobs = try positive(jobs, "--jobs") ?? Console.processorCount
    var reader = LineReader()
    while let first = reader.next() {
      var lines = [first]
      var byteCount = first.count
      while byteCount < 1 << 22, lines.count < 4096, reader.hasInput, let line = reader.next() {
        lines.append(line)
        byteCount += line.count
      }
      let responses = OrderedParallel.map(
        lines, jobs: jobs, makeScratch: { BatchWorker(sets) }, { worker, line in worker.response(to: line) })
      for response in responses { Console.writeOut(response) }
    }
  }
}

/// Answers batch requests.
///
/// One per thread.
struct BatchWorker {
  private let sets: BatchSets
  private var workers: [String: LintWorker] = [:]

  init(_ sets: BatchSets) { self.sets = sets }

  /// The response to a request line, with its line feed.
  mutating func response(to line: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    do throws(BatchRequestError) {
      let request = try BatchRequest(json: line)
      respond(to: request, into: &json)
    } catch {
      json.object { json in
        json.key("id")
        json.null()
        json.member("error", error.message)
      }
    }
    return json.bytes + [0x0A]
  }

  private mutating func respond(to request: BatchRequest, into json: inout JSONWriter) {
    let source = SourceText(request.text)
    let key = request.source ?? ""
    var worker = workers.removeValue(forKey: key) ?? sets.worker(source: request.source)
    let result = worker.lint(source, format: request.format, options: request.options)
    workers[key] = worker
    json.object { json in
      json.key("id")
      json.raw(request.id.json.utf8)
      json.member("words", result.wordCount)
      json.member("sentences", result.sentenceCount)
      json.key("evidence")
      json.null()
      json.array("diagnostics") { json in
        let file = FileReport(path: "", source: source, diagnostics: result.diagnostics)
        var writer = DiagnosticJSON(file, detail: .protocolFields)
        for diagnostic in result.diagnostics { writer.write(diagnostic, into: &json) }
      }
      json.key("error")
      json.null()
    }
  }
}
