/// The file that `calque-dev new-rule` writes: a rule that loads and passes, with hints in comments.
enum RuleTemplate {
  static func text(summary: String, claim: String) -> String {
    let severity = claim == "tell" ? "suggestion" : "warning"
    let quoted = summary.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return """
      summary: '\(quoted)'
      claim: \(claim)              # tell: correct but foreign; fault: an editor would change it; style: a house decision
      severity: \(severity)    # tell: suggestion; fault: warning or error; style: warning or suggestion
      status: preview          # stable once it is measured
      category: calque
      sources: [ru]            # languages whose translation leaves this trace; []: any
      pattern:
        - "on the eve of (the|this|that) {word}"
      unless:
        - "on the eve of (the|this|that) (war|election|revolution)"
      message: "“{match}” is a calque; write what you mean: “the day before”."
      explanation: |
        What it flags, with the words of the other language that it renders («накануне»). Why readers stumble. What to write
        instead. When it is fine.
      references: [{title: "Where this is described", kind: style-guide}]
      examples:
        bad:
          - text: "The talks were held ⟦on the eve of the meeting⟧."
          - text: "He called ⟦on the eve of that visit⟧."
          - text: "They left ⟦on the eve of this event⟧."
        good:
          - "He wrote it on the eve of the war."
          - "They met on the eve of his departure."

      """
  }
}
