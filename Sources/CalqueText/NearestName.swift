/// The name that was probably meant by a misspelled one.
///
/// Letters are compared without regard to ASCII case, and `_` counts as `-`. The distance is that of Damerau and
/// Levenshtein in its restricted form (insert, delete, replace, swap two neighbors); at most 2 such edits are forgiven, 1
/// in names of up to four characters. Of equally near names, the one that sorts first wins.
///
/// - Returns: nil when no name is near enough.
/// - Complexity: O(*n* · *m*) in the number of names and the length of the name; names of another length are skipped.
package func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let wanted = folded(name)
  guard wanted.count <= 200 else { return nil }
  var best: (name: String, distance: Int)?
  let limit = wanted.count <= 4 ? 1 : 2
  for candidate in names {
    let other = folded(candidate)
    guard abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= limit else { continue }
    guard let current = best else {
      best = (candidate, distance)
      continue
    }
    if (distance, candidate) < (current.distance, current.name) { best = (candidate, distance) }
  }
  return best?.name
}

/// The restricted Damerau-Levenshtein distance of two sequences.
///
/// - Complexity: O(*n* · *m*).
package func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  if left.isEmpty { return right.count }
  if right.isEmpty { return left.count }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let isEqual = left[row - 1] == right[column - 1]
      var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isEqual ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        distance = min(distance, beforeLast[column - 2] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}

/// The scalars of a name with ASCII capitals lowered and `_` as `-`.
private func folded(_ name: String) -> [UInt32] {
  name.unicodeScalars.map { scalar in
    switch scalar {
    case "A"..."Z": scalar.value + 32
    case "_": Unicode.Scalar("-").value
    default: scalar.value
    }
  }
}
