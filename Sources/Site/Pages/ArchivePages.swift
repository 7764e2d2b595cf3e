import Community
import Markup

extension PageContext {
  /// The months in which something happened.
  func archivePage() -> ArchiveView {
    let years = runs(of: plan.overview.archive.months[...]) { $0.year }.map { year, months in
      ArchiveYearView(
        title: "\(year)", anchor: "year-\(year)",
        months: months.map { month in
          ChoiceView(
            title: title(of: month), address: address(Addresses.month(month.id)),
            count: "\(month.entries.count)")
        })
    }
    return ArchiveView(site: site(), page: page(words(.archiveTitle)), years: years)
  }

  /// Everything of one month, kind by kind.
  func monthPage(_ id: String, page number: Int) -> MonthView {
    let entries = plan.overview.archive.month(id)?.entries ?? []
    let title = plan.overview.archive.month(id).map(self.title) ?? id
    return MonthView(
      site: site(),
      page: page(
        title, below: [LinkView(title: words(.archiveTitle), address: address(Addresses.archive))]
      ),
      listing: ListingView(
        groups: byKind(page(number, of: entries)),
        pagination: pagination(number, of: entries.count) { Addresses.month(id, page: $0) }),
      neighbours: neighbours(ofMonth: id))
  }

  private func title(of month: Archive.Month) -> String {
    CalendarDate(year: month.year, month: month.month, day: 1).map(words.month) ?? month.id
  }

  /// The months before and after in which something happened.
  private func neighbours(ofMonth id: String) -> NeighboursView? {
    let (previous, next) = plan.overview.archive.neighbours(of: id)
    guard previous != nil || next != nil else { return nil }
    func link(_ month: Archive.Month) -> LinkView {
      LinkView(title: title(of: month), address: address(Addresses.month(month.id)))
    }
    return NeighboursView(
      label: words(.archiveTitle), previous: previous.map(link), next: next.map(link))
  }
}
