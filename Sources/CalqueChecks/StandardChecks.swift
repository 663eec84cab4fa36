import CalqueRules

/// The checks that come with Calque, by the names that rule files use.
package enum StandardChecks {
  /// The registry of all of them.
  package static let registry = CheckRegistry([
    "doubled-sentence": { compiler throws(CheckError) in try DoubledSentence(&compiler) },
    "homoglyph": { compiler throws(CheckError) in try Homoglyph(&compiler) },
    "house-names": { compiler throws(CheckError) in try HouseNames(&compiler) },
    "name-variants": { compiler throws(CheckError) in try NameVariants(&compiler) },
    "quotation-colon": { compiler throws(CheckError) in try QuotationColon(&compiler) },
    "superlative": { compiler throws(CheckError) in try SuperlativeCheck(&compiler) },
  ])
}
