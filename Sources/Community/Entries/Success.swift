import Diagnostics

/// Something that went well because people worked together.
package struct Success: Sendable {
  /// The value-creation cycles of Wenger, Trayner and de Laat (2011).
  package enum Value: String, Sendable, CaseIterable {
    case immediate, potential, applied, realised, reframing
  }

  package var people: [Reference] = []
  package var value: Value?
  package var evidence: [Evidence] = []
  package var resources: [Reference] = []
  package var quote: String?
  package var quotedFrom: Reference?
}

extension Success {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    visitor.visit(&people, .person)
    evidence.visitReferences(&visitor)
    visitor.visit(&resources, .resource)
    visitor.visit(&quotedFrom, .quotedFrom)
  }
}

/// What shows that something happened: an entry, an address, or words.
package enum Evidence: Hashable, Sendable {
  case entry(Reference)
  case address(String)
  case words(String)
}

extension [Evidence] {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    self = compactMap { evidence in
      guard case .entry(let reference) = evidence else { return evidence }
      var kept: Reference? = reference
      visitor.visit(&kept, .evidence)
      return kept.map(Evidence.entry)
    }
  }
}
