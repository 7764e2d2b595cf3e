import Community
import Diagnostics
import Files
import Markup
import Templates

/// What a page is made from: the site, the page's place in it, and the words of the interface.
struct PageContext {
  let plan: SitePlan
  let wordbook: Wordbook
  let facts: AssetFacts
  /// The path of the page within the output.
  let path: String
  /// What an address of the site begins with on this page: nothing, or `../`.
  ///
  /// In what is read elsewhere, such as a feed, it is the address of the site.
  var prefix: String
  /// What stands before the `#` of an address within the page.
  ///
  /// It is empty, but in what is read elsewhere.
  var here = ""
  /// The volume of the print edition that the page is; `nil` for other pages.
  let volume: PrintVolume?
  /// The entries in that volume: links to them stay on the page.
  let printedEntries: Set<EntryIndex>
  /// Whether the page is for those who write it, and also says how to add what is missing.
  let isPreview: Bool
  /// The entries whose texts the page shows, noted as it is made.
  let shownTexts = ShownTexts()

  init(
    plan: SitePlan, wordbook: Wordbook, facts: AssetFacts, path: String,
    volume: PrintVolume? = nil, isPreview: Bool = false
  ) {
    self.isPreview = isPreview
    self.volume = volume
    let printed = volume.map { volume in
      EntryKind.inPrint.flatMap { plan.overview.printed($0, in: volume).map(\.index) }
    }
    printedEntries = Set(printed ?? [])
    self.plan = plan
    self.wordbook = wordbook
    self.facts = facts
    self.path = path
    prefix = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  var handbook: Handbook { plan.handbook }

  /// The text of an entry.
  ///
  /// The entry is noted among those whose texts the page shows.
  func body(of entry: PublishedEntry) -> PublishedBody {
    handbook.body(of: entry, notedIn: shownTexts)
  }

  /// A part of an entry's text with names and titles filled in; the entry is noted likewise.
  func text(
    _ range: ProseRange, of entry: PublishedEntry, withHolesAtStart: Bool = true,
    withHolesAtEnd: Bool = true
  ) -> String {
    handbook.text(
      range, of: entry, notedIn: shownTexts, withHolesAtStart: withHolesAtStart,
      withHolesAtEnd: withHolesAtEnd)
  }

  /// The words of the site's language.
  var words: Words { wordbook.site }

  /// The address of something of the site, as this page writes it.
  func address(_ path: String) -> String { prefix + path }

  func address(of index: EntryIndex) -> String? {
    if let anchor = printedAnchor(of: index) { return "#\(anchor)" }
    return plan.addresses.entry(index).map(address)
  }

  /// The address of a place in the text of an entry.
  func address(of index: EntryIndex, at place: PlaceInEntry?) -> String? {
    guard let address = address(of: index), let place else { return address(of: index) }
    let separator = printedAnchor(of: index) == nil ? "#" : "--"
    return "\(address)\(separator)\(place.fragment)"
  }
}

// MARK: - Links and people

extension PageContext {
  func link(_ entry: PublishedEntry) -> LinkView {
    LinkView(title: entry.title, address: address(of: entry.index))
  }

  func link(_ reference: Reference?) -> LinkView? {
    handbook.entry(reference).map(link)
  }

  func links(_ references: [Reference]) -> [LinkView] {
    handbook.entries(references).map(link)
  }

  func link(_ tag: Tag) -> LinkView {
    LinkView(title: tag.label, address: address(Addresses.tag(tag.id).percentEncodedPath))
  }

  /// A subject or a level, linked to the page of its tag, else to the list of those who share it.
  func link(_ subject: String, in facet: Facet) -> LinkView {
    let tagged = handbook.vocabulary.tagID(of: subject).flatMap(plan.overview.tag)
    return LinkView(
      title: subject,
      address: tagged.flatMap { link($0.tag).address } ?? address(of: subject, in: facet))
  }

  /// A tag that a member wrote beside an offer, under its agreed label.
  func link(exchange: Member.Exchange) -> LinkView { link(word: exchange.tag.value) }

