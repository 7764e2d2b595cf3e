import Community
import Serving

/// A place of the desk, by its path below `/desk/`.
enum DeskPlace: Hashable, Sendable {
  case home
  /// Where an invitation is exchanged for a session.
  case opening(String)
  /// A script or a style sheet.
  case file(String)
  case attention
  case find
  case kind(EntryKind)
  case entry(EntryID)
  case beginning(EntryKind)
  case nextMeeting
  case minutes(EntryID)
  /// What a member agrees to.
  case consent(EntryID)
  /// What it takes to let a member leave, or to forget them.
  case leaving(EntryID)
  /// What it means to take an entry down.
  case takingDown(EntryID)
  /// What an entry was earlier.
  case versions(EntryID)
  case publishing
  /// A page of the site for a frame: the key, then the path within the site.
  case frame(key: String, path: String)
  /// What a script asks for.
  case action(DeskAction)

  init?(_ request: Request) {
    guard let target = RequestTarget(request.target)?.path else { return nil }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.first == "desk" else { return nil }
    let path = parts.dropFirst().filter { !$0.isEmpty }
    switch path.first {
    case nil: self = .home
    case "open" where path.count == 2: self = .opening(path[path.startIndex + 1])
    case "files" where path.count == 2: self = .file(path[path.startIndex + 1])
    case "attention" where path.count == 1: self = .attention
    case "find" where path.count == 1: self = .find
    case "next-meeting" where path.count == 1: self = .nextMeeting
    case "publish" where path.count == 1: self = .publishing
    case "shown" where parts.count > 3:
      self = .frame(key: parts[2], path: parts.dropFirst(3).joined(separator: "/"))
    case "do" where path.count == 2:
      guard let action = DeskAction(rawValue: path[path.startIndex + 1]) else { return nil }
      self = .action(action)
    default:
      guard let place = DeskPlace(entries: Array(path)) else { return nil }
      self = place
    }
  }

  /// `meetings`, `meetings/new`, `meetings/2026-02-05-circle`, `meetings/2026-02-05-circle/minutes`.
  private init?(entries path: [String]) {
    guard let kind = EntryKind(folder: path[0]) else { return nil }
    switch path.count {
    case 1: self = .kind(kind)
    case 2 where path[1] == "new": self = .beginning(kind)
    case 2 where Slug.isValid(path[1]): self = .entry(EntryID(kind, path[1]))
    case 3 where path[2] == "minutes" && kind == .meeting && Slug.isValid(path[1]):
      self = .minutes(EntryID(kind, path[1]))
    case 3 where path[2] == "consent" && kind == .member && Slug.isValid(path[1]):
      self = .consent(EntryID(kind, path[1]))
    case 3 where path[2] == "leaves" && kind == .member && Slug.isValid(path[1]):
      self = .leaving(EntryID(kind, path[1]))
    case 3 where path[2] == "take-down" && Slug.isValid(path[1]):
      self = .takingDown(EntryID(kind, path[1]))
    case 3 where path[2] == "versions" && Slug.isValid(path[1]):
      self = .versions(EntryID(kind, path[1]))
    default: return nil
    }
  }
}

/// What a script of the desk asks for with a `POST`.
enum DeskAction: String, Hashable, Sendable {
  /// Shows what would come of an entry, and what would be found in it.
  case `try`
  case save
  /// Saves a member's answers, and nothing else of the form that may be open beside.
  case consent
  /// Keeps what is typed, without saving it.
  case keep
  /// Lets go of what was kept.
  case discard
  case create
  /// Puts a file beside an entry.
  case upload
  /// Keeps, sends and publishes what the desk wrote.
  case publish
  /// Takes the last publication back.
  case undo
  /// Marks a member as one who has left.
  case leave
  /// Takes a member out of all files.
  case forget
  /// Takes an entry off the site, or puts it back.
  case takedown
  /// Brings an earlier version of an entry back.
  case restore
  /// Makes the change that fixes a finding.
  case fix
  /// Makes a small edit to the text of a meeting's form.
  case minutes
  /// Makes Markdown of what a clipboard holds.
  case paste
  /// Makes a draft of the file that a take-away sheet has saved.
  case inbox
}

extension EntryID {
  /// The address of its form.
  var deskAddress: String { "\(Workplaces.folder)\(kind.folder)/\(name)" }

  /// The address of the page on which its minutes are kept.
  var minutesAddress: String { "\(deskAddress)/minutes" }
}

extension EntryKind {
  var deskAddress: String { "\(Workplaces.folder)\(folder)" }
}
