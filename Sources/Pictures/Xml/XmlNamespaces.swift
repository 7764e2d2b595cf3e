/// Which namespace each prefix stands for at the present place in a document.
struct XmlNamespaces {
  /// The namespaces bound to each prefix, the innermost last.
  private var bindings: [String: [String]] = [
    "": [""], "xml": [XmlNamespace.xml], "xmlns": [XmlNamespace.xmlns],
  ]

  func namespace(of prefix: String) -> String? { bindings[prefix]?.last }

  /// Binds the prefixes that an element's attributes declare and gives their names; `nil` for a
  /// declaration that "Namespaces in XML" forbids.
  mutating func bind(_ attributes: [XmlAttribute]) -> [String]? {
    var prefixes: [String] = []
    for attribute in attributes {
      guard let prefix = attribute.declaredPrefix else { continue }
      let namespace = String(decoding: attribute.value, as: UTF8.self)
      guard isAllowed(prefix, namespace) else { return nil }
      bindings[prefix, default: []].append(namespace)
      prefixes.append(prefix)
    }
    return prefixes
  }

  /// Forgets the innermost binding of each of these.
  mutating func unbind(_ prefixes: [String]) {
    for prefix in prefixes { bindings[prefix]?.removeLast() }
  }

  private func isAllowed(_ prefix: String, _ namespace: String) -> Bool {
    if prefix == "xmlns" || namespace == XmlNamespace.xmlns { return false }
    if prefix == "xml" || namespace == XmlNamespace.xml {
      return prefix == "xml" && namespace == XmlNamespace.xml
    }
    return prefix.isEmpty || !namespace.isEmpty
  }
}
