import Markup

// The types of fields that hold words, an address or one of a few words.

extension Field where Value == String {
  static func text(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .text, sentence, example, facts, keeping: { $0.text($1)?.value })
  }

  static func address(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .address, sentence, example, facts, keeping: { $0.webAddress($1) })
  }

  static func slug(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .slug, sentence, example, facts, keeping: { $0.slug($1) })
  }
}

extension Field where Value == String? {
  static func text(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .text, sentence, example, facts) { $0.text($1)?.value }
  }

  static func paragraph(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .paragraph, sentence, example, facts) { $0.text($1)?.value }
  }

  static func address(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .address, sentence, example, facts) { $0.webAddress($1) }
  }
}

extension Field where Value == Located<String> {
  /// Words that a part of a list is made of, or that it begins with.
  static func text(
    _ name: String, as type: FieldType = .text, _ sentence: String, example: String,
    _ facts: FieldFact...
  ) -> Field {
    Field(name, type, sentence, example, facts, keeping: { $0.text($1) })
  }
}

extension Field where Value == Located<String>? {
  static func text(
    _ name: String, as type: FieldType = .text, _ sentence: String, example: String,
    _ facts: FieldFact...
  ) -> Field {
    Field(name, type, sentence, example, facts) { $0.text($1) }
  }
}

extension Field where Value == [String] {
  /// Words, each of them short: commas part them.
  static func texts(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .texts, sentence, example, facts, list: { $0.texts($1).map(\.value) })
  }
}

extension Field where Value == [Located<String>] {
  static func texts(
    _ name: String, as type: FieldType = .texts, _ sentence: String, example: String,
    _ facts: FieldFact...
  ) -> Field {
    Field(name, type, sentence, example, facts, list: { $0.texts($1) })
  }
}

extension Field where Value == Bool {
  static func yesNo(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .yesNo, sentence, example, facts, keeping: { $0.yesNo($1)?.value })
  }
}

extension Field
where Value: RawRepresentable & CaseIterable & DeclaredValue, Value.RawValue == String {
  /// One of the words of an enumeration, which has one of them where nothing is written.
  static func choice(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(
      name, .choice(Value.allCases.map(\.rawValue)), sentence, example, facts,
      keeping: { $0.choice($1, Value.self)?.value })
  }
}

extension Field {
  /// One of the words of an enumeration, or nothing.
  static func choice<Choice: RawRepresentable & CaseIterable & DeclaredValue>(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field where Value == Choice?, Choice.RawValue == String {
    Field(name, .choice(Choice.allCases.map(\.rawValue)), sentence, example, facts) {
      $0.choice($1, Choice.self)?.value
    }
  }
}
