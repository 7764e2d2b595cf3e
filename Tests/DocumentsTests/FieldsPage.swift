import Community

/// `docs/fields.md`: every field, as the kinds declare them.
struct FieldsPage {
  var text: String {
    ([head] + EntryKind.allCases.map(section) + [common, settings, vocabulary])
      .joined(separator: "\n")
  }

  private var head: String {
    """
    # Every field

    Here is every field that an entry can have. [Writing entries](authors.md) teaches how to use them, and [settings](configuration.md) those of `handbook.yml`. `handbook schema` prints them for editors. The lists are made from the declarations in `Sources/Community`, by the test `FieldsPagesTests` with `RECORD=1` in the environment.

    """
  }

  private func section(_ kind: EntryKind) -> String {
    let required = kind.declaration.needsDate ? ["`date`"] : []
    let note = required.isEmpty ? "" : "It needs \(required.joined(separator: ", ")) too.\n\n"
    return "## \(kind.folder)\n\n" + note + table(kind.ownFields)
  }

  private var common: String { "## Every kind\n\n" + table(CommonFields.declaredFields) }
  private var settings: String { "## handbook.yml\n\n" + table(Configuration.declaredFields) }
  private var vocabulary: String { "## tags.yml\n\n" + table(VocabularyFile.declaredFields) }

  private func table(_ fields: [DeclaredField]) -> String {
    let rows = fields.flatMap { self.rows(of: $0, below: "") }
    return "| field | needed | what it says | for example |\n| --- | --- | --- | --- |\n"
      + rows.map { $0 + "\n" }.joined()
  }

  private func rows(of field: DeclaredField, below parent: String) -> [String] {
    let name = parent.isEmpty ? field.name : "\(parent).\(field.name)"
    let choices = field.choices.map { "`\($0)`" }.joined(separator: ", ")
    let sentence = choices.isEmpty ? field.sentence : "\(choices). \(field.sentence)"
    let example = field.example.isEmpty ? "" : "`\(field.example)`"
    let row = "| `\(name)` | \(field.isRequired ? "yes" : "") | \(sentence) | \(example) |"
    return [row] + field.parts.flatMap { rows(of: $0, below: name) }
  }
}
