import Community
import Dates
import Files
import Markup

extension SiteImport {
  /// What a page will be called; `nil` for one that says nothing.
  mutating func naming(
    _ page: ForeignPage, in folders: [String], _ kind: EntryKind, _ language: PageLanguage?
  ) -> PageNaming? {
    let stem = language?.stem ?? page.path.stem
    let isList = stem == "_index" && isListOfMembers(folders)
    let member =
      kind == .member && !isList && language?.original == nil
      ? authors.idOfPage(named: page.personName) : nil
    return PageNaming(
      page, in: folders, kind: kind, generator, language: language, ofMember: member)
  }

  /// Whether a folder is that of all members: one of its own below it is a member's.
  private func isListOfMembers(_ folders: [String]) -> Bool {
    mapping.folders[folders.joined(separator: "/")] != nil || folders.isEmpty
  }

  /// Why a page of a folder of members is none: it is an organisation's.
  func organisation(_ page: ForeignPage, in folders: [String]) -> String? {
    if page.path.stem == "_index", isListOfMembers(folders) { return nil }
    let name = page.personName
    let fate = mapping.authors[name] ?? mapping.authors[page.path.parent?.name ?? ""]
    switch fate {
    case .organisation: return "an organisation is no member: its name stands in its texts"
    case .leftOut: return "the mapping leaves it out: it names nobody"
    case .member, nil: return nil
    }
  }

  /// Whoever a data file lists as an author is a member, whether or not a page is theirs.
  mutating func creditListed() {
    for name in Set(survey.registry.names.values).sorted() { _ = authors.credit(name) }
  }

  /// Writes consent into the files of those who were chosen, and the other spellings that mentions
  /// may use.
  mutating func settleMembers() {
    let chosen = mapping.consent
    let ids = Set(plan.files.compactMap(\.member)).union(authors.ids)
    for unknown in (chosen?.members ?? []).filter({ !ids.contains($0) }).sorted() {
      plan.refusals.append("consent is given for '\(unknown)', and no member has that id")
    }
    for index in plan.files.indices {
      guard let id = plan.files[index].member, case .entry(var entry) = plan.files[index].content
      else { continue }
      if let chosen, chosen.members.contains(id) { entry.replace("consent", by: chosen.written) }
      let handles = authors.handles(of: id)
      if !entry.has("also_known_as") { entry.set("also_known_as", .texts(handles)) }
      plan.files[index].content = .entry(entry)
    }
  }
}

extension ConsentDecision {
  /// As it stands in a member's file: to the name, and to nothing else.
  fileprivate var written: WrittenValue {
    let answers = Consent.Purpose.allCases.map { purpose in
      WrittenValue.WrittenField(purpose.rawValue, .text(purpose == .name ? "yes" : "no"))
    }
    return .map(
      answers + [
        WrittenValue.WrittenField("given", .text(given.description)),
        WrittenValue.WrittenField("basis", .text(basis)),
      ])
  }
}

extension ImportPlan.NewFile {
  /// The id of the member whose file it is.
  fileprivate var member: String? {
    if case .entry(let entry) = content, entry.id.kind == .member { entry.id.name } else { nil }
  }
}

extension ForeignPage {
  /// The name of the person whose page it is: in the fields that are made for it before its title,
  /// which may be a role.
  var personName: String {
    if let name = fields["display_name"]?.value.text ?? fields.partsOfName { return name }
    return fields["name"]?.value.text ?? fields["title"]?.value.text ?? heading
      ?? (["_index", "index"].contains(path.stem) ? path.parent?.name ?? path.stem : path.stem)
  }
}
