import Community

extension DeclaredField {
  /// The word for one of the field's choices, as an author writes it; `nil` where choices have none.
  func word(ofChoice written: String) -> Word? {
    switch choiceWords {
    case .meetingKind: Meeting.Kind(rawValue: written)?.word
    case .postKind: Post.Kind(rawValue: written)?.word
    case .resourceKind: Resource.Kind(rawValue: written)?.word
    case .successValue: Success.Value(rawValue: written)?.word
    case nil: nil
    }
  }
}

extension PrintTitle {
  var word: Word {
    switch self {
    case .accessNotes: .resourceAccessNotes
    case .attendance: .meetingAttendance
    case .chair: .meetingChair
    case .due: .goalDue
    case .goals: .serves
    case .levels: .levels
    case .licence: .licence
    case .link: .openLink
    case .measure: .goalMeasure
    case .milestones: .goalMilestones
    case .noteTaker: .meetingNoteTaker
    case .offers: .memberOffers
    case .resources: .kindsResource
    case .roles: .memberRoles
    case .seeks: .memberSeeks
    case .sharedBy: .resourceSharedBy
    case .subjects: .subjects
    case .timeNeeded: .resourceTimeNeeded
    case .value: .successValue
    case .why: .goalWhy
    }
  }
}
