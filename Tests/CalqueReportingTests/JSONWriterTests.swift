import CalqueReporting
import CalqueTestSupport
import CalqueText
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func escapesWhatJSONAndLineReadersNeed() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{2028}\u{2029}\u{202A}\u{A8}é漢\u{1F600}"
    #expect(
      written { $0.value(text) }
        == #""\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029"# + "\u{202A}\u{A8}é漢\u{1F600}\"")
  }

  @Test func writesNumbersThatReadBackTheSame() {
    let numbers = [0, -0.0, 0.1, 1e21, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1 / 3, 100_000]
    for number in numbers { #expect(Double(written { $0.value(number) }) == number) }
    #expect(written { $0.value(0.1) } == "0.1")
    #expect(written { $0.value(Double.nan) } == "null")
    #expect(written { $0.value(-Double.infinity) } == "null")
    #expect(written { $0.value(Int.min) } == "-9223372036854775808")
  }

  @Test func nestsAndSeparates() {
    let text = written { json in
      json.object { json in
        json.array("empty") { _ in }
        json.array("lines", linewise: true) { json in
          json.value(1)
          json.object { json in
            json.member("a", "x")
            json.array("b") { json in
              json.value(true)
              json.null()
            }
          }
        }
        json.object("last") { _ in }
        json.key("raw")
        json.raw("[1]".utf8)
      }
    }
    #expect(text == "{\"empty\":[],\"lines\":[\n1,\n{\"a\":\"x\",\"b\":[true,null]}\n],\"last\":{},\"raw\":[1]}")
  }

  @Test func goesOnAfterAFlush() {
    var json = JSONWriter()
    var output: [UInt8] = []
    json.beginArray()
    json.value(1)
    json.flush(into: &output)
    #expect(json.bytes.isEmpty)
    json.value(2)
    json.endContainer()
    json.endLine()
    json.value(3)
    json.endDocument()
    json.value(4)
    json.flush(into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "[1,2]\n34")
  }

  @Test(arguments: 1...40) func isReadBackByAnotherParser(seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    let value = Self.randomValue(depth: 4, using: &random)
    var json = JSONWriter()
    Self.write(value, into: &json)
    #expect(try JSONValue(parsing: json.bytes) == value)
  }

  static func randomText(using random: inout RepeatableRandom) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let limit: UInt32 = random.pick([0x20, 0x80, 0x3000, 0x11_0000])
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func randomValue(depth: Int, using random: inout RepeatableRandom) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 3: return .double(Double.random(in: -1...1, using: &random) * 1e-9 + 0.5)
    case 4: return .string(randomText(using: &random))
    case 5:
      return .array((0..<3).map { _ in randomValue(depth: depth - 1, using: &random) })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<3 { members[randomText(using: &random)] = randomValue(depth: depth - 1, using: &random) }
      return .object(members)
    }
  }

  private static func write(_ value: JSONValue, into json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let flag): json.value(flag)
    case .int(let number): json.value(number)
    case .double(let number): json.value(number)
    case .string(let text): json.value(text)
    case .array(let elements):
      json.array(linewise: elements.count > 2) { json in
        for element in elements { write(element, into: &json) }
      }
    case .object(let members):
      json.object { json in
        for (name, member) in members {
          json.key(name)
          write(member, into: &json)
        }
      }
    }
  }
}
