import Dates
package import Markup

/// A type that a list of a field may hold.
package protocol DeclaredElement: Sendable {
  static func content(of values: [Self], in field: DeclaredField) -> FieldContent?
  static func visitReferences<Visitor>(
    in values: inout [Self], _ pass: inout ReferencePass<Visitor>)
}

extension DeclaredElement {
  package static func visitReferences<Visitor>(
    in values: inout [Self], _ pass: inout ReferencePass<Visitor>
  ) {}
}

extension Array: DeclaredValue where Element: DeclaredElement {
  package func content(of field: DeclaredField) -> FieldContent? {
    Element.content(of: self, in: field)
  }

  package mutating func clear() { self = [] }

  package mutating func visitReferences<Visitor>(_ pass: inout ReferencePass<Visitor>) {
    Element.visitReferences(in: &self, &pass)
  }
}

extension Optional: DeclaredValue where Wrapped: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? {
    flatMap { $0.content(of: field) }
  }

  package func written(in field: DeclaredField) -> Located<String>? {
    flatMap { $0.written(in: field) }
  }

  package mutating func clear() { self = nil }

  package mutating func visitReferences<Visitor>(_ pass: inout ReferencePass<Visitor>) {
    self?.visitReferences(&pass)
  }
}

extension Located: DeclaredValue where Value: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { value.content(of: field) }

  package func written(in field: DeclaredField) -> Located<String>? {
    switch content(of: field) {
    case .text(let words), .address(let words): Located<String>(words, at: span)
    default: nil
    }
  }
}

// MARK: Words

extension String: DeclaredValue, DeclaredElement {
  package func content(of field: DeclaredField) -> FieldContent? {
    if isEmpty { return nil }
    return switch field.type {
    case .address, .addresses: .address(self)
    case .term(let list): .terms([self], list)
    default: .text(self)
    }
  }

  package static func content(of values: [String], in field: DeclaredField) -> FieldContent? {
    if values.isEmpty { return nil }
    return if case .terms(let list) = field.type { .terms(values, list) } else { .texts(values) }
  }
}

extension Located: DeclaredElement where Value == String {
  package static func content(
    of values: [Located<String>], in field: DeclaredField
  ) -> FieldContent? {
    String.content(of: values.map(\.value), in: field)
  }
}

extension DeclaredValue where Self: RawRepresentable, RawValue == String {
  package func content(of field: DeclaredField) -> FieldContent? { .choice(rawValue) }
}

extension Bool: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { self ? .yes : nil }
}

// MARK: Numbers and days

extension Int: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .count(self) }
}

extension Double: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .number(self) }
}

extension CalendarDate: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .date(self) }
}

extension ClockTime: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .time(self) }
}

extension CommunityYear: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .year(self) }
}

// MARK: What the domain knows

extension Reference: DeclaredValue, DeclaredElement {
  package func content(of field: DeclaredField) -> FieldContent? { .reference(self) }

  package static func content(of values: [Reference], in field: DeclaredField) -> FieldContent? {
    values.isEmpty ? nil : .references(values)
  }
}

extension Evidence: DeclaredElement {
  package static func content(of values: [Evidence], in field: DeclaredField) -> FieldContent? {
    values.isEmpty ? nil : .evidence(values)
  }

  package static func visitReferences<Visitor>(
    in values: inout [Evidence], _ pass: inout ReferencePass<Visitor>
  ) {
    values = values.compactMap { evidence in
      guard case .entry(let reference) = evidence else { return evidence }
      var kept: Reference? = reference
      pass.visitor.visit(&kept, .evidence)
      return kept.map(Evidence.entry)
    }
  }
}

extension Licence: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .licence(self) }
}

extension TimeInClass: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .timeInClass(self) }
}

extension PictureField: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { .picture(self) }

  package func written(in field: DeclaredField) -> Located<String>? { path }
}

/// Fields of a site's own are for its templates, and mean nothing to us.
extension FieldValue: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { nil }
}
