import CalqueDocument
import CalqueFiles
import CalqueRuleFiles
import CalqueRules

// Called by the build: compiles a folder of rules into a Swift source file.
//   calque-embed RULES OUTPUT

func stop(_ messages: [String], code: Int32) -> Never {
  for message in messages { Console.writeError(message + "\n") }
  exitProcess(code)
}

guard CommandLine.arguments.count == 3 else { stop(["usage: calque-embed RULES OUTPUT"], code: 2) }
let collected = RuleFileCollector.files(at: CommandLine.arguments[1])
let loaded = PackLoader.load(
  collected.files, root: collected.root, standard: .complete, tokenize: try PhraseTokenizer())
let messages = collected.messages + loaded.issues.map(\.description)
if !messages.isEmpty { stop(messages, code: 1) }
var blob = BlobWriter()
loaded.pack.write(to: &blob)
do throws(FileError) {
  try FileSystem().write(SwiftLiteral.source(name: "embeddedRules", text: blob.text), to: CommandLine.arguments[2])
} catch {
  stop(["\(error.path): error: \(error.reason)"], code: 1)
}
