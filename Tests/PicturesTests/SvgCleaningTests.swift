import Testing

@testable import Pictures

struct SvgCleaningTests {
  private func cleaned(_ text: String) throws -> String {
    String(decoding: try SvgCheck.cleaned(Array(text.utf8)), as: UTF8.self)
  }

  @Test("an ordinary drawing comes back as the very same bytes")
  func ordinary() throws {
    let drawing = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      xml:lang="pl" viewBox="0 0 40 24" role="img" aria-label="C:\\plans">
        <title>Łukasz &amp; co</title><desc>A plan</desc>
        <defs><linearGradient id="a" xlink:href="#b"><stop offset="0"/></linearGradient></defs>
        <style><![CDATA[.a { fill: url(#a) } @media print { g > path { stroke: rgb(1, 2, 3) } }]]>
        </style>
        <a href="#b"><use href=" #a" fill="url( '#a' )" transform="translate(1 2)"/></a>
        <animate attributeName="opacity" from="0" to="1" values="0;1"/>
        <text x="1">on: me<tspan>x</tspan></text>
      </svg>

      """
    #expect(try cleaned(drawing) == drawing)
  }

  @Test("comments, metadata and what editors write for themselves are left out")
  func editors() throws {
    let drawing = """
      <?xml version="1.0"?>
      <!-- Made by Ada -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        inkscape:export-filename="C:\\Users\\ada(1)\\plan.png" width="4">
      <inkscape:grid><inkscape:page note="Ada"/></inkscape:grid>\
      <metadata><?xpacket begin=''?><rdf:RDF rdf:about="">Ada<!-- Ada --></rdf:RDF></metadata>\
      <svg:g inkscape:label="Ada" id="b"/><!-- Ada --></svg>
      <!-- Ada -->
      """
    #expect(
      try cleaned(drawing) == """
        <?xml version="1.0"?>

        <svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" width="4">
        <svg:g id="b"/></svg>

        """)
  }

  @Test("a drawing nested a hundred thousand deep is read without recursion")
  func depth() throws {
    let deep = 100_000
    let drawing =
      "<svg xmlns='http://www.w3.org/2000/svg'>" + String(repeating: "<g>", count: deep)
      + String(repeating: "</g>", count: deep) + "</svg>"
    #expect(try cleaned(drawing) == drawing)
  }
}
