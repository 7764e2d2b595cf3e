/// What every host does with a form that has been filled in.
extension Form {
  /// Does what was asked for, and tells how the handbook stands after it.
  var filling: String { Self.told("\(command)\nhandbook check || true") }

  /// What commands say, set off by a bar: a line of it that begins with `::` is then no command to
  /// the host, and the four blanks make it plain text in Markdown.
  static func told(_ commands: String) -> String {
    """
    {
    \(Recipe.indented(commands, by: 2))
    } 2>&1 | sed 's/^/    | /'
    """
  }

  /// Commits what changed in words of our own, since what was filled in may be a name.
  static func committing(subject: String) -> String {
    """
    git add --all content
    git -c user.name=handbook -c user.email=handbook@forms.invalid commit --quiet --message \(subject)
    """
  }

  /// What those who look it over are told.
  static let advice =
    "This was made by a form. Look at what changes in the files, write in them what is still to be "
    + "said, and merge it when it is right."

  /// The answers as variables of the environment of a step.
  var environment: String {
    fields.map { "\($0.variable): ${{ inputs.\($0.name) }}" }.joined(separator: "\n")
  }

  /// The fields, as GitHub and Forgejo show them.
  var inputs: String {
    fields.map { field in
      var lines = [
        "\(field.name):",
        "  description: \"\(field.label)\"",
        "  required: \(field.isNeeded)",
        "  type: \(field.options.isEmpty ? "string" : "choice")",
      ]
      if !field.options.isEmpty {
        lines += ["  options:"] + field.options.map { "    - \($0)" }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
