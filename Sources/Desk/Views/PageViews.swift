import Templates

/// The first screen.
struct HomeView: View {
  let frame: FrameView
  let nextMeeting: DeskLinkView?
  let beginnings: [DeskLinkView]
  let changes: [DeskLinkView]
  let attention: [FindingView]
  /// How many findings are not shown here.
  let moreAttention: String?
  /// Said where only starter text stands.
  let starter: String?
  let kinds: [DeskLinkView]
  /// Whether all that is saved is online, as far as git can tell.
  let isOnline: Bool

  static let fields: Fields<HomeView> = [
    .view("frame") { $0.frame },
    .view("next_meeting") { $0.nextMeeting },
    .list("beginnings") { $0.beginnings },
    .list("changes") { $0.changes },
    .list("attention") { $0.attention },
    .text("more_attention") { $0.moreAttention },
    .text("starter") { $0.starter },
    .list("kinds") { $0.kinds },
    .flag("online") { $0.isOnline },
  ]
}

/// A list: of a kind, of what a search found.
struct ListView: View {
  let frame: FrameView
  let query: String?
  let beginning: DeskLinkView?
  let entries: [DeskLinkView]
  let findings: [FindingView]
  let isAttention: Bool

  static let fields: Fields<ListView> = [
    .view("frame") { $0.frame },
    .text("query") { $0.query },
    .view("beginning") { $0.beginning },
    .list("entries") { $0.entries },
    .list("findings") { $0.findings },
    .flag("is_attention") { $0.isAttention },
  ]
}

/// The form of a new entry.
struct BeginningView: View {
  let frame: FrameView
  let kind: String
  let kindName: String
  let controls: [ControlView]

  static let fields: Fields<BeginningView> = [
    .view("frame") { $0.frame },
    .text("kind") { $0.kind },
    .text("kind_name") { $0.kindName },
    .list("controls") { $0.controls },
  ]
}

/// The form of an entry.
struct FormView: View {
  let frame: FrameView
  let path: String
  /// The mark of the file as it was opened.
  let opened: String
  let page: String
  let minutes: String?
  /// Where a member says what may be shown of them.
  let consent: String?
  /// The page for a member who leaves.
  let leaving: String?
  let takingDown: String
  let versions: String
  let kindLink: DeskLinkView
  let first: [ControlView]
  let rest: [ControlView]
  let text: String
  /// What the check says of the text or the whole.
  let findings: [FindingView]
  /// When the text was typed that was not saved; `nil` where there is none.
  let kept: String?
  /// The names of the fields that what was kept has changed; `nil` where it is not shown.
  let keptShown: String?
  /// The mark of the sheet's file that what is shown comes from.
  let sheet: String?

  static let fields: Fields<FormView> = [
    .view("frame") { $0.frame },
    .text("path") { $0.path },
    .text("opened") { $0.opened },
    .text("page") { $0.page },
    .text("minutes") { $0.minutes },
    .text("consent") { $0.consent },
    .text("leaving") { $0.leaving },
    .text("taking_down") { $0.takingDown },
    .text("versions") { $0.versions },
    .view("kind") { $0.kindLink },
    .list("first") { $0.first },
    .list("rest") { $0.rest },
    .text("text") { $0.text },
    .list("findings") { $0.findings },
    .text("kept") { $0.kept },
    .text("kept_shown") { $0.keptShown },
    .text("sheet") { $0.sheet },
  ]
}

/// What will change online, and how the last publication ended.
struct PublishingView: View {
  let frame: FrameView
  let changes: [DeskLinkView]
  /// Changed outside of the desk: not sent from here.
  let others: [DeskLinkView]
  /// What stands against publishing.
  let findings: [FindingView]
  /// How the history stands to the git host, and what to do about it.
  let standing: String?
  let step: String?
  let canPublish: Bool
  /// What can be taken back.
  let undo: String?
  /// Where the last publication is read.
  let address: String?

  static let fields: Fields<PublishingView> = [
    .view("frame") { $0.frame },
    .list("changes") { $0.changes },
    .list("others") { $0.others },
    .list("findings") { $0.findings },
    .text("standing") { $0.standing },
    .text("step") { $0.step },
    .flag("can_publish") { $0.canPublish },
    .text("undo") { $0.undo },
    .text("address") { $0.address },
  ]
}

/// What an entry was earlier.
struct VersionsView: View {
  let frame: FrameView
  let path: String
  let entry: DeskLinkView
  let rows: [VersionView]

  static let fields: Fields<VersionsView> = [
    .view("frame") { $0.frame },
    .text("path") { $0.path },
    .view("entry") { $0.entry },
    .list("rows") { $0.rows },
  ]
}

/// One of them.
struct VersionView: View {
  let commit: String
  let day: String
  /// What was said of it.
  let words: String
  let author: String
  /// Whether the entry is like this now.
  let isNow: Bool

  static let fields: Fields<VersionView> = [
    .text("commit") { $0.commit },
    .text("day") { $0.day },
    .text("said") { $0.words },
    .text("author") { $0.author },
    .flag("now") { $0.isNow },
  ]
}

/// What is said where nothing else can be.
struct NoteView: View {
  let frame: FrameView
  let message: String
  let hint: String?

  static let fields: Fields<NoteView> = [
    .view("frame") { $0.frame }, .text("message") { $0.message }, .text("hint") { $0.hint },
  ]
}
