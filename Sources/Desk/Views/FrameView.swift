import Templates

/// What stands around every page of the desk.
struct FrameView: View {
  let title: String
  let language: String
  let direction: String
  let siteName: String
  /// The address of the site beside the desk.
  let site: String
  /// What the scripts send with what they ask for.
  let key: String
  /// The words that scripts say, as JSON.
  let scriptWords: HTML
  /// How many saved files are not online; empty where all are.
  let unsent: String?
  let here: String

  static let fields: Fields<FrameView> = [
    .text("title") { $0.title },
    .text("language") { $0.language },
    .text("direction") { $0.direction },
    .text("site_name") { $0.siteName },
    .text("site") { $0.site },
    .text("key") { $0.key },
    .html("script_words") { $0.scriptWords },
    .text("unsent") { $0.unsent },
    .text("here") { $0.here },
  ]
}

/// A link with a line below it.
struct DeskLinkView: View {
  let title: String
  let address: String
  var note: String?
  /// Where a member says what may be shown of them.
  var consent: String?

  static let fields: Fields<DeskLinkView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("note") { $0.note },
    .text("consent") { $0.consent },
  ]
}
