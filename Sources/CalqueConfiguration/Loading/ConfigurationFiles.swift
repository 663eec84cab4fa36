/// Why a file could not be read; the text of the system.
package struct ConfigurationReadError: Error, Hashable {
  /// What the system says: “Permission denied”.
  package let reason: String

  /// An error with its reason.
  package init(_ reason: String) { self.reason = reason }
}

/// What the configuration needs of a file system.
package protocol ConfigurationFiles: Sendable {
  /// The content of a file; nil when nothing is there.
  ///
  /// - Parameter path: absolute and normalized.
  func contents(of path: String) throws(ConfigurationReadError) -> [UInt8]?

  /// True when a file or a folder is there.
  ///
  /// - Parameter path: absolute and normalized.
  func exists(_ path: String) -> Bool
}
