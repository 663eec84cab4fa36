import CalqueDocument
import CalqueText

extension Claim: BlobValue {}
extension Severity: BlobValue {}
extension FixSafety: BlobValue {}
extension Category: BlobValue {}
extension RuleStatus: BlobValue {}
extension MetricName: BlobValue {}
extension Reference.Kind: BlobValue {}

extension MessageTemplate: BlobValue {
  package func write(to blob: inout BlobWriter) { blob.write(source) }
  package init(from blob: inout BlobReader) throws(BlobError) { self.init(try blob.string()) }
}

extension Reference: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(title)
    kind.write(to: &blob)
    url.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(title: try blob.string(), kind: try Kind(from: &blob), url: try String?(from: &blob))
  }
}

extension ScopeFilter: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(Int(included.rawValue))
    blob.write(Int(excluded.rawValue))
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(
      included: Scope(rawValue: UInt32(truncatingIfNeeded: try blob.number())),
      excluded: Scope(rawValue: UInt32(truncatingIfNeeded: try blob.number())))
  }
}

extension FixTemplate: BlobValue {
  package func write(to blob: inout BlobWriter) {
    replacement.write(to: &blob)
    safety.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(replacement: try MessageTemplate?(from: &blob), safety: try FixSafety(from: &blob))
  }
}

extension RuleExample: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(text)
    spans.flatMap { [Int($0.lower), Int($0.upper)] }.write(to: &blob)
    fixed.write(to: &blob)
    blob.write(line)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    let text = try blob.string()
    let bounds = try [Int](from: &blob)
    self.init(
      text: text,
      spans: stride(from: 0, to: bounds.count - 1, by: 2).map { ByteRange(bounds[$0], bounds[$0 + 1]) },
      fixed: try String?(from: &blob), line: try blob.number())
  }
}

extension ParameterValue: BlobValue {
  package func write(to blob: inout BlobWriter) {
    switch self {
    case .text(let text):
      blob.write(0)
      blob.write(text)
    case .list(let list):
      blob.write(1)
      list.write(to: &blob)
    }
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self = try blob.number() == 0 ? .text(try blob.string()) : .list(try [String](from: &blob))
  }
}

extension RuleDefinition: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(id.text)
    blob.write(summary)
    claim.write(to: &blob)
    severity.write(to: &blob)
    status.write(to: &blob)
    category.write(to: &blob)
    sources.write(to: &blob)
    scope.write(to: &blob)
    kind.write(to: &blob)
    unless.write(to: &blob)
    message.write(to: &blob)
    fix.write(to: &blob)
    documentation.write(to: &blob)
    blob.write(path)
  }

  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(
      id: RuleID(try blob.string()), summary: try blob.string(), claim: try Claim(from: &blob),
      severity: try Severity(from: &blob), status: try RuleStatus(from: &blob), category: try Category(from: &blob),
      sources: try [String](from: &blob), scope: try ScopeFilter(from: &blob), kind: try RuleKind(from: &blob),
      unless: try [Pattern](from: &blob), message: try MessageTemplate(from: &blob),
      fix: try FixTemplate?(from: &blob), documentation: try PackedDocumentation(from: &blob), path: try blob.string())
  }
}

extension RuleGroup: BlobValue {
  package func write(to blob: inout BlobWriter) {
    blob.write(name)
    blob.write(title)
    isOptIn.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(name: try blob.string(), title: try blob.string(), isOptIn: try Bool(from: &blob))
  }
}

extension RulePack: BlobValue {
  package func write(to blob: inout BlobWriter) {
    groups.write(to: &blob)
    rules.write(to: &blob)
    redirects.write(to: &blob)
    tables.files.write(to: &blob)
  }
  package init(from blob: inout BlobReader) throws(BlobError) {
    self.init(
      groups: try [RuleGroup](from: &blob), rules: try [RuleDefinition](from: &blob),
      redirects: try [String: String](from: &blob), tables: DataTables(files: try [String: String](from: &blob)))
  }
}
