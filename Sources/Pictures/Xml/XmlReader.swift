/// Reads a document of well-formed XML 1.0 with namespaces, one event after another, without
/// recursion, and stops at the first fault.
///
/// It knows no entities but XML's five, so nothing can expand; a document type's own subset is
/// told of and not read.
package struct XmlReader {
  private struct Open {
    let name: String
    let prefixes: [String]
  }

  private var scanner: XmlScanner
  private var namespaces = XmlNamespaces()
  private var open: [Open] = []
  private var hasRoot = false
  private var mustEnd = false
  private let start: Int
  /// Where the latest event stands.
  private(set) var range: Range<Int>

  /// - Parameter bytes: valid UTF-8.
  package init(_ bytes: [UInt8]) throws(XmlFault) {
    scanner = XmlScanner(bytes)
    start = scanner.offset
    range = start..<start
    let control = bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    if let control { throw XmlFault(offset: control) }
  }

  /// The next event; `nil` at the end of a document that is whole.
  package mutating func next() throws(XmlFault) -> XmlEvent? {
    if open.isEmpty { scanner.skipSpace() }
    let begin = scanner.offset
    defer { range = begin..<scanner.offset }
    if mustEnd { return try end() }
    guard !scanner.isAtEnd else {
      guard hasRoot, open.isEmpty else { throw scanner.fault }
      return nil
    }
    return scanner.current == 0x3C ? try markup() : try text()
  }

  private mutating func text() throws(XmlFault) -> XmlEvent {
    guard !open.isEmpty else { throw scanner.fault }
    return .text(try scanner.text())
  }

  private mutating func markup() throws(XmlFault) -> XmlEvent {
    if scanner.sees("<?") { return try instruction() }
    if scanner.take("<!--") { return try comment() }
    if scanner.sees("<![CDATA[") { return try characterData() }
    if scanner.sees("<!DOCTYPE") { return try doctype() }
    if scanner.sees("</") { return try endTag() }
    return try startTag()
  }

  private mutating func comment() throws(XmlFault) -> XmlEvent {
    let begin = scanner.offset
    _ = try scanner.take(through: "--")
    guard scanner.take(">") else { throw XmlFault(offset: begin) }
    return .comment
  }

  private mutating func characterData() throws(XmlFault) -> XmlEvent {
    guard !open.isEmpty, scanner.take("<![CDATA[") else { throw scanner.fault }
    return .text(Array(scanner.bytes[try scanner.take(through: "]]>")]))
  }

  /// A processing instruction, or at the very start the declaration, which looks like one.
  private mutating func instruction() throws(XmlFault) -> XmlEvent {
    let begin = scanner.offset
    try scanner.expect("<?")
    let target = try scanner.name()
    guard target.lowercased() == "xml" else {
      _ = try scanner.take(through: "?>")
      return .instruction(target: target)
    }
    guard begin == start, target == "xml" else { throw XmlFault(offset: begin) }
    return try declaration()
  }

  /// `<?xml version="1.0" encoding="UTF-8" standalone="no"?>`, its name already read.
  private mutating func declaration() throws(XmlFault) -> XmlEvent {
    var values: [String: String] = [:]
    while scanner.skipSpace(), !scanner.sees("?>") {
      let name = try scanner.name()
      try equals()
      let value = String(decoding: try scanner.quotedValue(), as: UTF8.self)
      guard values.updateValue(value, forKey: name) == nil else { throw scanner.fault }
    }
    try scanner.expect("?>")
    let known: Set = ["version", "encoding", "standalone"]
    guard values["version"] == "1.0", known.isSuperset(of: values.keys) else { throw scanner.fault }
    return .declaration(encoding: values["encoding"])
  }

  private mutating func doctype() throws(XmlFault) -> XmlEvent {
    guard !hasRoot else { throw scanner.fault }
    while let byte = scanner.current, byte != 0x3E, byte != 0x5B {
      if byte == 0x22 || byte == 0x27 {
        scanner.offset += 1
        _ = try scanner.take(through: byte == 0x22 ? "\"" : "'")
      } else {
        scanner.offset += 1
      }
    }
    guard let last = scanner.current else { throw scanner.fault }
    scanner.offset += 1
    return .doctype(hasSubset: last == 0x5B)
  }

  private mutating func equals() throws(XmlFault) {
    scanner.skipSpace()
    try scanner.expect("=")
    scanner.skipSpace()
  }
}

extension XmlReader {
  private mutating func startTag() throws(XmlFault) -> XmlEvent {
    let begin = scanner.offset
    guard !open.isEmpty || !hasRoot else { throw scanner.fault }
    try scanner.expect("<")
    let name = try scanner.qualifiedName()
    let attributes = try attributes()
    mustEnd = scanner.take("/")
    try scanner.expect(">")
    guard let prefixes = namespaces.bind(attributes) else { throw XmlFault(offset: begin) }
    open.append(Open(name: joined(name.prefix, name.localName), prefixes: prefixes))
    hasRoot = true
    guard let namespace = namespaces.namespace(of: name.prefix), areDistinct(attributes)
    else { throw XmlFault(offset: begin) }
    return .start(
      XmlElement(namespace: namespace, localName: name.localName, attributes: attributes))
  }

  private mutating func attributes() throws(XmlFault) -> [XmlAttribute] {
    var attributes: [XmlAttribute] = []
    while true {
      let begin = scanner.offset
      let hasSpace = scanner.skipSpace()
      if scanner.current == 0x2F || scanner.current == 0x3E { return attributes }
      guard hasSpace else { throw scanner.fault }
      attributes.append(try attribute(from: begin))
    }
  }

  private mutating func attribute(from begin: Int) throws(XmlFault) -> XmlAttribute {
    let offset = scanner.offset
    let name = try scanner.qualifiedName()
    try equals()
    let value = try scanner.quotedValue()
    return XmlAttribute(
      prefix: name.prefix, localName: name.localName, value: value, range: begin..<scanner.offset,
      offset: offset)
  }

  /// Whether no two attributes have one name, and every prefix is declared.
  private func areDistinct(_ attributes: [XmlAttribute]) -> Bool {
    var names: Set<String> = []
    return attributes.allSatisfy { attribute in
      let namespace = attribute.prefix.isEmpty ? "" : namespaces.namespace(of: attribute.prefix)
      return namespace.map { names.insert("\($0) \(attribute.localName)").inserted } ?? false
    }
  }

  private mutating func endTag() throws(XmlFault) -> XmlEvent {
    let begin = scanner.offset
    try scanner.expect("</")
    let name = try scanner.name()
    scanner.skipSpace()
    try scanner.expect(">")
    guard open.last?.name == name else { throw XmlFault(offset: begin) }
    return try end()
  }

  private mutating func end() throws(XmlFault) -> XmlEvent {
    mustEnd = false
    guard let element = open.popLast() else { throw scanner.fault }
    namespaces.unbind(element.prefixes)
    return .end
  }

  private func joined(_ prefix: String, _ localName: String) -> String {
    prefix.isEmpty ? localName : "\(prefix):\(localName)"
  }
}
