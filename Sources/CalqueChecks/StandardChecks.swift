import CalqueRules

/// The checks that come with Calque, by the names that rule files use.
package enum StandardChecks {
  /// The registry of all of them.
  package static let registry = CheckRegistry([
    "name-variants": { compiler throws(CheckError) in try NameVariants(&compiler) }
  ])
}
