import CalqueText

/// The end of an error message about an unknown name: the nearest valid one, or all of them.
package func didYouMean(_ name: String, among names: [String]) -> String {
  if let nearest = nearestName(to: name, in: names) { return "did you mean “\(nearest)”?" }
  if names.count <= 20 { return "there are \(names.joined(separator: ", "))" }
  return "see `calque rules` for the list"
}
