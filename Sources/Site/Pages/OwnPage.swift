import Community
import Markup

extension PageContext {
  func ownPage(_ entry: PublishedEntry, _ own: Page) -> OwnPageView {
    let record = own.year.flatMap { plan.overview.years.record($0.value) }
    return OwnPageView(
      site: site(), page: page(entry), entry: entryView(entry, related: []),
      needs: entry.index == plan.overview.start?.index ? needs(showing: 5) : [],
      report: record.map(link))
  }
}
