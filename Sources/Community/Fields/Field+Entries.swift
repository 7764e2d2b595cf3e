import Markup

// The types of fields that name entries, hold a picture, or have parts.

extension Field where Value == Reference? {
  static func reference(
    _ name: String, to kind: EntryKind?, _ sentence: String, example: String,
    _ facts: FieldFact...
  ) -> Field {
    Field(name, .reference(kind), sentence, example, facts) { $0.reference($1) }
  }
}

extension Field where Value == [Reference] {
  static func references(
    _ name: String, to kind: EntryKind?, _ sentence: String, example: String,
    _ facts: FieldFact...
  ) -> Field {
    Field(name, .references(kind), sentence, example, facts, list: { $0.references($1) })
  }
}

extension Field where Value == [Evidence] {
  static func evidence(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .evidence, sentence, example, facts, list: { $0.evidence($1) })
  }
}

extension Field where Value == PictureField? {
  /// A picture; the words that stand for it are in the field `words`, a companion.
  static func picture(
    _ name: String, words: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .path, sentence, example, facts) { $0.picture($1, words) }
  }
}

extension Field where Value == Void {
  /// A field that is read together with the one before it.
  static func companion(
    _ name: String, _ type: FieldType, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name: name, type: { type }, sentence: sentence, example: example, facts: facts) { _, _ in
      false
    }
  }
}

extension Field where Value: FieldGroup {
  /// Fields below a field; `what` they describe, for messages: "the theme".
  static func group(
    _ name: String, of what: String, _ sentence: String, example: String = "",
    _ facts: FieldFact...
  ) -> Field {
    Field(
      name, .fields(Value.listedFields()), sentence, example, facts,
      keeping: { reader, key in
        reader.map(key, of: what) { Value(reading: &$0) }?.value
      })
  }
}

extension Field {
  /// A list of parts, each with fields of its own; `what` one of them is, for messages: "a trial".
  static func rows<Row: FieldRow>(
    _ name: String, of what: String, _ sentence: String, example: String = "",
    _ facts: FieldFact...
  ) -> Field where Value == [Row] {
    Field(
      name, .rows(Row.shape), sentence, example, facts,
      list: { Row.list($1, of: what, &$0).map(\.value) })
  }

  /// A list of parts of which no two have one id.
  static func distinctRows<Row: FieldRow>(
    _ name: String, of what: String, called noun: String, id: @escaping (Row) -> String,
    _ sentence: String, _ facts: FieldFact...
  ) -> Field where Value == [Row] {
    Field(
      name, .rows(Row.shape), sentence, "", facts,
      list: { reader, key in
        let parts = Row.list(key, of: what, &reader)
        return reader.withoutRepetition(parts, of: noun, id: id)
      })
  }
}
