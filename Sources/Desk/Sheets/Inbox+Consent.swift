import Community
import Dates
import Diagnostics
import Files
import Markup

extension Inbox {
  /// What a member agrees to on a sheet.
  ///
  /// Their file is changed only when a person has confirmed it.
  func consent(
    _ sheet: SheetFile, _ mark: String, of member: String?, isSet: Bool
  ) throws(InboxTrouble) -> Outcome {
    guard let id = self.member(member ?? sheet.line("member") ?? "", isID: member != nil),
      let place = place(of: id)
    else { throw .noMember }
    let fields = try fields(sheet)
    if isSet {
      let file = try open(place.id, place.path)
      var editor = file.editor
      do throws(EditRefusal) {
        for field in fields {
          let path = YAMLPath("consent").field(field.name)
          try editor.set(path, to: .word(field.value), order: EntryKind.member.fieldOrder)
        }
      } catch {
        throw .edit(error)
      }
      try save(editor.source.bytes, over: file)
    }
    return .proposed(
      Place(place.id, place.path.description, at: address(of: place.id, fields, mark)),
      lines: fields.map { "consent.\($0.name): \($0.value)" }, isSet: isSet,
      unknown: sheet.unknown)
  }

  /// The page on which somebody looks at the answers with the member, and saves them.
  private func address(
    of id: EntryID, _ fields: [(name: String, value: String)], _ mark: String
  ) -> String {
    // Names and values of ours: nothing in them needs an escape.
    let answers = fields.map { "\($0.name)=\($0.value)" } + ["sheet=\(mark)"]
    return "\(id.consentAddress)?\(answers.joined(separator: "&"))"
  }

  private func fields(_ sheet: SheetFile) throws(InboxTrouble) -> [(name: String, value: String)] {
    var fields = Consent.Purpose.allCases.compactMap { purpose in
      sheet.choice(purpose.rawValue).map { (name: purpose.rawValue, value: $0 ? "yes" : "no") }
    }
    guard !fields.isEmpty else { throw .empty }
    // A yes without its day is none.
    let given = sheet.day("given") ?? (fields.contains { $0.value == "yes" } ? today : nil)
    if let given { fields.append((name: "given", value: given.description)) }
    return fields
  }

  /// The one member who has an id or a name.
  private func member(_ words: String, isID: Bool) -> EntryID? {
    let folded = words.lowercased()
    let found = library.entries.filter { entry in
      guard case .member(let member) = entry.fields else { return false }
      return entry.id.name == folded || !isID && member.name?.value.lowercased() == folded
    }
    return found.count == 1 ? found[0].id : nil
  }
}
