import CalqueText

/// What a configuration may say about a rule.
package enum RuleLevel: String, CaseIterable, Sendable {
  /// It does not run.
  case off
  /// It runs with its own severity.
  case on
  /// It runs, and its findings are suggestions.
  case suggestion
  /// It runs, and its findings are warnings.
  case warning
  /// It runs, and its findings are errors.
  case error

  /// The severity it asks for; nil for `off` and `on`.
  package var severity: Severity? { Severity(rawValue: rawValue) }
}

/// A name in the configuration that stands for rules.
package enum RuleSelector: Hashable, Sendable, Comparable {
  /// Every rule: `all`.
  case all
  /// The rules of a group: `russian`.
  case group(String)
  /// One rule: `russian.interesting-fact`.
  case rule(RuleID)

  /// The selector of a name; a name with a dot is that of a rule.
  package init(_ name: String) {
    if name == "all" {
      self = .all
    } else {
      self = name.utf8.contains(UInt8(ascii: ".")) ? .rule(RuleID(name)) : .group(name)
    }
  }

  /// The name as written in a configuration.
  package var name: String {
    switch self {
    case .all: "all"
    case .group(let name): name
    case .rule(let id): id.text
    }
  }

  /// 0 for all rules, 1 for a group, 2 for one rule.
  package var specificity: Int {
    switch self {
    case .all: 0
    case .group: 1
    case .rule: 2
    }
  }

  /// Orders by specificity, then by name.
  package static func < (left: RuleSelector, right: RuleSelector) -> Bool {
    (left.specificity, left.name) < (right.specificity, right.name)
  }
}

/// What one layer of the configuration says about rules.
package struct RuleLayer: Hashable, Sendable {
  /// The only rules that run, sorted; nil when the layer does not choose.
  package let select: [RuleSelector]?
  /// Levels of rules; those that are ignored are `off`.
  package let levels: [RuleSelector: RuleLevel]

  /// A layer from its parts.
  package init(select: [RuleSelector]?, levels: [RuleSelector: RuleLevel]) {
    self.select = select.map { Set($0).sorted() }
    self.levels = levels
  }

  /// True when it says nothing.
  package var isEmpty: Bool { select == nil && levels.isEmpty }
}

/// What the configuration has to know of a rule to decide about it.
package struct RuleActivation: Sendable {
  /// The rule.
  package let id: RuleID
  /// Its own severity.
  package let severity: Severity
  /// True when it runs unless the configuration says otherwise.
  package let isOnByDefault: Bool
  /// True when only its own name turns it on, as for deprecated rules.
  package let needsOwnName: Bool
  /// Names that it had before, which mean it still.
  package let formerIDs: [RuleID]

  /// What is known of a rule, from its parts.
  package init(
    id: RuleID, severity: Severity, isOnByDefault: Bool, needsOwnName: Bool = false, formerIDs: [RuleID] = []
  ) {
    self.id = id
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.needsOwnName = needsOwnName
    self.formerIDs = formerIDs
  }

  /// The selectors that mean this rule, the most specific first.
  var selectors: [RuleSelector] {
    [.rule(id)] + formerIDs.map { .rule($0) } + [.group(id.group), .all]
  }
}

/// What the configuration decides about a rule.
package struct RuleDecision: Hashable, Sendable {
  /// The severity of its findings; nil when it does not run.
  package let severity: Severity?
  /// The index of the layer that decided whether it runs; nil when none did.
  package let layer: Int?
  /// The name in that layer that decided.
  package let selector: RuleSelector?
}

extension [RuleLayer] {
  /// Decides about a rule.
  ///
  /// Later layers are stronger; within a layer the most specific name wins, and of a level and a choice of equal
  /// specificity `off` wins. A severity given to `all` changes what runs anyway; any other level turns on.
  ///
  /// - Complexity: O(*n*) in layers.
  package func decision(for rule: RuleActivation) -> RuleDecision {
    var isOn = rule.isOnByDefault
    var severity = rule.severity
    var decidedBy: (layer: Int, selector: RuleSelector)?
    let selectors = rule.selectors
    for (index, layer) in enumerated() {
      let named = selectors.first { layer.levels[$0] != nil }
      let level = named.flatMap { layer.levels[$0] }
      if let level, level != .off { severity = level.severity ?? rule.severity }
      if let select = layer.select {
        let chosen = selectors.first { select.contains($0) && rule.canBeTurnedOn(by: $0) }
        isOn = chosen != nil
        decidedBy = (index, chosen ?? .all)
        if let chosen, let named, level == .off, named.specificity >= chosen.specificity {
          isOn = false
          decidedBy = (index, named)
        }
      } else if let named, let level {
        let changesOnlySeverity = named == .all && level.severity != nil
        if level != .off && (changesOnlySeverity || !rule.canBeTurnedOn(by: named)) { continue }
        isOn = level != .off
        decidedBy = (index, named)
      }
    }
    return RuleDecision(severity: isOn ? severity : nil, layer: decidedBy?.layer, selector: decidedBy?.selector)
  }
}

extension RuleActivation {
  fileprivate func canBeTurnedOn(by selector: RuleSelector) -> Bool {
    !needsOwnName || selector.specificity == 2
  }
}
