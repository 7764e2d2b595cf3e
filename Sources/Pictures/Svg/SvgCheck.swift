/// Reads a drawing, and either refuses it or gives it without what only its maker needs.
///
/// Refused: whatever acts or fetches. Left out: comments, `<metadata>`, and the elements,
/// attributes and prefixes of editors, which hold names of people, folders and files.
package struct SvgCheck {
  private let bytes: [UInt8]
  private var reader: XmlReader
  private var depth = 0
  private var hasRoot = false
  private var leavings = SvgLeavings()
  /// The text of the `<style>` that is open, in one piece: comments may split it.
  private var style: (text: [UInt8], start: Int)?

  /// The drawing that may be published: the very same bytes if nothing had to be left out.
  ///
  /// What is left of a drawing has passed the check itself: two texts that a comment parted could
  /// mean something else in one piece.
  package static func cleaned(_ bytes: [UInt8]) throws(SvgRefusal) -> [UInt8] {
    let cleaned = try checked(bytes)
    return cleaned == bytes ? bytes : try checked(cleaned)
  }

  private static func checked(_ bytes: [UInt8]) throws(SvgRefusal) -> [UInt8] {
    guard bytes.isValidUTF8 else { throw SvgRefusal(cause: .encoding, offset: 0) }
    var check = try SvgCheck(bytes)
    while let event = try check.nextEvent() { try check.look(at: event) }
    return check.leavings.without(from: bytes)
  }

  private init(_ bytes: [UInt8]) throws(SvgRefusal) {
    self.bytes = bytes
    do throws(XmlFault) {
      reader = try XmlReader(bytes)
    } catch {
      throw SvgRefusal(cause: .malformed, offset: error.offset)
    }
  }

  private mutating func nextEvent() throws(SvgRefusal) -> XmlEvent? {
    do throws(XmlFault) {
      return try reader.next()
    } catch {
      throw SvgRefusal(cause: .malformed, offset: error.offset)
    }
  }

  private mutating func look(at event: XmlEvent) throws(SvgRefusal) {
    switch event {
    case .declaration(let encoding):
      if let encoding, !isUTF8(encodingName: encoding) { throw refusal(.encoding) }
    case .doctype: throw refusal(.doctype)
    case .instruction(let target): try lookAtInstruction(target)
    case .comment: leavings.leaveOut(reader.range)
    case .text(let text): style?.text += text
    case .start(let element): try begin(element)
    case .end: try end()
    }
  }

  /// Adobe's programs wrap what they write into `<metadata>` in `<?xpacket …?>`.
  private func lookAtInstruction(_ target: String) throws(SvgRefusal) {
    guard leavings.isLeavingOut, target == "xpacket" else { throw refusal(.instruction) }
  }

  private mutating func begin(_ element: XmlElement) throws(SvgRefusal) {
    depth += 1
    if let cause = fault(element) { throw refusal(cause) }
    if let refusal = SvgAttributes(element).refusal { throw refusal }
    hasRoot = true
    leavings.begin(element, at: reader.range.lowerBound, depth: depth)
    if element.isSvg, element.localName == "style" { style = ([], reader.range.lowerBound) }
  }

  private mutating func end() throws(SvgRefusal) {
    if let style, let cause = SvgStyle.fault(in: style.text, isSheet: true) {
      throw SvgRefusal(cause: cause, offset: style.start)
    }
    style = nil
    leavings.end(at: reader.range.upperBound, depth: depth)
    depth -= 1
  }

  private func fault(_ element: XmlElement) -> SvgRefusal.Cause? {
    let name = element.localName
    if name.lowercased() == "script" { return .script }
    if !hasRoot, !element.isSvg || name != "svg" { return .notADrawing }
    let isRefused =
      element.namespace == XmlNamespace.xhtml || style != nil
      || SvgElements.refusedAnywhere.contains(name.lowercased())
      || element.isSvg && !SvgElements.allowed.contains(name)
    return isRefused ? .element(printable(name)) : nil
  }

  private func refusal(_ cause: SvgRefusal.Cause) -> SvgRefusal {
    SvgRefusal(cause: cause, offset: reader.range.lowerBound)
  }
}

extension XmlElement {
  var isSvg: Bool { namespace == XmlNamespace.svg }
}
