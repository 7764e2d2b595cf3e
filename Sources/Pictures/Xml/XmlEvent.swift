/// One thing met while reading an XML document.
package enum XmlEvent {
  /// The declaration that may open a document, with the encoding it names.
  case declaration(encoding: String?)
  case doctype(hasSubset: Bool)
  case instruction(target: String)
  case comment
  case start(XmlElement)
  /// The end of the latest element begun; one written `<x/>` ends too.
  case end
  /// Text with its references resolved, or a CDATA section.
  case text([UInt8])
}

/// The start of an element, its name resolved to a namespace.
package struct XmlElement {
  /// Empty for none.
  let namespace: String
  package let localName: String
  package let attributes: [XmlAttribute]

  package func value(of name: String) -> String? {
    attributes.first { $0.prefix.isEmpty && $0.localName == name }
      .map { String(decoding: $0.value, as: UTF8.self) }
  }
}

/// One attribute of an element, namespace declarations included.
package struct XmlAttribute {
  /// Empty for none.
  package let prefix: String
  package let localName: String
  /// Its value with the references resolved.
  package let value: [UInt8]
  /// Where it stands, the space before it included.
  let range: Range<Int>
  /// Where its name begins.
  let offset: Int

  /// The prefix that this attribute declares, empty for the default namespace; `nil` for any
  /// other attribute.
  var declaredPrefix: String? {
    if prefix == "xmlns" { return localName }
    return prefix.isEmpty && localName == "xmlns" ? "" : nil
  }
}

/// A place where a text stops being well-formed XML.
package struct XmlFault: Error {
  /// In bytes from the beginning of the file.
  let offset: Int

  package init(offset: Int) {
    self.offset = offset
  }
}

/// The namespaces that mean something here.
enum XmlNamespace {
  static let svg = "http://www.w3.org/2000/svg"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let xhtml = "http://www.w3.org/1999/xhtml"
  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let xmlns = "http://www.w3.org/2000/xmlns/"
}
