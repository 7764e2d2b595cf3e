import Community
import Templates

/// The page for a member who leaves: what each way to leave would do, before it is done.
struct LeavingView: View {
  let frame: FrameView
  let member: EntryID
  let path: String
  /// The mark of the member's file as it was looked at.
  let opened: String
  let day: String
  /// Whether they are marked as having left already.
  let isFormer: Bool
  /// Whether it is shown what happens where their file goes too.
  let isEntire: Bool
  /// Open actions of theirs, and roles that they hold.
  var actions: [String] = []
  var roles: [String] = []
  var plan: PlanView?
  /// Why nobody can be forgotten now.
  var refusal: String?
  var hint: String?

  static let fields: Fields<LeavingView> = [
    .view("frame") { $0.frame },
    .text("address") { $0.member.deskAddress },
    .text("here") { $0.member.leavingAddress },
    .text("consent") { $0.member.consentAddress },
    .text("path") { $0.path },
    .text("opened") { $0.opened },
    .text("day") { $0.day },
    .flag("former") { $0.isFormer },
    .flag("entirely") { $0.isEntire },
    .texts("actions") { $0.actions },
    .texts("roles") { $0.roles },
    .view("plan") { $0.plan },
    .text("refusal") { $0.refusal },
    .text("hint") { $0.hint },
  ]
}

/// What would become of the files of a site.
struct PlanView: View {
  let mark: String
  /// What the member would be called.
  let name: String
  let files: [DeskLinkView]
  /// Entries that would be off the site until somebody rewords them.
  let takenDown: [String]
  /// Settings in which neutral words would stand.
  let settings: [String]
  let deleted: [String]
  let withheld: [String]
  /// Why their file would have to stay.
  let inTheWay: [String]
  /// What would guard their name and pictures.
  let keeps: String
  /// Each line that changes.
  let lines: String

  static let fields: Fields<PlanView> = [
    .text("mark") { $0.mark },
    .text("name") { $0.name },
    .list("files") { $0.files },
    .texts("down") { $0.takenDown },
    .texts("settings") { $0.settings },
    .texts("deleted") { $0.deleted },
    .texts("withheld") { $0.withheld },
    .texts("in_the_way") { $0.inTheWay },
    .text("keeps") { $0.keeps },
    .text("lines") { $0.lines },
  ]
}

/// The page that takes an entry off the site.
struct TakingDownView: View {
  let frame: FrameView
  let entry: EntryID
  let path: String
  /// Where its page is read here.
  let page: String
  let isDown: Bool
  /// Files that would leave the site with it.
  var files: [String] = []
  /// Entries that lead to it.
  var leading: [String] = []
  /// Why it could not be published at once, and what to do about that.
  var standing: String?
  var step: String?
  var refusal: String?
  var hint: String?

  static let fields: Fields<TakingDownView> = [
    .view("frame") { $0.frame },
    .text("address") { $0.entry.deskAddress },
    .text("path") { $0.path },
    .text("page") { $0.page },
    .flag("down") { $0.isDown },
    .texts("files") { $0.files },
    .texts("leading") { $0.leading },
    .text("standing") { $0.standing },
    .text("step") { $0.step },
    .text("refusal") { $0.refusal },
    .text("hint") { $0.hint },
  ]
}
