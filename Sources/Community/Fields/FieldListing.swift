package import Markup

/// Lists the fields of a type.
private struct FieldListing: FieldVisitor {
  var fields: [DeclaredField] = []

  mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    fields.append(DeclaredField(field()))
  }

  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<[Reference]>,
    _ references: inout [Reference]
  ) {
    fields.append(DeclaredField(field(), relation))
  }

  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<Reference?>,
    _ reference: inout Reference?
  ) {
    fields.append(DeclaredField(field(), relation))
  }

  mutating func visit(companion field: @autoclosure () -> Field<Void>) {
    fields.append(DeclaredField(field(), besides: fields.last?.name))
  }
}

extension FieldDeclaring {
  /// The table of the type's fields, rebuilt: keep it.
  package static func listedFields() -> [DeclaredField] {
    var blank = Self()
    var listing = FieldListing()
    blank.declare(to: &listing)
    return listing.fields
  }
}

extension CommonFields {
  /// The fields that an entry of any kind may have.
  package static let declaredFields = listedFields()
}

extension Configuration {
  /// The keys of `handbook.yml`.
  package static let declaredFields = listedFields()
}

extension VocabularyFile {
  /// The keys of `tags.yml`.
  package static let declaredFields = listedFields()
}

extension EntryKind {
  /// The fields that only entries of the kind have.
  package var ownFields: [DeclaredField] {
    switch self {
    case .post: postFields
    case .member: memberFields
    case .meeting: meetingFields
    case .resource: resourceFields
    case .goal: goalFields
    case .success: successFields
    case .page: pageFields
    }
  }

  /// The fields that an entry of the kind must not have.
  package var refusedFields: [RefusedField] {
    switch self {
    case .post: Post.refusedFields
    case .member: Member.refusedFields
    case .meeting: Meeting.refusedFields
    case .resource: Resource.refusedFields
    case .goal: Goal.refusedFields
    case .success: Success.refusedFields
    case .page: Page.refusedFields
    }
  }

  /// All fields that an entry of the kind may have, those of its own first.
  package var fields: [DeclaredField] { ownFields + CommonFields.declaredFields }
}

extension DeclaredField {
  /// Those of entries, of `handbook.yml` and of `tags.yml`, with those of their parts.
  static let everywhere = {
    let entries = EntryKind.allCases.flatMap(\.ownFields) + CommonFields.declaredFields
    return (entries + Configuration.declaredFields + VocabularyFile.declaredFields)
      .flatMap(\.withParts)
  }()
}

private let postFields = Post.listedFields()
private let memberFields = Member.listedFields()
private let meetingFields = Meeting.listedFields()
private let resourceFields = Resource.listedFields()
private let goalFields = Goal.listedFields()
private let successFields = Success.listedFields()
private let pageFields = Page.listedFields()

// MARK: Before they are read

extension CommonFields {
  package static let comingFields = coming(declaredFields)
}

extension Post {
  package static let comingFields = coming(postFields)
}

extension Member {
  package static let comingFields = coming(memberFields)
}

extension Meeting {
  package static let comingFields = coming(meetingFields)
}

extension Resource {
  package static let comingFields = coming(resourceFields)
}

extension Goal {
  package static let comingFields = coming(goalFields)
}

extension Success {
  package static let comingFields = coming(successFields)
}

/// What is known of the fields of a table; one that has a companion is read even where it is
/// missing.
private func coming(_ table: [DeclaredField]) -> [ComingField] {
  let following = table.dropFirst().map(\.companionOf) + [nil]
  return zip(table, following).map { field, companionOf in
    ComingField(
      field.name, otherNames: field.otherNames,
      mayBeMissing: !field.isRequired && companionOf == nil)
  }
}
