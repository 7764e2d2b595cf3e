package import Markup

/// What several passes ask of an entry and only some kinds have.
///
/// Each question is a switch over all kinds, so that an eighth has to answer it.
extension EntryFields {
  /// The portrait that the entry names.
  package var photo: Located<String>? {
    switch self {
    case .member(let member): member.photo?.path
    case .post, .meeting, .resource, .goal, .success, .page: nil
    }
  }

  /// The files that the entry offers, in their order.
  package var files: [Located<String>] {
    switch self {
    case .resource(let resource): resource.files.map(\.path)
    case .post, .member, .meeting, .goal, .success, .page: []
    }
  }

  /// The series that the entry belongs to, by its id.
  package var series: Located<String>? {
    switch self {
    case .meeting(let meeting): meeting.series
    case .post, .member, .resource, .goal, .success, .page: nil
    }
  }

  /// The roles that the entry's person holds or held, by their ids.
  package var rolesHeld: [Located<String>] {
    switch self {
    case .member(let member): member.roles.map(\.role)
    case .post, .meeting, .resource, .goal, .success, .page: []
    }
  }

  /// The members who wrote it, made it, or led the meeting.
  package var contributors: [Reference] {
    switch self {
    case .post(let post): post.authors
    case .resource(let resource):
      resource.creators.compactMap(\.member) + [resource.sharedBy].compactMap(\.self)
    case .meeting(let meeting): [meeting.chair, meeting.noteTaker].compactMap(\.self)
    case .member, .goal, .success, .page: []
    }
  }
}
