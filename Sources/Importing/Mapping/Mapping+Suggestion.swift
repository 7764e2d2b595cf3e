import Community
import Files
import Markup

extension Mapping {
  /// What the names of a site's folders suggest.
  ///
  /// `folders` are those that hold pages, within the folder of the pages.
  static func suggested(for folders: [[String]], of generator: Generator) -> Mapping {
    var mapping = Mapping()
    mapping.folders[""] = .some(generator == .obsidian ? .page : .page)
    for folder in folders {
      for length in 1...max(1, folder.count) where length <= folder.count {
        let name = folder[length - 1]
        let path = folder[..<length].joined(separator: "/")
        if let kind = kind(named: name) { mapping.folders[path] = .some(kind) }
      }
    }
    return mapping
  }

  private static func kind(named folder: String) -> EntryKind? {
    let name = folder.foldedName.drop { $0 == "_" || $0.isNumber || $0 == "." }
    return usualFolders[String(name)]
  }
}

/// What communities call the folders of each kind.
private let usualFolders: [String: EntryKind] = {
  var folders: [String: EntryKind] = [:]
  for kind in EntryKind.allCases {
    for name in [kind.folder] + kind.declaration.foldersElsewhere { folders[name] = kind }
  }
  return folders
}()

extension Mapping {
  /// The text of a mapping file, to be looked over and changed.
  package var text: String {
    var text = """
      # How the pages of the other site become entries of the handbook.
      # Look it over, change what is wrong, then import with --map and this file's name.

      # Which folder is which kind: \(EntryKind.allCases.map(\.folder).joined(separator: ", ")),
      # or leave-out. The longest folder that fits decides; "." is the top.
      folders:

      """
    for (folder, kind) in folders.sorted(by: { $0.key < $1.key }) {
      text += "  \((folder.isEmpty ? "." : folder).asYAML): \(kind?.folder ?? leaveOut)\n"
    }
    text += section(
      "fields",
      "What a field is called here, or leave-out. One without a line is kept below extra.",
      fields.mapValues { $0 ?? leaveOut })
    text += section("authors", "Which member an author is: their id.", authors)
    text += section(
      "tags", "Other words for tags, or leave-out.", tags.mapValues { $0 ?? leaveOut })
    return text
  }

  private func section(_ name: String, _ comment: String, _ lines: [String: String]) -> String {
    guard !lines.isEmpty else { return "\n# \(comment)\n\(name): {}\n" }
    return "\n# \(comment)\n\(name):\n"
      + lines.sorted { $0.key < $1.key }.map { "  \($0.key.asYAML): \($0.value.asYAML)\n" }.joined()
  }
}

/// What a mapping says for something that is not to be imported.
let leaveOut = "leave-out"
