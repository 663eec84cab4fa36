import CalqueDocument
import CalqueText

/// The closed list of subjects that rules have.
package enum Category: String, CaseIterable, Sendable {
  case calque, connective
  case reportingVerb = "reporting-verb"
  case article
  case falseFriend = "false-friend"
  case register, punctuation
  case numberFormat = "number-format"
  case script, untranslated, quotation, romanization, superlative
  case generatedText = "generated-text"
  case discourse
}

/// Where a rule stands in its life.
package enum RuleStatus: String, CaseIterable, Sendable {
  /// Not measured yet; speaks as a suggestion.
  case preview
  /// Measured, or certain on sight.
  case stable
  /// Runs only when selected by name.
  case deprecated
}

/// A place to read on.
package struct Reference: Hashable, Sendable {
  /// What kind of source it is.
  package enum Kind: String, CaseIterable, Sendable {
    case styleGuide = "style-guide"
    case study, corpus, standard
  }
  package let title: String
  package let kind: Kind
  package let url: String?

  /// A reference from its parts.
  package init(title: String, kind: Kind, url: String? = nil) {
    self.title = title
    self.kind = kind
    self.url = url
  }
}

/// Which places of a document a rule looks at.
package struct ScopeFilter: Hashable, Sendable {
  /// A match must have one of these; empty: no matter which.
  package let included: Scope
  /// No token of a match may have one of these.
  package let excluded: Scope

  /// A filter from its parts.
  package init(included: Scope = [], excluded: Scope = ScopeFilter.defaultExclusions) {
    self.included = included
    self.excluded = excluded
  }

  /// What no rule looks at unless it says so.
  package static let defaultExclusions: Scope = [.code, .url]

  /// True when a match in such a place counts.
  package func admits(_ scope: Scope) -> Bool {
    scope.isDisjoint(with: excluded) && (included.isEmpty || !scope.isDisjoint(with: included))
  }
}

/// The change that a rule offers.
package struct FixTemplate: Hashable, Sendable {
  /// The new text; empty: delete.
  ///
  /// Nil for `swap`, where each pattern has its own.
  package let replacement: MessageTemplate?
  /// Whether it may be applied unseen.
  package let safety: FixSafety

  /// A change from its parts.
  package init(replacement: MessageTemplate?, safety: FixSafety) {
    self.replacement = replacement
    self.safety = safety
  }
}

/// A sentence that a rule is tested with.
package struct RuleExample: Hashable, Sendable {
  /// The text without marks.
  package let text: String
  /// The marked byte ranges of `text`; none in a good example.
  package let spans: [ByteRange]
  /// The text after all fixes.
  package let fixed: String?
  /// 1-based line in the rule file.
  package let line: Int

  /// An example from its parts.
  package init(text: String, spans: [ByteRange], fixed: String?, line: Int) {
    self.text = text
    self.spans = spans
    self.fixed = fixed
    self.line = line
  }
}

/// A value that a rule file hands to a check.
package enum ParameterValue: Hashable, Sendable {
  case text(String)
  case list([String])
}

