import Community
import Diagnostics
import Text

/// What pages of all kinds ask of an entry and each kind answers in its own way.
///
/// Each question is a switch over all kinds, so that an eighth has to answer it.
extension PageContext {
  /// The entry in a list, without the marks of its facets.
  func cardOfKind(_ entry: PublishedEntry) -> CardView {
    switch entry.fields {
    case .post(let post): card(entry, post)
    case .member(let member): card(entry, member)
    case .meeting(let meeting): card(entry, meeting)
    case .resource(let resource): card(entry, resource)
    case .goal(let goal): card(entry, goal)
    case .success(let success): card(entry, success)
    case .page: basicCard(entry, kind: kindLabel(entry.kind))
    }
  }

  /// What a reader must know before the entry is read or used.
  func noticesOfKind(_ entry: PublishedEntry) -> [NoticeView] {
    switch entry.fields {
    case .resource(let resource): notices(resource.status)
    case .meeting(let meeting): notices(meeting.status)
    case .goal(let goal): notices(goal)
    case .post, .member, .success, .page: []
    }
  }

  /// The people who wrote or made the entry; a name may occur twice.
  func makers(of entry: PublishedEntry) -> [PersonView] {
    switch entry.fields {
    case .post(let post): people(post.authors)
    case .resource(let resource): creators(resource)
    case .member, .meeting, .goal, .success, .page: []
    }
  }

  /// What the registers hold of the entry; `nil` where that is nothing.
  func register(of entry: PublishedEntry) -> RegisterView? {
    switch entry.fields {
    case .meeting: registerOfMeeting(entry)
    case .member: register(handbook.registers.actions(ownedBy: entry.index), [])
    case .goal:
      register(
        handbook.registers.actions(servingGoal: entry.index),
        handbook.registers.decisions(servingGoal: entry.index))
    case .post, .resource, .success, .page: nil
    }
  }

  /// The entry as schema.org has it; `nil` where a page is all that it is.
  func thing(_ entry: PublishedEntry) -> JSON? {
    guard let address = plan.addresses.entry(entry.index).flatMap(canonical) else { return nil }
    switch entry.fields {
    case .post(let post): return article("BlogPosting", entry, address, by: post.authors)
    case .success(let success): return article("Article", entry, address, about: success)
    case .meeting(let meeting): return event(entry, meeting, address)
    case .resource(let resource): return learningResource(entry, resource, address)
    case .member(let member): return profile(entry, member, address)
    case .goal, .page: return nil
    }
  }
}
