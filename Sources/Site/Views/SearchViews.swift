import Templates

/// `search`: the search, and everything A to Z for who has no scripts.
struct SearchView: View {
  let site: SiteView
  let page: PageView
  var kinds: [OptionView] = []
  var goals: [OptionView] = []
  var tags: [OptionView] = []
  var years: [OptionView] = []
  var letters: [TitleLetterView] = []
  var parts: [LinkView] = []

  static let fields: Fields<SearchView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("kinds") { $0.kinds },
    .list("goals") { $0.goals },
    .list("tags") { $0.tags },
    .list("years") { $0.years },
    .list("letters") { $0.letters },
    .list("parts") { $0.parts },
  ]
}

/// `titles`: a part of everything A to Z, where it is too much for the search page.
struct TitlesView: View {
  let site: SiteView
  let page: PageView
  let letters: [TitleLetterView]
  let parts: [NavigationLinkView]

  static let fields: Fields<TitlesView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("letters") { $0.letters },
    .list("parts") { $0.parts },
  ]
}

/// One of the things that a filter chooses among.
struct OptionView: View {
  let value: String
  let title: String

  static let fields: Fields<OptionView> = [
    .text("value") { $0.value },
    .text("title") { $0.title },
  ]
}

/// The titles under one letter.
struct TitleLetterView: View {
  let title: String
  let anchor: String
  let entries: [TitleView]

  static let fields: Fields<TitleLetterView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .list("entries") { $0.entries },
  ]
}

/// An entry by its title alone.
struct TitleView: View {
  let title: String
  let address: String
  let kind: String
  var language: LanguageView?

  static let fields: Fields<TitleView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("kind") { $0.kind },
    .view("language") { $0.language },
  ]
}
