import CalqueTestSupport

/// A text with what is to be found in it, from `Fixtures/cases`.
///
/// Markdown: a heading, a sentence on what the case shows, and fenced blocks. A block whose info string ends with a file
/// name is that file; `⟦1:words⟧` in it marks a place. The block `options` holds options, one a line. The block `expect`
/// holds a line for each finding, `1 warning group.rule: Message.`, and the exit code.
struct CaseFile {
  /// A file of the case.
  struct File {
    let name: String
    let text: String
  }
  /// A marked place: UTF-8 bytes of the text without marks.
  struct Mark: Hashable {
    let file: String
    let start: Int
    let end: Int
  }
  /// A case that is not written as it should be.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var title = ""
  private(set) var files: [File] = []
  private(set) var marks: [Mark: Int] = [:]
  private(set) var options: [String] = []
  private(set) var expected: [String] = []
  private let lines: [Substring]
  private var expectation: Range<Int>?

  /// Reads a case.
  init(_ text: String) throws {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix("# "), title.isEmpty { title = String(line.dropFirst(2)) }
      let fence = line.prefix { $0 == "`" }
      guard fence.count >= 3 else { continue }
      guard let end = lines[index...].firstIndex(of: fence) else { throw Malformed(description: "an open block") }
      try add(info: line.dropFirst(fence.count).split(separator: " ").map(String.init), content: index..<end)
      index = end + 1
    }
    guard !title.isEmpty, !files.isEmpty, expectation != nil else {
      throw Malformed(description: "a case has a title, a file and what to expect")
    }
  }

  private mutating func add(info: [String], content: Range<Int>) throws {
    guard let last = info.last else { throw Malformed(description: "a block without a name") }
    if last == "expect" {
      expectation = content
      expected = lines[content].map(String.init)
    } else if last == "options" {
      options = lines[content].map(String.init)
    } else {
      try addFile(last, lines[content].joined(separator: "\n") + "\n")
    }
  }

  private mutating func addFile(_ name: String, _ marked: String) throws {
    var text = ""
    var open: [(number: Int, start: Int)] = []
    var rest = marked[...]
    while let character = rest.popFirst() {
      if character == "⟦" {
        let digits = rest.prefix(while: \.isNumber)
        guard let number = Int(digits), rest.dropFirst(digits.count).first == ":" else {
          throw Malformed(description: "a mark without a number in \(name)")
        }
        rest = rest.dropFirst(digits.count + 1)
        open.append((number, text.utf8.count))
      } else if character == "⟧" {
        guard let mark = open.popLast() else { throw Malformed(description: "a mark that was not opened in \(name)") }
        marks[Mark(file: name, start: mark.start, end: text.utf8.count)] = mark.number
      } else {
        text.append(character)
      }
    }
    guard open.isEmpty else { throw Malformed(description: "an open mark in \(name)") }
    files.append(File(name: name, text: text))
  }

  /// The text of the case with another expectation.
  func rewritten(expecting found: [String]) -> String {
    guard let expectation else { return lines.joined(separator: "\n") }
    var result = lines.map(String.init)
    result.replaceSubrange(expectation, with: found)
    return result.joined(separator: "\n")
  }

  /// Runs the program on the files and says what it found, in the form of the expectation.
  ///
  /// A finding at a place without a mark starts with `?` and the words.
  func run() throws -> [String] {
    let project = try Project(configuration: nil)
    for file in files { try project.folder.write(file.text, to: file.name) }
    if !files.contains(where: { $0.name == ".calque.yaml" }) {
      try project.folder.write("root: true\n", to: ".calque.yaml")
    }
    let run = try project.calque(["lint", "--format", "json", "."] + options)
    var found: [String] = []
    if !run.out.isEmpty {
      for file in try JSONText(run.out)["files"].list {
        found += file["diagnostics"].list.map { line($0, file["path"].string ?? "") }
        found += file["problems"].list.map {
          "- \($0["code"].string ?? "") in \(file["path"].string ?? ""): \($0["message"].string ?? "")"
        }
      }
    }
    let messages = run.error.split(separator: "\n").filter { $0.contains("error:") }
    return found + messages.map(String.init) + ["exit \(run.status)"]
  }

  private func line(_ finding: JSONText, _ path: String) -> String {
    let start = finding["start"].int ?? 0
    let end = finding["end"].int ?? 0
    let text = files.first { $0.name == path }.map { Array($0.text.utf8) } ?? []
    let place =
      marks[Mark(file: path, start: start, end: end)].map(String.init)
      ?? "?\(path) “\(String(decoding: text[min(start, text.count)..<min(end, text.count)], as: UTF8.self))”"
    let fixes = finding["fixes"].list.compactMap { $0["title"].string }
    let fix = fixes.isEmpty ? "" : " [\(fixes.joined(separator: "; "))]"
    let name = "\(finding["severity"].string ?? "") \(finding["rule"].string ?? "")"
    return "\(place) \(name): \(finding["message"].string ?? "")\(fix)"
  }
}
