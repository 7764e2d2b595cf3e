import Community
import Markup

/// A text of an entry, and how much a word in it says of what the entry is about.
struct SearchedText {
  let text: String
  let weight: Int
}

extension SearchedText {
  static func title(_ text: String) -> SearchedText { SearchedText(text: text, weight: 20) }
  static func label(_ text: String) -> SearchedText { SearchedText(text: text, weight: 6) }
  static func plain(_ text: String) -> SearchedText { SearchedText(text: text, weight: 1) }

  /// Of a heading of the body.
  static let headingWeight = 3
}

extension PageContext {
  /// What an entry is found by beside the text below its front matter: title, tags in all their
  /// spellings, people as they may be named, and what its kind says of it.
  func searchedFields(_ entry: PublishedEntry) -> [SearchedText] {
    let tags = entry.tags.flatMap { tag in
      [tag.label] + (handbook.vocabulary.term(tag.id)?.also.map(\.value) ?? [])
    }
    let people = people(in: entry).compactMap { handbook.person($0)?.nameIfTold }
    let texts = [entry.common.summary?.value].compactMap(\.self) + textsOfKind(entry)
    return [.title(entry.title)] + (tags + people + labelsOfKind(entry)).map(SearchedText.label)
      + texts.map(SearchedText.plain)
  }

  /// What stands in the holes of its text.
  func searchedFillings(_ body: PublishedBody) -> [String] {
    body.people.compactMap(\.nameIfTold)
      + body.prose.holes.compactMap { hole in
        guard case .linkTitle(let link) = hole.filling else { return nil }
        switch body.links[Int(link)] {
        case .entry(let index, _): return handbook.entry(index)?.title
        case .person(let person): return person.nameIfTold
        default: return nil
        }
      }
  }

  private func people(in entry: PublishedEntry) -> [Reference?] {
    switch entry.fields {
    case .post(let post): post.authors
    case .meeting(let meeting): [meeting.chair, meeting.noteTaker] + meeting.attendees
    case .resource(let resource):
      resource.creators.map(\.member) + [resource.sharedBy] + resource.trials.map(\.member)
    case .goal(let goal): goal.owners
    case .success(let success): success.people
    case .member, .page: []
    }
  }

  /// Words under which others would file the entry.
  private func labelsOfKind(_ entry: PublishedEntry) -> [String] {
    switch entry.fields {
    case .member(let member):
      member.subjects + member.levels
        + (member.offers + member.seeks).map { link(exchange: $0).title }
        + member.roles.compactMap { handbook.configuration.role($0.role.value)?.title }
        + [member.school?.value].compactMap(\.self)
    case .meeting(let meeting):
      [Occasion(meeting, on: entry.date, in: handbook.configuration).series?.title].compactMap(
        \.self)
    case .resource(let resource):
      resource.subjects + resource.levels + resource.creators.compactMap(\.outsider)
        + [words("resource_kind_\(underscored(resource.kind.rawValue))")]
    case .post, .goal, .success, .page: []
    }
  }

  private func textsOfKind(_ entry: PublishedEntry) -> [String] {
    switch entry.fields {
    case .member(let member): (member.offers + member.seeks).compactMap(\.note)
    case .meeting(let meeting):
      [Occasion(meeting, on: entry.date, in: handbook.configuration).venue].compactMap(\.self)
    case .resource(let resource):
      resource.trials.compactMap(\.note) + [resource.accessNotes].compactMap(\.self)
    case .goal(let goal):
      [goal.measure, goal.why].compactMap(\.self) + goal.milestones.map(\.title)
        + goal.readings.compactMap(\.note)
    case .success(let success):
      [success.quote].compactMap(\.self)
        + success.evidence.compactMap { if case .words(let words) = $0 { words } else { nil } }
    case .post, .page: []
    }
  }
}

extension Person {
  /// The name, if it may be told; of nobody's `@name`, what is written.
  fileprivate var nameIfTold: String? {
    switch self {
    case .named(let name, _), .asWritten(let name): name
    case .aMember, .aFormerMember: nil
    }
  }
}