  /// A tag as an author writes it, with its label and the way to its page.
  func link(word written: String) -> LinkView {
    let slug = Slug.ofTag(written) ?? written
    let term = handbook.vocabulary.term(slug)
    let tagged = plan.overview.tag(term?.id ?? slug)
    let label = term?.label ?? tagged?.tag.label ?? written
    return LinkView(title: label, address: tagged.flatMap { link($0.tag).address })
  }

  /// What readers see of one of the words of a field.
  func choiceTitle(_ word: String, of field: DeclaredField) -> String? {
    field.word(ofChoice: word).map { words($0) }
  }

  func person(_ person: Person) -> PersonView {
    let name = handbook.withheldWords(in: words.language).name(of: person)
    if case .named(_, let page?) = person {
      return PersonView(name: name, address: address(of: page))
    }
    return PersonView(name: name)
  }

  /// A member who has a page.
  func person(_ member: PublishedEntry) -> PersonView {
    PersonView(name: member.title, address: address(of: member.index))
  }

  func person(_ reference: Reference?) -> PersonView? {
    handbook.person(reference).map(person)
  }

  func people(_ references: [Reference]) -> [PersonView] {
    handbook.people(references).map(person)
  }
}

// MARK: - Languages, labels, pictures

extension PageContext {
  /// The language of a passage, where it is not that of the page.
  func language(_ code: String) -> LanguageView? {
    code == words.language ? nil : languageView(code)
  }

  func languageView(_ code: String) -> LanguageView {
    let saysSo = code == words.language && words(.direction) == "rtl"
    return LanguageView(code: code, direction: saysSo || isRightToLeft(code) ? "rtl" : "ltr")
  }

  /// A value of front matter in words.
  func label(_ value: some Worded) -> LabelView { label(value.rawValue, value.word) }

  func label(_ id: String, _ word: Word) -> LabelView { LabelView(id: id, title: words(word)) }

  func image(_ image: PublishedImage?) -> ImageView? {
    guard let image, let path = plan.addresses.asset(image.asset) else { return nil }
    let size = facts.pictureSizes[image.asset]
    return ImageView(
      address: address(path), alt: image.alternative, width: size.map { "\($0.width)" },
      height: size.map { "\($0.height)" }, sources: sources(of: image.asset, path, size))
  }

  /// A picture where a browser cannot choose among copies, as in a feed: the widest copy, or the
  /// picture itself where it has none.
  func imageForElsewhere(_ image: PublishedImage?) -> ImageView? {
    image.flatMap { self.image($0, as: plan.addresses.copies(of: $0.asset).last) }
  }

  /// A picture that is always shown small: the narrowest copy, or the picture itself.
  func smallImage(_ image: PublishedImage?) -> ImageView? {
    image.flatMap { self.image($0, as: plan.addresses.copies(of: $0.asset).first) }
  }

  private func image(_ image: PublishedImage, as copy: PictureCopy?) -> ImageView? {
    guard let view = self.image(image), let copy else { return self.image(image) }
    return ImageView(
      address: address(copy.address), alt: view.alt, width: "\(copy.size.width)",
      height: "\(copy.size.height)")
  }

  /// The copies of a picture for `srcset`, and the picture itself where it is not much wider.
  private func sources(of asset: Int, _ path: String, _ size: AssetFacts.Size?) -> String? {
    let copies = plan.addresses.copies(of: asset)
    guard !copies.isEmpty, let size else { return nil }
    var sources = copies.map { "\(address($0.address)) \($0.size.width)w" }
    if size.width < widestShown { sources.append("\(address(path)) \(size.width)w") }
    return sources.joined(separator: ", ")
  }
}

/// No page shows a picture in so many pixels; a picture that is wider has a copy that is enough.
private let widestShown = 2000

/// The languages that are written from right to left.
private func isRightToLeft(_ code: String) -> Bool {
  let primary = code.split(separator: "-").first.map { $0.lowercased() } ?? ""
  return ["ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"].contains(primary)
}

extension Configuration {
  /// The path of the site at its host: `/handbook/`.
  var basePath: String? {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return nil }
    let host = baseURL[scheme.upperBound...]
    return host.firstIndex(of: "/").map { String(host[$0...]) } ?? "/"
  }
}
