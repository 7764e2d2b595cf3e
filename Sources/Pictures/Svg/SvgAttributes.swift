/// Looks at the attributes of one element of a drawing.
struct SvgAttributes {
  private let element: String
  private let attributes: [XmlAttribute]

  init(_ element: XmlElement) {
    self.element = element.localName.lowercased()
    attributes = element.attributes
  }

  /// The first attribute that breaks a rule.
  var refusal: SvgRefusal? {
    for attribute in attributes {
      if let cause = fault(attribute) {
        return SvgRefusal(cause: cause, offset: attribute.offset)
      }
    }
    return nil
  }

  /// A namespace's name is never fetched, and `xmlns:on` declares but a prefix; an attribute with
  /// a prefix is never style.
  private func fault(_ attribute: XmlAttribute) -> SvgRefusal.Cause? {
    if attribute.declaredPrefix != nil { return nil }
    let name = attribute.localName.lowercased()
    if name.utf8.starts(with: "on".utf8) { return .handler(printable(attribute.localName)) }
    if name == "base", attribute.prefix == "xml" { return .baseAddress }
    if attribute.value.holdsScriptAddress { return .scriptAddress(printable(attribute.localName)) }
    if addresses.contains(name), !attribute.value.isOwnPart {
      return .outsideReference(printable(attribute.localName))
    }
    if let cause = animationFault(name, attribute) { return cause }
    guard attribute.prefix.isEmpty else { return nil }
    return SvgStyle.fault(in: attribute.value, isSheet: name == "style")
  }

  /// An animation may not set what may not be written: an address, a handler, a style.
  private func animationFault(_ name: String, _ attribute: XmlAttribute) -> SvgRefusal.Cause? {
    guard name == "attributename", SvgElements.animating.contains(element) else { return nil }
    let value = attribute.value.filter { !$0.isSpace }.map(\.lowercased)
    let local = Array(value.split(separator: 0x3A).last ?? [])
    let target = String(decoding: local, as: UTF8.self)
    let isRefused = addresses.contains(target) || target == "style" || local.holds("on")
    return isRefused ? .animatedReference(printable(target)) : nil
  }
}

/// Attributes whose value a browser fetches or goes to.
private let addresses: Set<String> = [
  "href", "src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "ping",
  "background", "manifest", "code", "codebase", "archive", "classid", "longdesc", "usemap",
]

/// A name from the drawing, fit to print: at most 40 characters of ASCII.
func printable(_ name: String) -> String {
  String(name.unicodeScalars.prefix(40).map { $0.isASCII ? Character($0) : "?" })
}

extension [UInt8] {
  /// Whether an address leads to a part of its own document; browsers strip what stands before.
  fileprivate var isOwnPart: Bool {
    drop { $0 <= 0x20 }.first == 0x23
  }

  /// Whether `javascript:` or `vbscript:` stands anywhere, whatever space or control characters
  /// are between its letters: browsers skip those.
  fileprivate var holdsScriptAddress: Bool {
    guard contains(0x3A) else { return false }
    let letters = filter { $0 > 0x20 }.map(\.lowercased)
    return ["javascript:", "vbscript:"].contains { letter in
      letters.firstOffset(of: letter, in: letters.indices) != nil
    }
  }
}
