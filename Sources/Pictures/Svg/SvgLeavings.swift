/// The parts of a drawing that are left out of what is published, gathered while it is read.
struct SvgLeavings {
  private var ranges: [Range<Int>] = []
  /// Where the outermost element that is being left out begins, and how deep it lies.
  private var outermost: (start: Int, depth: Int)?

  var isLeavingOut: Bool { outermost != nil }

  mutating func leaveOut(_ range: Range<Int>) {
    if !isLeavingOut { ranges.append(range) }
  }

  mutating func begin(_ element: XmlElement, at start: Int, depth: Int) {
    guard !isLeavingOut else { return }
    if !element.isSvg || element.localName == "metadata" {
      outermost = (start, depth)
    } else {
      ranges += element.attributes.filter(isOfAnEditor).map(\.range)
    }
  }

  mutating func end(at end: Int, depth: Int) {
    guard let element = outermost, element.depth == depth else { return }
    outermost = nil
    ranges.append(element.start..<end)
  }

  /// The drawing without these parts.
  func without(from bytes: [UInt8]) -> [UInt8] {
    guard !ranges.isEmpty else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var offset = 0
    for range in ranges {
      output += bytes[offset..<range.lowerBound]
      offset = range.upperBound
    }
    return output + bytes[offset...]
  }

  /// Attributes with a prefix, and declarations of prefixes, but for XML's own, SVG's and XLink's:
  /// once the elements of editors are gone, nothing needs them.
  private func isOfAnEditor(_ attribute: XmlAttribute) -> Bool {
    switch attribute.declaredPrefix {
    case nil: !["", "xml", "xlink"].contains(attribute.prefix)
    case "": false
    case .some:
      ![XmlNamespace.svg, XmlNamespace.xlink].contains(
        String(decoding: attribute.value, as: UTF8.self))
    }
  }
}
