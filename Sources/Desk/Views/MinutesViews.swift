import Templates

/// The minutes of a meeting: its form with another face.
struct MinutesView: View {
  let frame: FrameView
  let form: FormView
  let people: [AttendeeView]
  /// The control for how many guests there were.
  let guests: [ControlView]
  let agenda: AgendaView
  /// The fields that have no place of their own on the page.
  let others: [ControlView]

  static let fields: Fields<MinutesView> = [
    .view("frame") { $0.frame },
    .view("form") { $0.form },
    .list("people") { $0.people },
    .list("guests") { $0.guests },
    .view("agenda") { $0.agenda },
    .list("others") { $0.others },
  ]
}

/// Somebody who can be ticked as being there.
struct AttendeeView: View {
  /// As the file has it, or the member's id.
  let value: String
  let label: String
  let isHere: Bool
  /// Whether the member has agreed to be listed as present.
  let isListed: Bool

  static let fields: Fields<AttendeeView> = [
    .text("value") { $0.value },
    .text("label") { $0.label },
    .flag("here") { $0.isHere },
    .flag("listed") { $0.isListed },
  ]
}

/// The headings of the notes with what stands below each.
struct AgendaView: View {
  let sections: [AgendaSectionView]
  /// What earlier meetings left open and the notes do not go on with.
  let stillOpen: [EarlierActionView]
  /// How many of these are not shown.
  let more: String?

  static let fields: Fields<AgendaView> = [
    .list("sections") { $0.sections },
    .list("still_open") { $0.stillOpen },
    .text("still_more") { $0.more },
  ]
}

/// An action that an earlier meeting left open, to be ticked or carried over.
struct EarlierActionView: View {
  let name: String
  let said: String
  /// Who does it, by when, and of which meeting it is.
  let told: String

  static let fields: Fields<EarlierActionView> = [
    .text("name") { $0.name }, .text("said") { $0.said }, .text("told") { $0.told },
  ]
}

struct AgendaSectionView: View {
  let number: Int
  let title: String
  let level: Int
  /// `action`, `decision`: what its heading gathers.
  let gathers: String
  let items: [AgendaItemView]
  /// How many notes stand above those that are shown.
  let earlier: String?

  static let fields: Fields<AgendaSectionView> = [
    .text("number") { "\($0.number)" },
    .text("title") { $0.title },
    .text("level") { "\($0.level)" },
    .text("gathers") { $0.gathers },
    .list("items") { $0.items },
    .text("earlier") { $0.earlier },
  ]
}

struct AgendaItemView: View {
  /// What it is called, in words.
  let kind: String
  let isAction: Bool
  let number: Int
  let words: String
  /// Who does it and by when, in words.
  let told: String?
  let isDone: Bool
  let isDropped: Bool

  static let fields: Fields<AgendaItemView> = [
    .text("kind") { $0.kind },
    .flag("is_action") { $0.isAction },
    .text("number") { "\($0.number)" },
    .text("words") { $0.words },
    .text("told") { $0.told },
    .flag("done") { $0.isDone },
    .flag("dropped") { $0.isDropped },
  ]
}

/// Where the next meeting is begun that is not planned yet.
struct NextMeetingView: View {
  let frame: FrameView
  let series: [SeriesOfferView]
  /// The form of a meeting that belongs to no series.
  let other: DeskLinkView

  static let fields: Fields<NextMeetingView> = [
    .view("frame") { $0.frame },
    .list("series") { $0.series },
    .view("other") { $0.other },
  ]
}

/// A series, with the day on which it meets next.
struct SeriesOfferView: View {
  let id: String
  let title: String
  /// `2026-12-03`; empty where the series has no rhythm to tell it from.
  let day: String
  /// The same in words.
  let told: String?

  static let fields: Fields<SeriesOfferView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .text("day") { $0.day },
    .text("told") { $0.told },
  ]
}
