import ArgumentParser
import CalqueLinter

/// Options about fixes.
struct FixOptions: ParsableArguments {
  @Flag(name: .customLong("fix"), help: "Apply the fixes that cannot change the meaning, in place.")
  var applies = false
  @Flag(name: .customLong("unsafe-fixes"), help: "With --fix or --diff: also the fixes that a person should look at.")
  var includesUnsafe = false
  @Flag(name: .customLong("diff"), help: "Print the fixes as a patch and change nothing.")
  var showsDiff = false

  func validate() throws {
    if includesUnsafe, !applies, !showsDiff { throw ValidationError("--unsafe-fixes needs --fix or --diff") }
    if applies, showsDiff {
      throw ValidationError("--fix changes files and --diff shows what would change; choose one")
    }
  }

  /// Which fixes are asked for; nil for none.
  var level: FixLevel? {
    guard applies || showsDiff else { return nil }
    return includesUnsafe ? .suggested : .safe
  }
}