/// How a rule finds what it is about.
package enum RuleKind: Hashable, Sendable {
  case pattern([Pattern])
  case regex([RegexPattern])
  case swap([Swap])
  case repetition(Repetition)
  case density(Density)
  case consistency(Consistency)
  case metric(Metric)
  case check(name: String, parameters: [String: ParameterValue])

  /// A pattern and what stands in its place.
  package struct Swap: Hashable, Sendable {
    package let pattern: Pattern
    package let replacement: MessageTemplate
    package init(pattern: Pattern, replacement: MessageTemplate) {
      self.pattern = pattern
      self.replacement = replacement
    }
  }

  /// An expression over a block's text and the literals of which every match holds one.
  package struct RegexPattern: Hashable, Sendable {
    /// Groups up to this number may stand in messages and fixes, as `{1}`.
    package static let maximumGroup = 5
    package let expression: String
    package let literals: [String]
    package init(expression: String, literals: [String]) {
      self.expression = expression
      self.literals = literals
    }
  }

  /// The same word again.
  package struct Repetition: Hashable, Sendable {
    /// True: function words do not count.
    package let contentWordsOnly: Bool
    /// Directly after itself.
    package let isAdjacent: Bool
    /// Within so many sentences (1: the same sentence).
    package let sentences: Int
    /// Letters that the word has at least.
    package let minimumLength: Int
    package init(contentWordsOnly: Bool, isAdjacent: Bool, sentences: Int, minimumLength: Int) {
      self.contentWordsOnly = contentWordsOnly
      self.isAdjacent = isAdjacent
      self.sentences = sentences
      self.minimumLength = minimumLength
    }
  }

  /// More of something than a document bears.
  package struct Density: Hashable, Sendable {
    package let patterns: [Pattern]
    /// The rate that is still fine, per `per` words.
    package let maximum: Double
    package let per: Int
    /// Matches that a document must have at least.
    package let minimumCount: Int
    package init(patterns: [Pattern], maximum: Double, per: Int, minimumCount: Int) {
      self.patterns = patterns
      self.maximum = maximum
      self.per = per
      self.minimumCount = minimumCount
    }
  }

  /// Ways to write one thing that do not go together.
  package struct Consistency: Hashable, Sendable {
    package let variants: [[Pattern]]
    /// True: the files of a run are compared, not only one document.
    package let acrossProject: Bool
    package init(variants: [[Pattern]], acrossProject: Bool) {
      self.variants = variants
      self.acrossProject = acrossProject
    }
  }

  /// A document statistic and its bounds.
  package struct Metric: Hashable, Sendable {
    package let name: MetricName
    package let minimum: Double?
    package let maximum: Double?
    package let minimumWords: Int
    package init(name: MetricName, minimum: Double?, maximum: Double?, minimumWords: Int) {
      self.name = name
      self.minimum = minimum
      self.maximum = maximum
      self.minimumWords = minimumWords
    }
  }
}

/// The statistics that `metric` rules may bound.
package enum MetricName: String, CaseIterable, Sendable {
  /// Mean words in a sentence, headings and list items left out.
  case wordsPerSentence = "words-per-sentence"
  /// Mean words in a paragraph.
  case wordsPerParagraph = "words-per-paragraph"
  /// Commas per 1,000 words.
  case commas
  /// Words with an apostrophe that stand for two (don't, it's) per 1,000 words.
  case contractions
  /// “the” per 1,000 words.
  case definiteArticles = "definite-articles"
  /// Different words among 100 words, mean over the text.
  case vocabulary
}

/// One rule as its file says it, checked and with its patterns read.
package struct RuleDefinition: Hashable, Sendable {
  package let id: RuleID
  package let summary: String
  package let claim: Claim
  package let severity: Severity
  package let status: RuleStatus
  package let category: Category
  /// Language codes whose translation leaves this trace; empty: any.
  package let sources: [String]
  package let scope: ScopeFilter
  package let kind: RuleKind
  /// Patterns whose matches take findings away.
  package let unless: [Pattern]
  package let message: MessageTemplate
  package let fix: FixTemplate?
  /// What people read about it; unpacked when it is asked for, because linting needs none of it.
  package let documentation: PackedDocumentation
  /// The path of its file, for messages.
  package let path: String

  /// The severity at which it speaks unless a configuration says otherwise.
  package var effectiveSeverity: Severity { status == .preview ? .suggestion : severity }

  /// What reporters may know of it.
  package var description: RuleDescription {
    let documentation = documentation.unpacked
    return RuleDescription(
      id: id, summary: summary, explanation: documentation.explanation, severity: effectiveSeverity, claim: claim,
      category: category.rawValue, sources: sources, isStable: status == .stable,
      example: documentation.bad.first.map { ($0.text, $0.fixed) })
  }
}
