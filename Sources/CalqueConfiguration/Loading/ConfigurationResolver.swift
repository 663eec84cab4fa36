import CalqueYAML

/// Which configuration files count.
package enum ConfigurationMode: Hashable, Sendable {
  /// Those next to and above each linted file.
  case discovered
  /// This one alone, with what it extends; an absolute, normalized path.
  case file(String)
  /// None.
  case isolated
}

/// Finds, reads and merges the configuration of every path, each file and folder once.
///
/// Discovery goes from the folder of the linted file upward and takes every `.calque.yaml`, the nearest the strongest. It
/// stops after a folder with `.git`, after a file with `root: true`, or at the root of the file system. Errors do not
/// stop it: whatever could be read counts, and `errors` says that something is wrong.
package struct ConfigurationResolver: Sendable {
  /// The name of a configuration file.
  package static let fileName = ".calque.yaml"

  /// Everything that is wrong with the files read so far.
  package private(set) var errors: [ConfigurationError] = []
  /// The different settings handed out so far; `settingsIndex` gives the index.
  package private(set) var settings: [Settings] = []

  private let files: any ConfigurationFiles
  private let mode: ConfigurationMode
  private let workingFolder: String
  private let commandLine: PathValues
  private let commandLineRun: RunValues
  /// Merged configurations without and with the command line.
  private var configurations: [(own: Configuration, full: Configuration)] = []
  private var indexOfFolder: [PathKey: Int] = [:]
  private var parsed: [PathKey: ConfigFile] = [:]
  private var indexOfSettings: [Settings: Int] = [:]
  private var indexOfLayers: [LayersKey: Int] = [:]

  /// A resolver that has read nothing yet.
  ///
  /// - Parameters:
  ///   - files: the file system.
  ///   - mode: which files count.
  ///   - workingFolder: absolute and normalized; the patterns of a file given by `.file` are seen from here.
  ///   - commandLine: the strongest layer.
  ///   - run: what the command line says about the whole run.
  package init(
    files: any ConfigurationFiles, mode: ConfigurationMode, workingFolder: String, commandLine: PathValues = .init(),
    run: RunValues = .init()
  ) {
    self.files = files
    self.mode = mode
    self.workingFolder = workingFolder
    self.commandLine = commandLine
    commandLineRun = run
    var configuration = Configuration()
    if case .file(let path) = mode {
      if files.exists(path) {
        load(path, base: workingFolder, into: &configuration)
      } else {
        let name = Path.relative(path, to: workingFolder)
        errors.append(ConfigurationError("The file “\(name)” does not exist.", .commandLine("--config")))
      }
    }
    _ = add(configuration)
  }

  /// The configuration of the files in a folder, the command line included.
  ///
  /// - Parameter folder: absolute and normalized.
  /// - Complexity: O(1) for a folder that was asked for before, otherwise one look at each folder above not seen yet.
  package mutating func configuration(ofFolder folder: String) -> Configuration {
    configurations[index(ofFolder: folder)].full
  }

  /// The index in `settings` of the settings of a file.
  ///
  /// - Parameter path: the file, absolute and normalized; it need not exist.
  /// - Complexity: as for `configuration(ofFolder:)`, plus the overrides whose patterns must be tried.
  package mutating func settingsIndex(forFile path: String) -> Int {
    let index = index(ofFolder: Path.parent(path) ?? "/")
    let configuration = configurations[index].full
    let matching = configuration.layers.indices.filter { layer in
      configuration.layers[layer].files?.covers(path) ?? false
    }
    let key = LayersKey(configuration: index, overrides: matching)
    if let known = indexOfLayers[key] { return known }
    let settings = configuration.settings(for: path)
    let result = indexOfSettings[settings] ?? self.settings.count
    if result == self.settings.count { self.settings.append(settings) }
    indexOfSettings[settings] = result
    indexOfLayers[key] = result
    return result
  }

  /// The settings of a file.
  ///
  /// - Parameter path: the file, absolute and normalized; it need not exist.
  package mutating func settings(forFile path: String) -> Settings {
    settings[settingsIndex(forFile: path)]
  }

  /// The different lists of the user's rule files that the configurations read so far name.
  package var ruleFileLists: [[String]] {
    var lists: [[String]] = []
    for configuration in configurations {
      let list = Settings([], ruleFiles: configuration.full.ruleFiles.map(\.value)).ruleFiles
      if !lists.contains(list) { lists.append(list) }
    }
    return lists
  }

  /// Adds an error for every name in the configurations read so far, and on the command line, that is not known.
  package mutating func checkNames(_ known: KnownNames) {
    for configuration in configurations {
      report(configuration.full.nameErrors(known))
    }
  }

  private mutating func report(_ new: [ConfigurationError]) {
    for error in new where !errors.contains(error) { errors.append(error) }
  }

  private mutating func add(_ configuration: Configuration) -> Int {
    var full = configuration
    if commandLine != PathValues() { full.layers.append(ConfigurationLayer(commandLine)) }
    full.run = commandLineRun.over(full.run)
    configurations.append((configuration, full))
    return configurations.count - 1
  }

  // MARK: Discovery

  private mutating func index(ofFolder folder: String) -> Int {
    guard mode == .discovered else { return 0 }
    var unknown: [(folder: String, file: ConfigFile?)] = []
    var known = 0
    var next: String? = folder
    while let folder = next {
      if let index = indexOfFolder[PathKey(folder)] {
        known = index
        break
      }
      let file = file(Path.joined(folder, Self.fileName))
      unknown.append((folder, file))
      let isBoundary = file?.isRoot == true || files.exists(Path.joined(folder, ".git"))
      next = isBoundary ? nil : Path.parent(folder)
    }
    for (folder, file) in unknown.reversed() {
      if let file {
        var configuration = configurations[known].own
        load(file.path, base: folder, into: &configuration)
        known = add(configuration)
      }
      indexOfFolder[PathKey(folder)] = known
    }
    return known
  }

  // MARK: Reading

  /// The content of a file; nil when it is not there.
  ///
  /// A file that cannot be read counts as empty.
  private mutating func file(_ path: String) -> ConfigFile? {
    if let file = parsed[PathKey(path)] { return file }
    do throws(ConfigurationReadError) {
      guard let bytes = try files.contents(of: path) else { return nil }
      let (file, errors) = parseConfigFile(bytes, path: path)
      parsed[PathKey(path)] = file
      report(errors)
      return file
    } catch {
      report([ConfigurationError("The file cannot be read: \(error.reason).", .file(path, .start))])
      parsed[PathKey(path)] = ConfigFile(path: path)
      return parsed[PathKey(path)]
    }
  }

  /// Adds a file after the files that it extends.
  private mutating func load(_ path: String, base: String, into configuration: inout Configuration) {
    var added: Set<PathKey> = []
    load(path, base: base, chain: [], added: &added, into: &configuration)
  }

  private mutating func load(
    _ path: String, base: String, chain: [String], added: inout Set<PathKey>, into configuration: inout Configuration
  ) {
    guard let file = file(path) else { return }
    let chain = chain + [path]
    for parent in file.extends {
      if let start = chain.firstIndex(where: { PathKey($0) == PathKey(parent.value) }) {
        let names = (chain[start...] + [parent.value]).map { Path.relative($0, to: workingFolder) }
        report([ConfigurationError("The file extends itself: \(names.joined(separator: " → ")).", parent.origin)])
      } else if chain.count > Self.maximumExtends {
        report([ConfigurationError("More than \(Self.maximumExtends) files extend each other.", parent.origin)])
      } else if !files.exists(parent.value) {
        let name = Path.relative(parent.value, to: workingFolder)
        report([ConfigurationError("The file “\(name)” does not exist.", parent.origin)])
      } else if !added.contains(PathKey(parent.value)) {
        load(parent.value, base: base, chain: chain, added: &added, into: &configuration)
      }
    }
    added.insert(PathKey(path))
    configuration.add(file, base: base)
  }

  private static let maximumExtends = 32
}

/// What decides about settings: a configuration and the overrides in it that match.
private struct LayersKey: Hashable {
  let configuration: Int
  let overrides: [Int]
}
