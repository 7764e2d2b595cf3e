/// What is remembered while the minutes in a body are read.
///
/// CommonMark knows nothing of tasks, decisions and who was there: they are read off ordinary
/// paragraphs, lists and tables, as the walk passes these.
struct NoteReadings {
  var task: OpenTask?
  /// The sections of actions and decisions that the walk is in, the outermost first.
  var sections: [MinuteSection] = []
  /// What a paragraph right above a list says that the list holds.
  var labelled: Set<MinuteWords.Kind>?
  /// The decisions that what is nested in them still belongs to, the outermost first.
  var openDecisions: [OpenDecision] = []
  /// What has been read of who was there.
  var presence = PresenceReading()
  /// The names above a list nested below Actions: its items are theirs.
  var ownerList: OwnerList?
  /// The paragraph being read, or to be read first in an item, that may be an action or a decision.
  var candidate: MinuteCandidate?
}
