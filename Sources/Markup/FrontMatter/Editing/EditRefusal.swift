import Diagnostics

/// Why a file is not changed, in words; nothing of it has been.
package struct EditRefusal: Error, Hashable, Sendable {
  package let message: String
  package let hints: [String]

  package init(_ message: String, hints: [String] = []) {
    self.message = message
    self.hints = hints
  }

  /// What stands against reading a file stands against changing it.
  init(_ problem: Diagnostic) {
    self.init(problem.summary, hints: problem.hints)
  }
}

extension EditRefusal {
  static let unsettled = EditRefusal(
    "the front matter cannot be changed here, since it can be read in two ways",
    hints: ["change it in a text editor"])

  static func missing(_ path: YAMLPath) -> EditRefusal {
    EditRefusal("there is no '\(path.description.quotedInput)' here")
  }

  static func holdsOther(_ path: YAMLPath, than wanted: String) -> EditRefusal {
    EditRefusal("'\(path.description.quotedInput)' does not hold \(wanted)")
  }

  static func troubled(_ path: YAMLPath, _ problem: Diagnostic?) -> EditRefusal {
    EditRefusal(
      "'\(path.description.quotedInput)' cannot be changed here before its problem is fixed"
        + (problem.map { ": \($0.summary)" } ?? ""),
      hints: problem?.hints ?? [])
  }

  static func control(_ scalar: Unicode.Scalar) -> EditRefusal {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    return EditRefusal(
      "a value cannot hold a character that cannot be seen (U+\(padded))",
      hints: ["delete it; retype the words beside it if it comes back"])
  }
}
