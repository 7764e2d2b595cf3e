import Community
import Markup

extension PageContext {
  /// The search, with what its filters choose among.
  func searchPage() -> SearchView {
    var frame = page(words(.search), below: [], isHidden: true)
    frame.breadcrumbs = [home()]
    frame.isSearch = true
    let titles = plan.overview.titles
    let isLong = !plan.overview.titlePages.isEmpty
    return SearchView(
      site: site(), page: frame,
      kinds: EntryKind.allCases.filter { !plan.overview.all($0).isEmpty }.map { kind in
        OptionView(value: kind.rawValue, title: words(kind.plural))
      },
      goals: titles.filter { $0.kind == .goal }.map { goal in
        OptionView(value: goal.id.name, title: goal.title)
      },
      tags: tagsByLabel.map { OptionView(value: $0.tag.id, title: $0.tag.label) },
      years: Set(titles.compactMap { $0.date?.year }).sorted(by: >).map { year in
        OptionView(value: "\(year)", title: "\(year)")
      },
      letters: isLong ? [] : letters(titles[...]),
      parts: plan.overview.titlePages.map { number in
        LinkView(title: titleRange(number), address: address(Addresses.titles(page: number)))
      })
  }

  /// A part of all titles.
  func titlesPage(_ number: Int) -> TitlesView {
    var frame = page(words.titlesPart(range: titleRange(number)))
    frame.breadcrumbs = [
      home(), LinkView(title: words(.search), address: address(Addresses.search)),
    ]
    return TitlesView(
      site: site(), page: frame, letters: letters(titles(number)),
      parts: plan.overview.titlePages.map { other in
        NavigationLinkView(
          title: titleRange(other), address: address(Addresses.titles(page: other)),
          current: other == number ? "page" : nil)
      })
  }

  private func titles(_ number: Int) -> ArraySlice<PublishedEntry> {
    plan.overview.titles.dropFirst((number - 1) * SitePlan.titlesLength)
      .prefix(SitePlan.titlesLength)
  }

  /// `Above to Climate`: the first words of the titles that a page begins and ends with.
  private func titleRange(_ number: Int) -> String {
    let titles = titles(number)
    return words.period(from: firstWord(titles.first), to: firstWord(titles.last))
  }

  private func firstWord(_ entry: PublishedEntry?) -> String {
    entry?.title.split(separator: " ").first.map(String.init) ?? ""
  }

  private func letters(_ titles: ArraySlice<PublishedEntry>) -> [TitleLetterView] {
    runs(of: titles) { plan.overview.alphabet.initial(of: $0.title) }.map { letter, entries in
      TitleLetterView(
        title: letterTitle(letter), anchor: "letter-\(letter)", entries: entries.map(title))
    }
  }

  private func title(_ entry: PublishedEntry) -> TitleView {
    TitleView(
      title: entry.title, address: address(of: entry.index) ?? "",
      kind: words(entry.kind.word), language: language(entry.language))
  }
}
