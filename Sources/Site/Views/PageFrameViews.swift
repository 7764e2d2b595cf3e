import Templates

/// What is the same on all pages of the site, but for addresses and where the reader is.
struct SiteView: View {
  let name: String
  let tagline: String?
  let language: LanguageView
  let home: String
  /// The address of the print edition.
  let printed: String
  /// What runs along its pages.
  let runningText: String
  /// The address of the search page.
  let search: String
  /// What stands before the names of the theme's files.
  let theme: String
  let stylesheet: String
  let accent: String?
  /// The picture that a browser shows beside the page's title.
  let icon: String
  let logo: ImageView?
  let navigation: [NavigationLinkView]
  /// The pages that the community put first, the registers and the tags.
  let pages: [NavigationLinkView]
  /// The pages that the community put first, and the way to all its pages.
  let about: [NavigationLinkView]
  /// The lists that gather from entries of several kinds, such as tags.
  let lists: [NavigationLinkView]
  let licence: LinkView?
  let contacts: [LinkView]
  let privacy: LinkView?
  let source: LinkView?
  let feed: LinkView?
  /// Whether the pages are for those who write them.
  let isPreview: Bool
  /// That the community rests or has ended.
  let standing: StandingView?

  static let fields: Fields<SiteView> = [
    .text("name") { $0.name },
    .text("tagline") { $0.tagline },
    .view("language") { $0.language },
    .text("home") { $0.home },
    .text("print") { $0.printed },
    .text("running_text") { $0.runningText },
    .text("search") { $0.search },
    .text("theme") { $0.theme },
    .text("stylesheet") { $0.stylesheet },
    .text("accent") { $0.accent },
    .text("icon") { $0.icon },
    .view("logo") { $0.logo },
    .list("navigation") { $0.navigation },
    .list("about") { $0.about },
    .list("lists") { $0.lists },
    .list("pages") { $0.pages },
    .flag("is_in_more") { ($0.about + $0.lists).contains { $0.current != nil } },
    .view("licence") { $0.licence },
    .list("contact") { $0.contacts },
    .view("privacy") { $0.privacy },
    .view("source") { $0.source },
    .view("feed") { $0.feed },
    .flag("is_preview") { $0.isPreview },
    .view("standing") { $0.standing },
    .flag("is_closed") { $0.standing?.isClosed ?? false },
  ]
}

/// That the community rests or has ended, and what it says of that.
struct StandingView: View {
  let text: String
  let words: String?
  let isClosed: Bool

  static let fields: Fields<StandingView> = [
    .text("text") { $0.text },
    .text("words") { $0.words },
  ]
}

/// What a page says of itself.
struct PageView: View {
  let title: String
  var description: String?
  var isHidden = false
  var isHome = false
  var isSearch = false
  var canonical: String?
  /// The path of the site at its host, on the page that a host shows at any address.
  var base: String?
  /// What stands before the `#` of an address within the page, there.
  var here: String?
  var feeds: [FeedView] = []
  var breadcrumbs: [LinkView] = []
  var sharing: SharingView?
  /// A graph of JSON-LD.
  var structuredData: HTML?
  var suggest: LinkView?

  static let fields: Fields<PageView> = [
    .text("title") { $0.title },
    .text("description") { $0.description },
    .flag("noindex") { $0.isHidden },
    .flag("home") { $0.isHome },
    .flag("search") { $0.isSearch },
    .text("canonical") { $0.canonical },
    .text("base") { $0.base },
    .text("here") { $0.here },
    .list("feeds") { $0.feeds },
    .list("breadcrumbs") { $0.breadcrumbs },
    .view("suggest") { $0.suggest },
    .view("sharing") { $0.sharing },
    .html("structured_data") { $0.structuredData },
  ]
}

/// How a page looks where somebody shares its address.
struct SharingView: View {
  /// `article` or `website`.
  let type: String
  /// Its address is whole.
  var image: ImageView?

  static let fields: Fields<SharingView> = [
    .text("type") { $0.type },
    .view("image") { $0.image },
  ]
}
