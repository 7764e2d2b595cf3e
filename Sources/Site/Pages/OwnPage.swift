import Community
import Markup

extension PageContext {
  func ownPage(_ entry: PublishedEntry, _ own: Page) -> OwnPageView {
    let record = own.year.flatMap { plan.overview.years.record($0.value) }
    var view = OwnPageView(
      site: site(), page: page(entry), entry: entryView(entry, related: []),
      report: record.map(link))
    if entry.index == plan.overview.start?.index {
      view.needs = needs(showing: 5)
      view.missed = missedLink()
    }
    return view
  }
}
