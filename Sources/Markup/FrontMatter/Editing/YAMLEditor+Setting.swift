import Diagnostics

extension YAMLEditor {
  /// Gives a field or an item another value, and adds it where it is not there.
  ///
  /// Of a list or of fields only what differs is changed. `order` says where a field that is added
  /// comes among the others.
  package mutating func set(
    _ path: YAMLPath, to new: YAMLValue, order: FieldOrder = FieldOrder()
  ) throws(EditRefusal) {
    let new = new.withPlainBreaks
    if let control = new.firstControl { throw .control(control) }
    try refuseRepetition(on: path)
    var editor = self
    try editor.setValue(path, new, order)
    self = editor
  }

  private mutating func setValue(
    _ path: YAMLPath, _ new: YAMLValue, _ order: FieldOrder
  ) throws(EditRefusal) {
    guard let old = syntax.value(at: path.steps), let said = value[path.steps[...]] else {
      return try add(path, new, order)
    }
    if said.saysTheSame(as: new), said.isEmpty == new.isEmpty { return }
    switch (old.form, new) {
    case (.fields, .fields(let fields)) where !fields.isEmpty && old.hasTheShape(of: said):
      try set(fields, at: path, said, order)
    case (.list(let items), .list(let others))
    where !items.isEmpty && !others.isEmpty && old.hasTheShape(of: said):
      try set(others, at: path, said, order)
    default:
      guard !path.steps.isEmpty else { throw .holdsOther(path, than: "anything but fields") }
      try refuseTrouble(in: old, at: path)
      try make(
        ways(toReplace: old, saying: said, by: new), at: path,
        expecting: value.replacing(path.steps[...], by: new))
    }
  }

  /// Sets each field that differs, then takes out those that are no longer there.
  private mutating func set(
    _ fields: [YAMLValue.Field], at path: YAMLPath, _ said: YAMLValue, _ order: FieldOrder
  ) throws(EditRefusal) {
    let own = FieldOrder(fields.map { FieldOrder.Name($0.name) })
    for field in fields {
      let isThere = said.fields.contains { $0.name == field.name }
      try setValue(path.field(field.name), field.value, isThere ? order : own.under(path))
    }
    for field in said.fields where !fields.contains(where: { $0.name == field.name }) {
      try remove(path.field(field.name))
    }
  }

  /// Adds a value below the deepest part of its path that is there.
  private mutating func add(
    _ path: YAMLPath, _ new: YAMLValue, _ order: FieldOrder
  ) throws(EditRefusal) {
    var count = path.steps.count - 1
    while count > 0, syntax.value(at: path.steps[..<count]) == nil { count -= 1 }
    guard count >= 0 else { throw .missing(path) }
    let container = YAMLPath(Array(path.steps[..<count]))
    var rest = path.steps[count...]
    let first = rest.removeFirst()
    let inner = try wrapped(new, in: rest, path)
    switch first {
    case .field(let name):
      let others = (value[container.steps[...]]?.fields ?? []).map(\.name)
      let place = order.below(container.steps).place(of: name, among: others)
      try insert(YAMLValue.Field(name, inner), at: place, in: container)
    case .item(let index):
      guard index == value[container.steps[...]]?.items.count ?? 0 else { throw .missing(path) }
      try insert(inner, at: index, in: container)
    }
  }

  /// A value in the lists and fields that a path leads through.
  private func wrapped(
    _ value: YAMLValue, in steps: ArraySlice<YAMLPath.Step>, _ path: YAMLPath
  ) throws(EditRefusal) -> YAMLValue {
    var wrapped = value
    for step in steps.reversed() {
      switch step {
      case .field(let name): wrapped = .fields([YAMLValue.Field(name, wrapped)])
      case .item(0): wrapped = .list([wrapped])
      case .item: throw .missing(path)
      }
    }
    return wrapped
  }
}

extension FieldOrder {
  /// The same for the fields below a path.
  fileprivate func under(_ path: YAMLPath) -> FieldOrder {
    path.steps.reversed().reduce(self) { order, step in
      guard case .field(let name) = step else { return order }
      return FieldOrder([Name(name, parts: order)])
    }
  }
}

extension YAMLValue {
  /// The first character that no value can hold.
  fileprivate var firstControl: Unicode.Scalar? {
    switch self {
    case .empty: nil
    case .text(let text), .word(let text): text.unicodeScalars.first { $0.isRefusedInValues }
    case .list(let items): items.lazy.compactMap(\.firstControl).first
    case .fields(let fields):
      fields.lazy.compactMap { YAMLValue.text($0.name).firstControl ?? $0.value.firstControl }.first
    }
  }
}

extension Unicode.Scalar {
  /// Controls, byte order marks, and what the reader keeps for its own marks.
  fileprivate var isRefusedInValues: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0xFEFF, 0xFDD0...0xFDEF: true
    default: false
    }
  }
}
