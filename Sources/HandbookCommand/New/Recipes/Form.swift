import Community

/// A form that somebody fills in at the git host, in the browser alone.
///
/// What it makes is proposed, as a pull or merge request, and published only once that is merged.
/// What is filled in reaches the shell through variables of the environment and never through the
/// text of a script, whatever it says; the command then takes it for an id, a day or a title, or
/// refuses it.
struct Form {
  /// Its name in files and branches, such as `new-meeting`.
  let id: String
  /// What it is called at the host, and what it proposes is called.
  let title: String
  let fields: [Field]
  /// The words of the command, as a shell reads them.
  let command: String

  struct Field {
    let name: String
    let label: String
    var options: [String] = []
    var isNeeded = false

    /// The variable of the environment that its answer is in.
    var variable: String { name.uppercased() }
  }

  /// All forms, those of meetings with the series that the handbook has.
  static func all(series: [String]) -> [Form] {
    [meeting(series), member, rename, forget]
  }
}

// MARK: - The forms

extension Form {
  private static func meeting(_ series: [String]) -> Form {
    Form(
      id: "new-meeting", title: "New meeting",
      fields: [
        Field(
          name: "series",
          label: "The series, by its id in handbook.yml; none for a meeting by itself",
          options: series.isEmpty ? [] : series + ["none"]),
        Field(name: "date", label: "The day, as 2026-01-15; if empty, the next of the series"),
        Field(name: "title", label: "The title; if empty, that of the series"),
      ],
      command: """
        [ "$SERIES" != none ] || SERIES=
        handbook new meeting ${SERIES:+"--series=$SERIES"} ${DATE:+"--date=$DATE"} \\
          ${TITLE:+"--title=$TITLE"}
        """)
  }

  private static let member = Form(
    id: "new-member", title: "New member",
    fields: [
      Field(
        name: "name",
        label: "Their name, if only your community can read this repository; else leave it empty")
    ],
    command: #"handbook new member ${NAME:+"--title=$NAME"}"#)

  private static let rename = Form(
    id: "rename", title: "Rename an entry",
    fields: [
      Field(
        name: "kind", label: "What it is",
        options: EntryKind.allCases.map(\.folder),
        isNeeded: true),
      Field(name: "id", label: "Its id now: the name of its file, without .md", isNeeded: true),
      Field(
        name: "new_id", label: "Its id from now on: letters a to z, digits and hyphens",
        isNeeded: true),
    ],
    command: #"handbook rename -- "$KIND/$ID" "$NEW_ID""#)

  private static let forget = Form(
    id: "forget", title: "Forget a member",
    fields: [
      Field(name: "member", label: "Their id: the name of their file, without .md", isNeeded: true)
    ],
    command: #"handbook forget -- "$MEMBER""#)
}
