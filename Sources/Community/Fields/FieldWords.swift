/// What stands above a field among the facts of the print edition.
///
/// Fields with the same title are one fact there. The site has the words for it.
package enum PrintTitle: Sendable {
  case accessNotes, attendance, chair, due, goals, levels, licence, link, measure, milestones
  case noteTaker, offers, resources, roles, seeks, sharedBy, subjects, timeNeeded, value, why
}

/// The choices for which readers see words, and not what the author wrote.
package enum ChoiceWords: Sendable {
  case meetingKind, postKind, resourceKind, successValue
}
