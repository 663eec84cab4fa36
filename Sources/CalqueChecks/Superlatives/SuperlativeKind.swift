/// What is missing from a superlative: one rule each.
package enum SuperlativeKind: String, CaseIterable, Sendable {
  /// Above all in the world, in history, ever: nobody can know.
  case universal
  /// A judgment, though its scope is finite: the finest in the city. Says who?
  case evaluative
  /// A word that admits no equal: unique, unprecedented, the only way.
  case absolute
  /// No scope at all: the largest. Of what?
  case unscoped
  /// Any of these in a quotation whose speaker is named.
  case quoted
  /// A degree on top of a degree: first ever, very unique, most unique.
  case stacked
}

/// Why a form that looks like a superlative is left alone.
///
/// The raw values are the codes of the labelling guidelines: `n` is no superlative, `h` a hedged one.
package enum SuperlativeReason: String, Sendable {
  /// Most people, at least, a most unusual day.
  case quantity = "n1"
  /// Interest, arrest; “leading” as a verb.
  case otherWord = "n2"
  /// A name, a title, an award.
  case name = "n3"
  /// Time, order and discourse: latest, most likely, first of all.
  case order = "n4"
  /// Only that limits and does not rank.
  case restrictive = "n5"
  /// A term or a fixed phrase: best practice, nearest village.
  case term = "n6"
  /// A comparison within one referent or an adverb: works best, best known for.
  case withinReferent = "n7"
  /// One of the, among the.
  case partitive = "h1"
  /// According to, said, was named.
  case attributed = "h2"
  /// Arguably, may be, known, recorded.
  case epistemic = "h3"
  /// A measure, a count or a citation stands with it.
  case measured = "h4"
  /// A finite scope and a property that can be checked, or a span of time.
  case scoped = "h5"
  /// Second-largest, largest after another.
  case rank = "h6"
  /// Negation, question, condition, aim.
  case notAsserted = "h7"
  /// Inside a quotation.
  case quoted = "h8"
  /// The best I have ever had.
  case experience = "h9"
  /// Advice, definition, the general case.
  case generic = "h10"
  /// Within what one owner has: her earliest poems.
  case ownSet = "h11"
}

/// What the classifier makes of a candidate.
package enum SuperlativeVerdict: Hashable, Sendable {
  /// An editor would ask.
  case flagged(SuperlativeKind)
  /// Left alone.
  case silent(SuperlativeReason)
}

/// One superlative that an editor would ask about.
package struct Superlative: Hashable, Sendable {
  /// What is missing.
  package let kind: SuperlativeKind
  /// The indices of its tokens: the degree and what belongs to it (world's best, best … ever).
  package let tokens: Range<Int>
}
