package import Markup

extension FieldOrder {
  /// The order of declared fields, with those of their parts.
  package init(_ fields: [DeclaredField]) {
    self.init(fields.map { Name($0.name, parts: FieldOrder($0.parts)) })
  }
}

extension EntryKind {
  /// The order in which the fields of an entry are written: what lists show of every kind, what is
  /// its own, then the rest.
  package var fieldOrder: FieldOrder {
    let common = CommonFields.declaredFields
    let first = common.prefix { $0.name != "tags" } + common.filter { $0.name == "tags" }
    let rest = common.filter { field in !first.contains { $0.name == field.name } }
    return FieldOrder(first + ownFields + rest)
  }
}
