/// The choices for which readers see words, and not what the author wrote.
package enum ChoiceWords: Sendable {
  case meetingKind, postKind, resourceKind, successValue
}
