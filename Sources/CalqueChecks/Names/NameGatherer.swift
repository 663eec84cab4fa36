import CalqueDocument
import CalqueText

/// Gathers the names of a document in one pass over its tokens.
struct NameGatherer {
  /// Longer runs of capitalized words are headlines, not names.
  private static let maximumRun = 6

  private let document: Document
  private let lexicon: NameLexicon
  private let bytes: UnsafeBufferPointer<UInt8>
  /// For each symbol, whether it occurs in lower case.
  private let isLowerCase: [Bool]
  private var index = NameIndex()
  private var formOfSymbol: [Symbol: Int] = [:]
  private var formOfSpelling: [UInt64: Int] = [:]
  private var letters: [UInt8] = []
  private var key: [UInt8] = []
  // Bits as stored values: sets of options from another module are not specialized in this loop.
  private let codeByte = Scope([.code, .url]).inlineByte
  private let capitalBit = TokenFlags.capitalized.rawValue
  private let caseBits = TokenFlags.capitalized.rawValue | TokenFlags.allCaps.rawValue
  private let spaceBit = TokenFlags.afterSpace.rawValue
  private var runStart = 0
  /// The token after the last word of the open run.
  private var runEnd = -1

  /// The names of a document.
  ///
  /// - Complexity: O(*n*) in tokens.
  static func names(in document: Document, _ lexicon: NameLexicon) -> NameIndex {
    document.plain.withUnsafeBufferPointer { bytes in
      var gatherer = NameGatherer(document, lexicon, bytes)
      for sentence in document.sentences { gatherer.gather(sentence.tokens) }
      return gatherer.index
    }
  }

  private init(_ document: Document, _ lexicon: NameLexicon, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.document = document
    self.lexicon = lexicon
    self.bytes = bytes
    let highest = document.tokens.reduce(0) { max($0, $1.symbol.value) }
    var isLowerCase = [Bool](repeating: false, count: Int(highest) + 1)
    for token in document.tokens where token.kind == .word && token.flags.rawValue & capitalBit == 0 {
      isLowerCase[Int(token.symbol.value)] = true
    }
    self.isLowerCase = isLowerCase
  }

  private mutating func gather(_ sentence: Range<Int>) {
    var position = sentence.lowerBound
    var isInitial = true
    runEnd = -1
    while position < sentence.upperBound {
      if let next = readKorean(at: position, sentence) {
        closeRun()
        position = next
        isInitial = false
      } else if let next = readWord(at: position, sentence, isInitial) {
        position = next
        isInitial = false
      } else {
        let token = document.tokens[position]
        if token.kind != .punctuation { isInitial = false }
        if runEnd != position || !lexicon.particles.contains(token.symbol) {
          closeRun()
        } else {
          runEnd = position + 1
        }
        position += 1
      }
    }
    closeRun()
  }

  private mutating func closeRun() {
    let count = index.words.count - runStart
    if count > Self.maximumRun {
      index.words.removeSubrange(runStart...)
    } else if count > 0 {
      index.runs.append(runStart..<index.words.count)
    }
    runStart = index.words.count
    runEnd = -1
  }

  private func isNamePart(_ token: Token) -> Bool {
    token.kind == .word && token.flags.rawValue & caseBits == capitalBit && token.script == .latin
      && token.inline & codeByte == 0
  }

  /// True when a token is a hyphen with no space on either side.
  private func isJoint(_ position: Int, _ end: Int) -> Bool {
    guard position + 1 < end else { return false }
    let token = document.tokens[position]
    let next = document.tokens[position + 1]
    return token.kind == .punctuation && (token.flags.rawValue | next.flags.rawValue) & spaceBit == 0
      && next.kind == .word && isHyphen(token.range)
  }

  private func isHyphen(_ range: ByteRange) -> Bool {
    let slice = bytes[range.indices]
    return slice.elementsEqual([0x2D]) || slice.elementsEqual([0xE2, 0x80, 0x90])
      || slice.elementsEqual([0xE2, 0x80, 0x91])
  }

  /// Reads a word and what hyphens join to it; nil where no name word starts.
  private mutating func readWord(at position: Int, _ sentence: Range<Int>, _ isInitial: Bool) -> Int? {
    var first = position
    if isJoint(first + 1, sentence.upperBound), lexicon.articles.contains(document.tokens[first].symbol) { first += 2 }
    guard isNamePart(document.tokens[first]) else { return nil }
    var end = first + 1
    while isJoint(end, sentence.upperBound) { end += 2 }
    let form: Int?
    if end == first + 1 {
      let symbol = document.tokens[first].symbol
      form = formOfSymbol[symbol] ?? intern(first..<end)
      if let form { formOfSymbol[symbol] = form }
    } else {
      form = intern(first..<end)
    }
    guard let form else { return nil }
    if runEnd != position { closeRun() }
    let range = nameRange(first..<end)
    index.words.append(NameWord(range: range, form: form, isInitial: isInitial && first == position))
    runEnd = range.upper == document.tokens[end - 1].range.upper ? end : -1
    return end
  }

