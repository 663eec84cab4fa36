import CalqueText
import CalqueYAML

/// A file of a pack: its path below the pack's folder, and its bytes.
package struct PackFile: Sendable {
  /// The path below the folder, with slashes: `en/russian/interesting-fact.yaml`.
  package let path: String
  package let bytes: [UInt8]

  /// A file from its parts.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Puts a folder of rule files, `pack.yaml` and tables together.
package enum PackLoader {
  /// Loads a whole folder.
  ///
  /// - Parameters:
  ///   - files: all its files, in any order.
  ///   - root: the folder's path, put before the paths in messages.
  ///   - baseTables: tables to use where the folder brings none of its own.
  ///   - standard: how much a rule file must hold.
  ///   - tokenize: cuts words as texts are cut.
  /// - Returns: the pack and everything that is wrong; rules with issues are left out.
  package static func load(
    _ files: [PackFile], root: String, baseTables: DataTables = DataTables(), standard: RuleFileStandard,
    tokenize: PhraseTokenizer
  ) -> (pack: RulePack, issues: [RuleFileIssue]) {
    let sorted = files.sorted { $0.path < $1.path }
    var tables = baseTables.files
    for file in sorted where file.path.hasPrefix("tables/") && file.path.hasSuffix(".tsv") {
      tables[String(file.path.dropFirst("tables/".count))] = String(decoding: file.bytes, as: UTF8.self)
    }
    let data = DataTables(files: tables)
    var loader = RuleLoader(tables: data, standard: standard, tokenize: tokenize)
    var rules: [RuleDefinition] = []
    var issues: [RuleFileIssue] = []
    var groups: [RuleGroup] = []
    var redirects: [String: String] = [:]
    var packFiles: [(path: String, bytes: [UInt8])] = []
    for file in sorted where file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") {
      let path = root.isEmpty ? file.path : "\(root)/\(file.path)"
      let parts = file.path.split(separator: "/").map(String.init)
      if parts.last == "pack.yaml" {
        packFiles.append((path, file.bytes))
        continue
      }
      let name = parts.last.map { String($0.prefix(while: { $0 != "." })) } ?? ""
      let folder = parts.count > 1 ? parts[parts.count - 2] : root.split(separator: "/").last.map(String.init) ?? "own"
      guard isName(name), isName(folder) else {
        issues.append(
          RuleFileIssue(
            path: path, mark: .start,
            message: "The names of the folder and the file make the id: use lower-case letters, digits and hyphens."))
        continue
      }
      let loaded = loader.load(file.bytes, path: path, id: RuleID("\(folder).\(name)"))
      issues.append(contentsOf: loaded.issues)
      if let rule = loaded.rule { rules.append(rule) }
    }
    for file in packFiles {
      readPack(file.bytes, path: file.path, ruleIDs: rules.map(\.id.text), &groups, &redirects, &issues)
    }
    checkGroups(rules, groups, standard, &issues)
    return (RulePack(groups: groups, rules: rules, redirects: redirects, tables: data), issues)
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
  }

  private static func checkGroups(
    _ rules: [RuleDefinition], _ groups: [RuleGroup], _ standard: RuleFileStandard, _ issues: inout [RuleFileIssue]
  ) {
    // A single rule file, tried out alone, comes without a pack.
    guard standard == .complete, !groups.isEmpty else { return }
    let names = groups.map(\.name)
    for rule in rules where !names.contains(rule.id.group) {
      issues.append(
        RuleFileIssue(
          path: rule.path, mark: .start,
          message: "pack.yaml names no group “\(rule.id.group)”; \(didYouMean(rule.id.group, among: names))"))
    }
  }

  private static func readPack(
    _ bytes: [UInt8], path: String, ruleIDs: [String], _ groups: inout [RuleGroup],
    _ redirects: inout [String: String], _ issues: inout [RuleFileIssue]
  ) {
    var reader = YAMLReader()
    do throws(YAMLError) {
      guard let node = try parseYAML(bytes), let file = reader.mapping(node, "pack.yaml") else { return }
      reader.checkKeys(of: file, known: ["name", "language", "groups", "redirects"])
      for entry in reader.mapping("groups", in: file, required: true)?.entries ?? [] {
        guard let group = reader.mapping(entry.value, entry.key) else { continue }
        reader.checkKeys(of: group, known: ["title", "opt-in"])
        groups.append(
          RuleGroup(
            name: entry.key, title: reader.string("title", in: group, required: true) ?? "",
            isOptIn: reader.bool("opt-in", in: group) ?? false))
      }
      for entry in reader.mapping("redirects", in: file)?.entries ?? [] {
        guard case .scalar(let target) = entry.value else { continue }
        if !ruleIDs.contains(target.text) { reader.reportUnknown("rule", target.text, known: ruleIDs, at: target.mark) }
        redirects[entry.key] = target.text
      }
    } catch {
      reader.report(error.message, at: error.mark)
    }
    issues.append(contentsOf: reader.issues.map { RuleFileIssue(path: path, mark: $0.mark, message: $0.message) })
  }
}
