import CalqueFiles
import ArgumentParser

/// Loads the rules; files that cannot be used end the run with code 2, after all messages.
func loadLibrary(adding files: [String] = [], rulesFrom: String?) throws -> RuleLibrary {
  do throws(LibraryError) {
    if let rulesFrom { return try RuleLibrary(adding: [rulesFrom], replacesBuiltin: true) }
    return try RuleLibrary(adding: files)
  } catch {
    for message in error.messages { Console.writeError(message + "\n") }
    throw ExitCode(2)
  }
}
