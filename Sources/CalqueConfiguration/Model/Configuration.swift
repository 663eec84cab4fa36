import CalqueText

/// One layer of a configuration: values for every file or for some.
package struct ConfigurationLayer: Sendable {
  /// The files it is for; nil for every file.
  package let files: FileGlobs?
  /// The patterns as written; empty for every file.
  package let patterns: [Sourced<String>]
  /// The values.
  package let values: PathValues

  /// A layer for every file.
  package init(_ values: PathValues) {
    files = nil
    patterns = []
    self.values = values
  }

  /// A layer for the files of an override.
  package init(_ override: ConfigOverride, base: String) {
    files = FileGlobs(override.files.map(\.value), base: base)
    patterns = override.files
    values = override.values
  }
}

/// The merged configuration of a folder: layers in the order of their strength, with origins.
///
/// Weakest first: the files that a configuration extends, the configuration itself, each followed by its overrides; so
/// from the root folder down to the nearest configuration; then the command line.
package struct Configuration: Sendable {
  /// Absolute paths of the files that took part, the weakest first.
  package var files: [String] = []
  /// The layers, the weakest first.
  package var layers: [ConfigurationLayer] = []
  /// What holds for a whole run, when this is the configuration of the working folder.
  package var run = RunValues()
  /// What is left out, as written, the weakest first.
  package var excludePatterns: [Sourced<String>] = []
  /// What is left out, the weakest first.
  package var exclude: [FileGlobs] = []
  /// Absolute paths of files and folders with the user's own rules.
  package var ruleFiles: [Sourced<String>] = []

  /// A configuration that says nothing.
  package init() {}

  /// Adds a file as the strongest layer.
  ///
  /// - Parameter base: the folder that the file's patterns are seen from.
  package mutating func add(_ file: ConfigFile, base: String) {
    files.append(file.path)
    if file.values != PathValues() { layers.append(ConfigurationLayer(file.values)) }
    layers += file.overrides.map { ConfigurationLayer($0, base: base) }
    run = file.run.over(run)
    ruleFiles += file.ruleFiles
    if !file.exclude.isEmpty {
      excludePatterns += file.exclude
      exclude.append(FileGlobs(file.exclude.map(\.value), base: base))
    }
  }

  /// The layers that count for a file.
  ///
  /// - Parameter path: absolute and normalized.
  package func layers(for path: String) -> [ConfigurationLayer] {
    layers.filter { $0.files?.covers(path) ?? true }
  }

  /// The settings of a file.
  ///
  /// - Parameter path: absolute and normalized.
  package func settings(for path: String) -> Settings {
    Settings(layers(for: path).map(\.values), ruleFiles: ruleFiles.map(\.value))
  }

  /// True when the configuration leaves out a path or a folder that it is in.
  ///
  /// - Parameter path: absolute and normalized.
  package func excludes(_ path: String, isFolder: Bool) -> Bool {
    if exclude.isEmpty { return false }
    var folders: [String] = []
    var folder = path
    while let parent = Path.parent(folder), parent != "/" {
      folders.append(parent)
      folder = parent
    }
    return folders.reversed().contains { excludesItself($0, isFolder: true) }
      || excludesItself(path, isFolder: isFolder)
  }

  /// True when the configuration leaves out this very path; enough for a walk that comes down from above.
  ///
  /// - Parameter path: absolute and normalized.
  package func excludesItself(_ path: String, isFolder: Bool) -> Bool {
    for globs in exclude.reversed() {
      if let decision = globs.decision(path, isFolder: isFolder) { return decision == .ignored }
    }
    return false
  }

  /// The origin of a decision of the layers that count for a file; nil when no layer decided.
  ///
  /// - Parameter path: absolute and normalized.
  package func origin(of decision: RuleDecision, for path: String) -> Origin? {
    // The indices of a decision count the layers that say anything about rules.
    let layers = layers(for: path).filter { !$0.values.ruleLayer.isEmpty }
    guard let index = decision.layer, index < layers.count else { return nil }
    let values = layers[index].values
    let selector = decision.selector
    return values.levels.first { $0.value.selector == selector }?.origin
      ?? values.select?.first { $0.value == selector }?.origin ?? values.select?.first?.origin
  }
}
