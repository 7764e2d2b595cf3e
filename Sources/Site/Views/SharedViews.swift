import Templates

/// Words that lead somewhere, or only words where there is nowhere to lead.
struct LinkView: View {
  let title: String
  var address: String?

  static let fields: Fields<LinkView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
  ]
}

/// A link of a navigation, which knows whether it leads to where the reader is.
struct NavigationLinkView: View {
  let title: String
  let address: String
  var current: String?

  static let fields: Fields<NavigationLinkView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("current") { $0.current },
  ]
}

/// A feed that fits a page.
struct FeedView: View {
  let title: String
  let address: String
  let type: String

  static let fields: Fields<FeedView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("type") { $0.type },
  ]
}

/// Somebody as they may be named.
struct PersonView: View {
  let name: String
  var address: String?

  static let fields: Fields<PersonView> = [
    .text("name") { $0.name },
    .text("address") { $0.address },
  ]
}

/// A day, for people and for machines.
struct DateView: View {
  let iso: String
  let text: String

  static let fields: Fields<DateView> = [
    .text("iso") { $0.iso },
    .text("text") { $0.text },
  ]
}

/// A leaf of a calendar; a decoration beside a date.
struct LeafView: View {
  let month: String
  let day: String
  let weekday: String

  static let fields: Fields<LeafView> = [
    .text("month") { $0.month },
    .text("day") { $0.day },
    .text("weekday") { $0.weekday },
  ]
}

/// A fixed word of the domain, with its id for style sheets.
struct LabelView: View {
  let id: String
  let title: String

  static let fields: Fields<LabelView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
  ]
}

/// A language and how it is written.
struct LanguageView: View {
  let code: String
  let direction: String

  static let fields: Fields<LanguageView> = [
    .text("code") { $0.code },
    .text("direction") { $0.direction },
  ]
}

/// A picture.
///
/// Width and height are in pixels and come together.
struct ImageView: View {
  let address: String
  let alt: String
  var width: String?
  var height: String?
  /// Smaller copies with their widths, as `srcset` has them; `nil` where there are none.
  var sources: String?

  static let fields: Fields<ImageView> = [
    .text("address") { $0.address },
    .text("alt") { $0.alt },
    .text("width") { $0.width },
    .text("height") { $0.height },
    .text("sources") { $0.sources },
  ]
}

/// How far something has come.
struct ProgressView: View {
  let text: String
  let value: String
  let max: String

  static let fields: Fields<ProgressView> = [
    .text("text") { $0.text },
    .text("value") { $0.value },
    .text("max") { $0.max },
  ]
}

/// Somebody's own words.
struct QuoteView: View {
  let text: String
  var language: LanguageView?
  var by: PersonView?

  static let fields: Fields<QuoteView> = [
    .text("text") { $0.text },
    .view("language") { $0.language },
    .view("by") { $0.by },
  ]
}