  /// The bytes of some tokens without a possessive ending.
  private func nameRange(_ tokens: Range<Int>) -> ByteRange {
    let range = document.range(ofTokens: tokens)
    return ByteRange(range.lower, range.upper - UInt32(Possessive.length(of: bytes[range.indices])))
  }

  private mutating func intern(_ tokens: Range<Int>) -> Int? {
    letters.removeAll(keepingCapacity: true)
    let range = nameRange(tokens)
    guard LatinFolding.append(bytes[range.indices], to: &letters), !letters.isEmpty else { return nil }
    let spelling = spellingHash(of: range)
    if let known = formOfSpelling[spelling] { return known }
    let isOrdinary = tokens.allSatisfy {
      let symbol = document.tokens[$0].symbol
      return document.tokens[$0].kind == .punctuation || lexicon.ordinary.contains(symbol)
        || isLowerCase[Int(symbol.value)]
    }
    let form = NameForm(
      spelling: spelling, plain: StableHash.of(letters),
      keys: (keyHash(.likeY), keyHash(.likeZh)), letterCount: letters.count, isOrdinary: isOrdinary)
    index.forms.append(form)
    formOfSpelling[spelling] = index.forms.count - 1
    return index.forms.count - 1
  }

  private mutating func keyHash(_ reading: RomanizationKey.Reading) -> UInt64 {
    key.removeAll(keepingCapacity: true)
    RomanizationKey.append(letters[...], reading: reading, to: &key)
    return StableHash.of(key)
  }

  /// The hash of a spelling: ASCII letters in lower case, hyphens left out, apostrophes straight.
  private func spellingHash(of range: ByteRange) -> UInt64 {
    var hash = StableHash()
    var position = Int(range.lower)
    while position < Int(range.upper) {
      let byte = bytes[position]
      if byte == 0xE2, position + 2 < Int(range.upper), bytes[position + 1] == 0x80 {
        if bytes[position + 2] == 0x99 || bytes[position + 2] == 0x98 { hash.add(0x27) }
        position += 3
        continue
      }
      if byte != 0x2D { hash.add(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) }
      position += 1
    }
    return hash.value
  }

  /// Reads a Korean name of three parts; nil where none starts.
  private mutating func readKorean(at position: Int, _ sentence: Range<Int>) -> Int? {
    guard isNamePart(document.tokens[position]), let surname = lexicon.surnames[document.tokens[position].symbol]
    else { return nil }
    var key = [surname]
    var end = position + 1
    for _ in 0..<2 {
      let isJoined = isJoint(end, sentence.upperBound)
      if isJoined { end += 1 }
      guard end < sentence.upperBound, document.tokens[end].kind == .word,
        isJoined || (isNamePart(document.tokens[end]) && document.tokens[end].flags.contains(.afterSpace)),
        appendSyllable(end, to: &key)
      else { return nil }
      end += 1
    }
    if isJoint(end, sentence.upperBound) { return nil }
    let range = nameRange(position..<end)
    letters.removeAll(keepingCapacity: true)
    for token in position..<end {
      guard LatinFolding.append(bytes[nameRange(token..<token + 1).indices], to: &letters) else { return nil }
      // Kim Jong-un and Kim Jong Un are two spellings.
      if document.tokens[token].kind != .word { letters.append(UInt8(ascii: "-")) }
    }
    index.koreanNames.append(KoreanName(range: range, spelling: StableHash.of(letters), key: key))
    return end
  }

  private mutating func appendSyllable(_ token: Int, to key: inout [UInt8]) -> Bool {
    letters.removeAll(keepingCapacity: true)
    guard LatinFolding.append(bytes[nameRange(token..<token + 1).indices], to: &letters) else { return false }
    return KoreanSyllable.append(letters[...], to: &key)
  }
}

/// The ending of the genitive.
enum Possessive {
  /// Number of bytes of `'s` or of a closing `'` at the end of a word; 0 when there is none.
  static func length(of word: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
    if word.suffix(2).elementsEqual([0x27, 0x73]) { return 2 }
    if word.suffix(4).elementsEqual([0xE2, 0x80, 0x99, 0x73]) { return 4 }
    return 0
  }
}
