import Community

/// What readers call each kind of entry.
extension EntryKind: Worded {
  /// `Post`.
  var word: Word {
    switch self {
    case .post: .kindPost
    case .member: .kindMember
    case .meeting: .kindMeeting
    case .resource: .kindResource
    case .goal: .kindGoal
    case .success: .kindSuccess
    case .page: .kindPage
    }
  }

  /// `Posts`.
  var plural: Word {
    switch self {
    case .post: .kindsPost
    case .member: .kindsMember
    case .meeting: .kindsMeeting
    case .resource: .kindsResource
    case .goal: .kindsGoal
    case .success: .kindsSuccess
    case .page: .kindsPage
    }
  }

  /// `3 posts`.
  var counted: CountedWord {
    switch self {
    case .post: .countPost
    case .member: .countMember
    case .meeting: .countMeeting
    case .resource: .countResource
    case .goal: .countGoal
    case .success: .countSuccess
    case .page: .countPage
    }
  }

  /// `All posts`; `nil` for a kind of which no page shows a part alone.
  var all: Word? {
    switch self {
    case .post: .postsAll
    case .member: .membersAll
    case .resource: .resourcesAll
    case .goal: .goalsAll
    case .success: .successesAll
    case .meeting, .page: nil
    }
  }
}
