import Community
import Markup

extension FormPairs {
  /// What the form says of a field: the pairs whose names are paths at or below it, such as
  /// `attendees[0]` and `consent.name`.
  ///
  /// `nil` where it says nothing: the field is to go.
  func value(of field: DeclaredField) -> YAMLValue? {
    let said = pairs.compactMap { name, value -> (steps: ArraySlice<YAMLPath.Step>, String)? in
      let path = YAMLPath(name)
      guard path.steps.first == .field(field.name), !value.isBlank else { return nil }
      return (path.steps.dropFirst(), value)
    }
    return YAMLValue(said, of: field.type)
  }

  /// What the form says of one part of a field, such as `consent.name`.
  func value(of part: DeclaredField, in field: DeclaredField) -> YAMLValue? {
    guard let said = self["\(field.name).\(part.name)"], !said.isBlank else { return nil }
    return YAMLValue([([], said)], of: part.type)
  }
}

extension YAMLValue {
  /// A value from those at the ends of its paths.
  fileprivate init?(_ said: [(steps: ArraySlice<YAMLPath.Step>, value: String)], of type: FieldType)
  {
    guard let first = said.first else { return nil }
    switch first.steps.first {
    case nil: self = type.isWord ? .word(first.value) : .text(first.value)
    case .item:
      let items = said.groups().compactMap { _, rest in YAMLValue(rest, of: type) }
      self = .list(items)
    case .field:
      let parts = said.groups().compactMap { step, rest -> Field? in
        guard case .field(let name) = step else { return nil }
        return YAMLValue(rest, of: type.ofPart(name)).map { Field(name, $0) }
      }
      self = .fields(parts)
    }
  }
}

extension [(steps: ArraySlice<YAMLPath.Step>, value: String)] {
  /// What is said by the first step of the way to it, in the order of the form.
  fileprivate func groups() -> [(YAMLPath.Step, Self)] {
    var order: [YAMLPath.Step] = []
    var groups: [YAMLPath.Step: Self] = [:]
    for (steps, value) in self {
      guard let step = steps.first else { continue }
      if groups[step] == nil { order.append(step) }
      groups[step, default: []].append((steps.dropFirst(), value))
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}

extension FieldType {
  /// Whether its words stand without quotes: those that programs take for a number, a date or a yes
  /// are meant as such.
  fileprivate var isWord: Bool {
    switch self {
    case .date, .time, .count, .number, .yesNo: true
    default: false
    }
  }

  fileprivate func ofPart(_ name: String) -> FieldType {
    let parts: [DeclaredField] =
      switch self {
      case .fields(let fields): fields
      case .rows(let shape): shape.fields
      default: []
      }
    return parts.first { $0.name == name }?.type ?? .text
  }
}

extension String {
  /// Whether it holds nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
