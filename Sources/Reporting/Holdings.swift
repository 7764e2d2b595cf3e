package import Community
package import Dates
package import Diagnostics
import Markup

/// All that the community keeps, with the day from which late and coming are told.
///
/// It is what the files say, nothing withheld.
package struct Holdings: Sendable {
  let library: Library
  let links: LinkGraph
  let minutes: MinuteBook
  /// Every problem of every file.
  let problems: [Diagnostic]
  /// What is owed from an import.
  package let owed: [OwedThing]
  /// How much of the list of what is owed is settled.
  let settledCount: Int
  /// The paths of the files that imports wrote.
  let imported: Set<String>
  let today: CalendarDate

  package init(
    _ content: SettledContent, problems: [Diagnostic], owed: [OwedThing] = [],
    settledCount: Int = 0, imported: Set<String> = [], today: CalendarDate
  ) {
    self.owed = owed
    self.settledCount = settledCount
    self.imported = imported
    library = content.library
    links = content.links
    minutes = content.minutes
    self.problems = problems
    self.today = today
  }
}

extension Holdings {
  /// The entries of a kind with what the kind adds.
  func all<Fields>(_ fields: (EntryFields) -> Fields?) -> [(entry: Entry, fields: Fields)] {
    library.entries.compactMap { entry in fields(entry.fields).map { (entry, $0) } }
  }

  /// What a member is called among members: the name in the file, else the id.
  func name(_ member: EntryIndex) -> String { library[member].workingTitle }

  /// The path of the file of an entry that somebody named, by id or as a path.
  package func path(of written: String) -> String? {
    guard case .one(let index) = library.names.reference(written, kind: nil) else {
      return library.entries.first { $0.source == written }?.source
    }
    return library[index].source
  }

  /// Words of a text, with the names of people and the titles of what it links to.
  func words(_ range: ProseRange, of index: EntryIndex) -> String {
    let links = links.bodies[index.position]
    let body = library[index].body
    return body.prose.runs(in: range).map { run in
      switch run {
      case .text(let text): text
      case .hole(.mention(let mention)):
        links.mentioned[Int(mention)].map(name) ?? "@\(body.mentions[Int(mention)].name)"
      case .hole(.linkTitle(let link)): title(of: links.targets[Int(link)])
      }
    }.joined()
  }

  private func title(of target: LinkTarget) -> String {
    guard case .entry(let index, _) = target else { return "" }
    return library[index].workingTitle
  }
}

extension EntryFields {
  var post: Post? { if case .post(let post) = self { post } else { nil } }
  var member: Member? { if case .member(let member) = self { member } else { nil } }
  var meeting: Meeting? { if case .meeting(let meeting) = self { meeting } else { nil } }
  var resource: Resource? { if case .resource(let resource) = self { resource } else { nil } }
  var goal: Goal? { if case .goal(let goal) = self { goal } else { nil } }
  var success: Success? { if case .success(let success) = self { success } else { nil } }
  var page: Page? { if case .page(let page) = self { page } else { nil } }
}

extension Entry {
  /// Its file as a whole.
  var place: SourceLocation { SourceLocation(path: source) }
}
