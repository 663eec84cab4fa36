import CalqueRules

/// The checks that come with Calque, by the names that rule files use.
package enum StandardChecks {
  /// The registry of all of them.
  package static let registry = CheckRegistry([
    "superlative": { (compiler) throws(CheckError) in try SuperlativeCheck(&compiler) }
  ])
}
