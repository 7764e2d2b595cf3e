/// Whether a document of XML can do nothing in a browser: it has no element of HTML or SVG, names
/// no style sheet, declares nothing of its own, and is well-formed in UTF-8, so that there is no
/// second way to read it.
///
/// A score, a map or a course outline in XML is such a document.
func isInertXml(_ bytes: [UInt8]) -> Bool {
  guard bytes.isValidUTF8, var reader = try? XmlReader(bytes) else { return false }
  do throws(XmlFault) {
    while let event = try reader.next() {
      if mayAct(event) { return false }
    }
    return true
  } catch {
    return false
  }
}

private func mayAct(_ event: XmlEvent) -> Bool {
  switch event {
  case .declaration(let encoding): !(encoding.map(isUTF8(encodingName:)) ?? true)
  case .doctype(let hasSubset): hasSubset
  case .instruction(let target): target == "xml-stylesheet"
  case .start(let element):
    element.namespace == XmlNamespace.xhtml || element.namespace == XmlNamespace.svg
  case .comment, .end, .text: false
  }
}

/// Whether an encoding of this name reads bytes as UTF-8 does, ASCII being part of it.
func isUTF8(encodingName name: String) -> Bool {
  ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased())
}
