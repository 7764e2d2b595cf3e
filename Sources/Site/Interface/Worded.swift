import Community
import Markup

/// One of a few values, each of which readers see as a word.
protocol Worded: RawRepresentable<String> {
  var word: Word { get }
}

// MARK: - Values of fields

extension Post.Kind: Worded {
  var word: Word {
    switch self {
    case .story: .postKindStory
    case .question: .postKindQuestion
    case .reflection: .postKindReflection
    case .news: .postKindNews
    }
  }

  /// `Stories`.
  var plural: Word {
    switch self {
    case .story: .postKindsStory
    case .question: .postKindsQuestion
    case .reflection: .postKindsReflection
    case .news: .postKindsNews
    }
  }
}

extension Meeting.Kind: Worded {
  var word: Word {
    switch self {
    case .meeting: .meetingKindMeeting
    case .workshop: .meetingKindWorkshop
    case .visit: .meetingKindVisit
    case .social: .meetingKindSocial
    }
  }
}

extension Meeting.Mode: Worded {
  var word: Word {
    switch self {
    case .inPerson: .modeInPerson
    case .online: .modeOnline
    case .hybrid: .modeHybrid
    }
  }
}

extension Resource.Kind: Worded {
  var word: Word {
    switch self {
    case .lessonPlan: .resourceKindLessonPlan
    case .activity: .resourceKindActivity
    case .worksheet: .resourceKindWorksheet
    case .assessment: .resourceKindAssessment
    case .slides: .resourceKindSlides
    case .video: .resourceKindVideo
    case .reading: .resourceKindReading
    case .template: .resourceKindTemplate
    case .tool: .resourceKindTool
    case .policy: .resourceKindPolicy
    case .other: .resourceKindOther
    }
  }

  /// `Lesson plans`.
  var plural: Word {
    switch self {
    case .lessonPlan: .resourceKindsLessonPlan
    case .activity: .resourceKindsActivity
    case .worksheet: .resourceKindsWorksheet
    case .assessment: .resourceKindsAssessment
    case .slides: .resourceKindsSlides
    case .video: .resourceKindsVideo
    case .reading: .resourceKindsReading
    case .template: .resourceKindsTemplate
    case .tool: .resourceKindsTool
    case .policy: .resourceKindsPolicy
    case .other: .resourceKindsOther
    }
  }
}

extension Goal.Status: Worded {
  var word: Word {
    switch self {
    case .proposed: .goalStatusProposed
    case .active: .goalStatusActive
    case .achieved: .goalStatusAchieved
    case .paused: .goalStatusPaused
    case .dropped: .goalStatusDropped
    }
  }
}

extension Success.Value: Worded {
  var word: Word {
    switch self {
    case .immediate: .valueImmediate
    case .potential: .valuePotential
    case .applied: .valueApplied
    case .realised: .valueRealised
    case .reframing: .valueReframing
    }
  }

  /// What it means, as a sentence.
  var meaning: Word {
    switch self {
    case .immediate: .valueImmediateMeaning
    case .potential: .valuePotentialMeaning
    case .applied: .valueAppliedMeaning
    case .realised: .valueRealisedMeaning
    case .reframing: .valueReframingMeaning
    }
  }
}

// MARK: - States of which only some are told

extension Meeting.Status {
  /// `nil` for one that was held, which needs no word.
  var word: Word? {
    switch self {
    case .planned: .meetingStatusPlanned
    case .cancelled: .meetingStatusCancelled
    case .postponed: .meetingStatusPostponed
    case .held: nil
    }
  }
}

extension Resource.Status {
  /// `nil` for one that is current.
  var word: Word? {
    switch self {
    case .review: .resourceStatusReview
    case .withdrawn: .resourceStatusWithdrawn
    case .current: nil
    }
  }
}

extension Member.Status {
  /// `nil` for one who is a member, or about whom nothing is shown.
  var word: Word? {
    switch self {
    case .former: .memberStatusFormer
    case .active, .withdrawn: nil
    }
  }
}

// MARK: - What bodies say beside their text

extension Body.InterfaceWord: Worded {
  var word: Word {
    switch self {
    case .table: .table
    case .footnotes: .footnotes
    case .footnoteBack: .footnoteBack
    case .taskDone: .taskDone
    case .taskOpen: .taskOpen
    case .alertNote: .alertNote
    case .alertTip: .alertTip
    case .alertImportant: .alertImportant
    case .alertWarning: .alertWarning
    case .alertCaution: .alertCaution
    }
  }
}

// MARK: - Facets and amounts

extension Facet {
  var word: Word {
    switch self {
    case .resourceSubject, .memberSubject: .facetSubject
    case .resourceLevel, .memberLevel: .facetLevel
    case .resourceKind, .postKind: .facetKind
    case .resourceLicence: .facetLicence
    case .questionState: .facetAnswer
    case .successValue: .facetValue
    }
  }
}

extension QuestionState: Worded {
  var word: Word {
    switch self {
    case .open: .questionOpen
    case .answered: .questionAnswered
    }
  }
}

extension TimeInClass.Unit {
  /// `45 minutes`.
  var counted: CountedWord {
    switch self {
    case .minutes: .minutes
    case .hours: .hours
    case .lessons: .lessons
    case .days: .days
    case .weeks: .weeks
    }
  }
}
