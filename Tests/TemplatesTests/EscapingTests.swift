import Templates
import Testing

@Suite("escaping")
struct EscapingTests {
  private func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    appendEscaped(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("the five specials become entities and nothing else changes")
  func specials() {
    #expect(escaped("a & <b> \"c\" 'd' é €") == "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39; é €")
    #expect(escaped("") == "")
    #expect(escaped("&amp;") == "&amp;amp;")
  }

  @Test("a character that combines with a special doesn't hide it")
  func combining() {
    #expect(escaped("\u{0D4E}<img onerror=x>") == "\u{0D4E}&lt;img onerror=x&gt;")
    #expect(escaped("\"\u{0301} onmouseover=") == "&quot;\u{0301} onmouseover=")
  }

  /// One text holds each scalar after and before each special: `<s>s&s"s's`, then the next one.
  @Test("no scalar beside a special lets it through", arguments: 0...16)
  func everyScalar(plane: UInt32) {
    let specials = Array("<>&\"'".utf8)
    let entities = ["&lt;", "&gt;", "&amp;", "&quot;", "&#39;"].map { Array($0.utf8) }
    var text: [UInt8] = []
    var expected: [UInt8] = []
    for value in (plane << 16)...(plane << 16 | 0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let shown = specials.firstIndex(of: bytes[0]).map { entities[$0] } ?? bytes
      for (special, entity) in zip(specials, entities) {
        text.append(special)
        text.append(contentsOf: bytes)
        expected.append(contentsOf: entity)
        expected.append(contentsOf: shown)
      }
    }
    var output: [UInt8] = []
    appendEscaped(String(decoding: text, as: UTF8.self), to: &output)
    #expect(output == expected)
  }
}
