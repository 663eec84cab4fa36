/// The words by which a clause shows that it names a speaker.
struct SpeechVocabulary: Sendable {
  /// Verbs that report speech, in the forms that stand beside a quotation.
  private static let verbs = """
    said says say saying told tells telling asked asks added adds adding wrote writes writing stated states stating \
    noted notes noting explained explains explaining argued argues insisted insists claimed claims admitted admits \
    announced announces warned warns warning replied replies answered answers declared declares recalled recalls \
    emphasized emphasised emphasizes stressed stresses stressing concluded concludes continued continues commented \
    comments remarked remarks observed observes quipped joked shouted cried whispered tweeted posted testified \
    confirmed confirms acknowledged denied complained urged pleaded predicted suggested reported reports according \
    quoted called described calls describes thinks thought believes
    """

  private var isVerb: [Bool]

  /// Adds the words to a vocabulary; where they are in it already it is not copied.
  init(_ vocabulary: inout Vocabulary) {
    let symbols = Self.verbs.utf8.split(separator: UInt8(ascii: " ")).map { vocabulary.intern($0) }
    isVerb = Array(repeating: false, count: vocabulary.count + 1)
    for symbol in symbols { isVerb[Int(symbol.value)] = true }
  }

  /// True for a verb that reports speech.
  func isReportingVerb(_ symbol: Symbol) -> Bool {
    Int(symbol.value) < isVerb.count && isVerb[Int(symbol.value)]
  }
}
