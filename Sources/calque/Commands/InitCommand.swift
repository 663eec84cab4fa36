import ArgumentParser
import CalqueFiles

/// `calque init`: writes a commented configuration.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented .calque.yaml in this folder.")

  @Flag(help: "Overwrite a file that is there.") var force = false
  @Flag(help: "Print the file instead of writing it.") var print = false

  func run() throws {
    if print { return Console.writeOut(ConfigurationTemplate.text) }
    let path = ".calque.yaml"
    let files = FileSystem()
    if !force, files.kind(of: path, followsLinks: false) != nil {
      throw ValidationError("\(path) is there already; --force overwrites it, --print shows the template")
    }
    do throws(FileError) {
      try files.write(Array(ConfigurationTemplate.text.utf8), to: path)
    } catch {
      throw FatalProblem("\(path): \(error.reason)")
    }
    Console.writeError("wrote \(path); “calque rules” lists what you can choose from\n")
  }
}
