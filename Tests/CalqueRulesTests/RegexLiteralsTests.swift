import CalqueRules
import Testing

@Suite struct RegexLiteralsTests {
  @Test(arguments: [
    ("foo bar", ["foo bar"]),
    (#"\bfoo\b"#, ["foo"]),
    (#"(?i)\d+\s*milliard"#, ["milliard"]),
    ("(?:one|two) three", ["one three", "two three"]),
    ("a+bcd", ["bcd"]),
    ("colou?rs", ["colo"]),
    (#"[«»]"#, ["«", "»"]),
    (#"\d{1,2}\.\d{4} г\."#, [" г."]),
    (#"\u2019tis"#, ["’tis"]),
    ("abc(?=x)|defg", ["abc", "defg"]),
    ("(?<=x)yz", ["yz"]),
    ("x{2}yz", ["yz"]),
  ])
  func findsLiterals(expression: String, literals: [String]) {
    #expect(RegexLiterals.required(in: expression).map { Set($0) } == Set(literals))
  }

  @Test(arguments: [#"\d+"#, "[a-z]+", "a?", ".", "(x|)", ",", #"\p{L}+"#, "(foo", "a|"])
  func refusesExpressionsWithoutLiteral(expression: String) {
    #expect(RegexLiterals.required(in: expression) == nil)
  }
}
