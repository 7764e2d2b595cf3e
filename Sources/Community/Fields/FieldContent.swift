package import Dates
import Markup

/// What a field says, whichever kind of entry it belongs to: what passes over all kinds look at.
package enum FieldContent: Sendable {
  case text(String)
  case texts([String])
  case date(CalendarDate)
  case time(ClockTime)
  case number(Double)
  case count(Int)
  case yes
  case choice(String)
  case address(String)
  case terms([String], TermList)
  case licence(Licence)
  case timeInClass(TimeInClass)
  case year(CommunityYear)
  case picture(PictureField)
  case reference(Reference)
  case references([Reference])
  case evidence([Evidence])
  /// The fields of each part of a list.
  case rows([[FilledField]])
}

/// A field of one entry that says something.
package struct FilledField: Sendable {
  package let field: DeclaredField
  package let content: FieldContent

  package var name: String { field.name }
}

/// Gathers what the fields of a value say.
private struct FieldFilling: FieldVisitor {
  /// The declared fields in the order of their declaration: what is visited is told by its place.
  let table: [DeclaredField]
  var position = 0
  var filled: [FilledField] = []

  mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    let declared = table[position]
    position += 1
    if let content = value.content(of: declared) {
      filled.append(FilledField(field: declared, content: content))
    }
  }

  mutating func visit(companion field: @autoclosure () -> Field<Void>) { position += 1 }

  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<[Reference]>,
    _ references: inout [Reference]
  ) {
    fill(references.isEmpty ? nil : .references(references))
  }

  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<Reference?>,
    _ reference: inout Reference?
  ) {
    fill(reference.map(FieldContent.reference))
  }

  private mutating func fill(_ content: FieldContent?) {
    if let content { filled.append(FilledField(field: table[position], content: content)) }
    position += 1
  }
}

extension FieldDeclaring {
  /// What the fields say that say something, in the order of `table`, the type's own.
  package func filledFields(_ table: [DeclaredField]) -> [FilledField] {
    var value = self
    var filling = FieldFilling(table: table)
    value.declare(to: &filling)
    return filling.filled
  }
}

extension EntryFields {
  /// What the fields of the kind say.
  package var filled: [FilledField] {
    let table = kind.ownFields
    return switch self {
    case .post(let post): post.filledFields(table)
    case .member(let member): member.filledFields(table)
    case .meeting(let meeting): meeting.filledFields(table)
    case .resource(let resource): resource.filledFields(table)
    case .goal(let goal): goal.filledFields(table)
    case .success(let success): success.filledFields(table)
    case .page(let page): page.filledFields(table)
    }
  }
}

extension CommonFields {
  package var filled: [FilledField] { filledFields(CommonFields.declaredFields) }
}

extension [FilledField] {
  /// The addresses of other sites, at any depth.
  package var addresses: [String] {
    flatMap { filled -> [String] in
      switch filled.content {
      case .address(let address): [address]
      case .evidence(let evidence): evidence.compactMap(\.address)
      case .licence(let licence): [licence.givenAddress].compactMap(\.self)
      case .rows(let rows): rows.flatMap(\.addresses)
      case .text, .texts, .date, .time, .number, .count, .yes, .choice, .terms, .timeInClass, .year,
        .picture, .reference, .references:
        []
      }
    }
  }
}
