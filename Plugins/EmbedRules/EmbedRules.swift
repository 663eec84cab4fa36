import Foundation
import PackagePlugin

/// Compiles `Rules/` into one Swift file, so that the binary carries its rules and reads no YAML when it starts.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltinRules+Data.swift")
    return [
      .buildCommand(
        displayName: "Embedding the rules of \(rules.path())",
        executable: try context.tool(named: "calque-embed").url,
        arguments: [rules.path(), output.path()],
        inputFiles: files(below: rules), outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let all = enumerator?.compactMap { $0 as? URL } ?? []
    return all.filter { ["yaml", "tsv"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }
}
