/// The folded forms that a rule set names, numbered from 1.
///
/// Frozen and shared by all workers; an `Interner` adds the other forms of one document on top.
package struct Vocabulary: Sendable {
  fileprivate var forms = FormTable()

  /// A vocabulary with no forms.
  package init() {}

  /// A vocabulary with no forms and room for some, so that it need not grow.
  package init(minimumCapacity count: Int) { forms = FormTable(minimumCapacity: count) }

  /// Number of forms.
  package var count: Int { forms.count }

  /// The number of a folded form, which is added when it is new.
  package mutating func intern(_ folded: some Sequence<UInt8>) -> Symbol {
    Array(folded).withUnsafeBytes { forms.intern(folded: $0) }
  }

  /// The number of a folded form, which is added when it is new.
  package mutating func intern(_ folded: String) -> Symbol {
    var folded = folded
    return folded.withUTF8 { forms.intern(folded: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a folded form; `Symbol.none` when no rule names it.
  package func symbol(of folded: String) -> Symbol {
    var folded = folded
    return folded.withUTF8 { forms.find(folded: UnsafeRawBufferPointer($0)) }
  }

  /// The text of a form; empty for a symbol that is not in the vocabulary.
  package func text(of symbol: Symbol) -> String {
    String(decoding: forms.bytes(of: symbol), as: UTF8.self)
  }
}

/// Numbers the folded forms of one document on top of a vocabulary.
///
/// One per worker.
package struct Interner: ~Copyable {
  /// The forms that rules name.
  package let base: Vocabulary
  private var forms: FormTable

  /// How many forms of documents are kept in memory between documents.
  private static let keptForms = 1 << 18

  /// An interner over a rule set's forms.
  package init(_ base: Vocabulary) {
    self.base = base
    self.forms = base.forms
  }

  /// Forgets the forms of the last document.
  ///
  /// - Complexity: O(*n*) in those forms.
  package mutating func reset() {
    if forms.count > base.count + Self.keptForms {
      forms = base.forms
    } else {
      forms.removeForms(above: base.count)
    }
  }

  /// Number of forms known now: those of the rules and those of the document.
  package var count: Int { forms.count }

  /// The number of a folded form.
  @inline(__always)
  package mutating func symbol(of folded: UnsafeRawBufferPointer) -> Symbol {
    forms.intern(folded: folded)
  }

  /// The number of an ASCII word inside a text with its letters made small.
  ///
  /// - Precondition: `range` lies inside the text.
  @inline(__always)
  package mutating func symbol(ofASCII range: Range<Int>, in text: UnsafeRawBufferPointer) -> Symbol {
    forms.intern(ascii: range, of: text)
  }
}
