/// One entry of `overrides`: values for some files only.
package struct ConfigOverride: Hashable, Sendable {
  /// Patterns of the files it is for.
  package let files: [Sourced<String>]
  /// The values.
  package let values: PathValues
}

/// A configuration file as written, nothing merged.
package struct ConfigFile: Hashable, Sendable {
  /// The absolute path of the file.
  package let path: String
  /// Absolute paths of the files it builds on, the weakest first.
  package var extends: [Sourced<String>] = []
  /// True when no configuration of a folder above counts.
  package var isRoot = false
  /// Values for a whole run.
  package var run = RunValues()
  /// Patterns of files and folders that are left out.
  package var exclude: [Sourced<String>] = []
  /// Absolute paths of files and folders with the user's own rules.
  package var ruleFiles: [Sourced<String>] = []
  /// Values for every file.
  package var values = PathValues()
  /// Values for some files, the weakest first.
  package var overrides: [ConfigOverride] = []

  /// The content of an empty file.
  package init(path: String) { self.path = path }
}
