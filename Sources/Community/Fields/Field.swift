import Markup

/// One field of an entry, of a part of an entry, or of the settings: what it is called, what it
/// holds, how it is read, and what other passes do with it.
///
/// A type says its fields once, in `FieldDeclaring.declare(to:)`:
///
///     fields.visit(
///       .date("due", "The day it is meant to be reached.", example: "2026-07-15", .inData()), &due)
///
/// The reader, the guide of new files, `docs/fields.md`, the JSON schema, the search, the print
/// edition, the open data and the import of tables all come from that.
package struct Field<Value> {
  let name: String
  /// Asked for only where fields are listed: that of a list of parts lists the fields of the parts.
  let type: () -> FieldType
  /// What it is for, as a sentence.
  let sentence: String
  /// What may stand behind the name, as YAML; empty for a field whose parts have examples.
  let example: String
  let facts: [FieldFact]
  /// Reads the field into the value; returns whether something was read that can be used.
  let read: (inout FieldReader, inout Value) -> Bool
}

/// What is true of some fields only.
package enum FieldFact: Sendable {
  /// The entry is not complete without it; the line that a message proposes.
  case required(String)
  /// A search finds the entry by its words, as by a label that the entry is filed under.
  case foundAsLabel
  /// A search finds the entry by its words, as by those of its text.
  case foundAsText
  /// It stands before the text where an entry is shown by its beginning: among the results of a
  /// search, and in feeds where there is no text.
  case leads
  /// The print edition shows it among the facts, under this word of the interface, such as
  /// `goal_due`. Fields with the same word are one fact there.
  case printed(String)
  /// Calendars tell it below the summary.
  case inCalendars
  /// The open data has it, under its own name.
  case inData
  /// The open data has it under another name. The `kind` of a post is `post_kind` there: `kind`
  /// says which kind of entry it is.
  case inDataAs(String)
  /// Readers see its choices in words of the interface.
  case words(ChoiceWords)
  /// The headings by which columns of a table are known to mean it, in any of the six languages.
  case columns([String])
  /// Other headings of tables as people keep them, which are no names of fields elsewhere.
  case headings([String])
  /// What a question of a form says that asks for it, folded for comparison.
  case asked([String])
  /// What other tools call it.
  case alsoCalled([String])
  /// It is never published, whoever reads.
  case unpublished
  /// It is published if the member has agreed to that.
  case published(with: Consent.Purpose)
  /// What the members did whom it names.
  case doing(Doing)
  /// The index of the kind can be narrowed by it, under this name.
  case facet(String)
}

extension Field {
  /// A field that keeps what its value was where nothing can be read.
  init(
    _ name: String, _ type: @autoclosure @escaping () -> FieldType, _ sentence: String,
    _ example: String, _ facts: [FieldFact],
    keeping read: @escaping (inout FieldReader, String) -> Value?
  ) {
    self.init(name: name, type: type, sentence: sentence, example: example, facts: facts) {
      reader, value in
      guard let found = read(&reader, name) else { return false }
      value = found
      return true
    }
  }

  /// A field whose value is `nil` where nothing can be read.
  init<Read>(
    _ name: String, _ type: @autoclosure @escaping () -> FieldType, _ sentence: String,
    _ example: String, _ facts: [FieldFact],
    _ read: @escaping (inout FieldReader, String) -> Read?
  ) where Value == Read? {
    self.init(name: name, type: type, sentence: sentence, example: example, facts: facts) {
      reader, value in
      value = read(&reader, name)
      return value != nil
    }
  }

  /// A list, which is empty where nothing can be read.
  init<Item>(
    _ name: String, _ type: @autoclosure @escaping () -> FieldType, _ sentence: String,
    _ example: String, _ facts: [FieldFact],
    list read: @escaping (inout FieldReader, String) -> [Item]
  ) where Value == [Item] {
    self.init(name: name, type: type, sentence: sentence, example: example, facts: facts) {
      reader, value in
      value = read(&reader, name)
      return !value.isEmpty
    }
  }
}
