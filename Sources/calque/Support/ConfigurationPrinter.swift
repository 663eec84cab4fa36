import CalqueConfiguration
import CalqueFiles

/// `--print-config`: the configuration of a file, with the origin of every key.
enum ConfigurationPrinter {
  static func print(_ path: String, resolver: consuming ConfigurationResolver) throws {
    var resolver = resolver
    let folder = Console.currentDirectory
    let absolute = Path.normalized(Path.joined(folder, path))
    let configuration = resolver.configuration(ofFolder: Path.parent(absolute) ?? "/")
    try report(resolver.errors)
    Console.writeOut(configuration.printed(for: absolute, relativeTo: folder))
  }
}
