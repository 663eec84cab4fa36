import CalqueText

/// How a report is laid out; every field has a default that suits a file or a pipe.
package struct ReportOptions: Sendable {
  /// The unit of the columns in `text` and `compact`; the machine formats have a unit of their own.
  package var columnUnit: ColumnUnit
  /// Whether `text` and `compact` use ANSI colors.
  package var useColor: Bool
  /// Whether `text` shows the source under each finding.
  package var showSource: Bool
  /// Cells of the terminal, to cut long source lines; nil takes 120.
  package var terminalWidth: Int?
  /// Terminal cells of a scalar: 0 for combining marks, 2 for wide ones.
  package var displayWidth: @Sendable (Unicode.Scalar) -> Int
  /// The absolute path that relative paths start from and that paths in SARIF and in annotations are relative to.
  package var workingDirectory: String?
  /// The home page of the tool, an absolute URI.
  package var informationURI: String?
  /// Tells runs of the tool over one repository apart (SARIF `automationDetails.id`), for example `docs/`.
  package var automationID: String?

  /// Options from their parts.
  package init(
    columnUnit: ColumnUnit = .codePoint, useColor: Bool = false, showSource: Bool = true, terminalWidth: Int? = nil,
    displayWidth: @escaping @Sendable (Unicode.Scalar) -> Int = { _ in 1 }, workingDirectory: String? = nil,
    informationURI: String? = nil, automationID: String? = nil
  ) {
    self.columnUnit = columnUnit
    self.useColor = useColor
    self.showSource = showSource
    self.terminalWidth = terminalWidth
    self.displayWidth = displayWidth
    self.workingDirectory = workingDirectory
    self.informationURI = informationURI
    self.automationID = automationID
  }
}
