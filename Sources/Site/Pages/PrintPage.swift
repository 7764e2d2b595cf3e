import Community
import Markup
import Templates

extension PageContext {
  /// A page of the print edition.
  func printPage(_ volume: PrintVolume) -> PrintView {
    let inVolumes = plan.overview.isPrintedInVolumes
    switch volume {
    case .whole where inVolumes:
      return PrintView(
        site: site(), page: printFrame(words("print"), below: [home()]),
        volumes: plan.overview.printVolumes.compactMap(volumeLink))
    case .whole:
      return PrintView(
        site: site(), page: printFrame(words("print"), below: [home()]),
        parts: EntryKind.inPrint.compactMap { part($0, of: volume) })
    case .kind(let kind, let number):
      let whole = LinkView(title: words("print"), address: address(Addresses.printed(.whole)))
      return PrintView(
        site: site(),
        page: printFrame(title(kind, part: number), below: [home(), whole]),
        parts: [part(kind, of: volume)].compactMap(\.self))
    }
  }

  private func printFrame(_ title: String, below: [LinkView]) -> PageView {
    var frame = page(title, isHidden: true)
    frame.breadcrumbs = below
    return frame
  }

  private func volumeLink(_ volume: PrintVolume) -> LinkView? {
    guard case .kind(let kind, let part) = volume else { return nil }
    let all = plan.overview.all(kind).count
    let count = PrintVolume.places(ofPart: part, among: all).count
    return LinkView(
      title: words(
        "print_volume",
        [
          "kind": title(kind, part: part), "count": words.count("count_\(kind.rawValue)", count),
        ]),
      address: address(Addresses.printed(volume)))
  }

  /// `Posts`, or `Posts, part 2 of 9` where they fill several volumes.
  private func title(_ kind: EntryKind, part: Int) -> String {
    let title = words("kinds_\(kind.rawValue)")
    let parts = plan.overview.printedParts(of: kind)
    guard parts > 1 else { return title }
    return words("print_part", ["kind": title, "current": "\(part)", "total": "\(parts)"])
  }

  private func part(_ kind: EntryKind, of volume: PrintVolume) -> PrintPartView? {
    guard let anchor = printedAnchor(of: kind) else { return nil }
    return PrintPartView(
      title: words("kinds_\(kind.rawValue)"), anchor: anchor,
      entries: plan.overview.printed(kind, in: volume).map(printed))
  }

  private func printed(_ entry: PublishedEntry) -> PrintedEntryView {
    let card = card(entry)
    let anchor = printedAnchor(of: entry.index) ?? ""
    return PrintedEntryView(
      title: entry.title, anchor: anchor, language: language(entry.language),
      kind: card.kind.title == words("kind_\(entry.kind.rawValue)") ? nil : card.kind.title,
      date: entry.kind.isPerson ? nil : entry.date.map(words.longDate), people: card.people,
      summary: entry.common.summary?.value, notices: notices(entry), facts: printedFacts(entry),
      quote: entry.success.flatMap(quote), image: image(entry.image ?? entry.photo),
      body: html(self.body(of: entry), of: entry.kind, idPrefix: "\(anchor)--"))
  }
}

// MARK: - Facts

extension PageContext {
  /// What front matter says that a reader on paper needs.
  private func printedFacts(_ entry: PublishedEntry) -> [FactView] {
    let facts: [(String, [LinkView])] =
      switch entry.fields {
      case .meeting(let meeting): meetingFacts(entry, meeting)
      case .resource(let resource): resourceFacts(entry, resource)
      case .goal(let goal): goalFacts(goal)
      case .success(let success):
        [
          ("success_value", [success.value.map { label("value", $0.rawValue).title }].linked),
          ("kinds_resource", links(success.resources)),
        ]
      case .member(let member): memberFacts(member)
      case .post(let post): [("kinds_resource", links(post.resources + post.tried))]
      case .page: []
      }
    let all = facts + [("serves", links(entry.common.goals))]
    return all.filter { !$0.1.isEmpty }.map { FactView(title: words($0.0), values: $0.1) }
  }

  private func meetingFacts(
    _ entry: PublishedEntry, _ meeting: Meeting
  ) -> [(String, [LinkView])] {
    let occasion = occasion(entry, meeting)
    return [
      ("meeting_when", [occasion.date?.text, occasion.time].linked),
      ("meeting_where", [occasion.mode?.title, occasion.venue].linked),
      ("meeting_chair", linked([person(meeting.chair)])),
      ("meeting_note_taker", linked([person(meeting.noteTaker)])),
      ("meeting_attendance", linked(people(meeting.attendees))),
      ("kinds_resource", links(meeting.resources)),
    ]
  }

  private func resourceFacts(
    _ entry: PublishedEntry, _ resource: Resource
  ) -> [(String, [LinkView])] {
    [
      ("open_link", [resource.address].compactMap { $0.map { LinkView(title: $0, address: $0) } }),
      ("resource_shared_by", linked([person(resource.sharedBy)])),
      ("subjects", resource.subjects.map { Optional($0) }.linked),
      ("levels", resource.levels.map { Optional($0) }.linked),
      ("resource_time_needed", [resource.timeNeeded.map(timeNeeded)].linked),
      ("licence", [licence(resource.licence)].compactMap(\.self)),
      ("resource_access_notes", [resource.accessNotes].linked),
    ]
  }

  private func goalFacts(_ goal: Goal) -> [(String, [LinkView])] {
    [
      ("goal_measure", [goal.measure].map { Optional($0) }.linked),
      ("goal_why", [goal.why].linked),
      ("goal_due", [goal.due.map { words.longDate($0).text }].linked),
      ("goal_milestones", goal.milestones.map { Optional(milestone($0)) }.linked),
    ]
  }

  private func milestone(_ milestone: Goal.Milestone) -> String {
    guard let done = milestone.doneOn else { return milestone.title }
    let when = words("milestone_done", ["date": words.shortDate(done).text])
    return words("list_comma", ["first": milestone.title, "last": when])
  }

  private func memberFacts(_ member: Member) -> [(String, [LinkView])] {
    let roles = member.currentRoles(on: handbook.today).map {
      handbook.configuration.role($0.role.value)?.title
    }
    return [
      ("member_roles", roles.linked),
      ("subjects", member.subjects.map { Optional($0) }.linked),
      ("levels", member.levels.map { Optional($0) }.linked),
      ("member_offers", member.offers.map(offer)),
      ("member_seeks", member.seeks.map(offer)),
    ]
  }

  /// `Feedback (I have a form for it)`: two offers can have one tag.
  private func offer(_ exchange: Member.Exchange) -> LinkView {
    var link = link(exchange: exchange)
    guard let note = exchange.note else { return link }
    link = LinkView(title: "\(link.title) (\(note))", address: link.address)
    return link
  }

  private func linked(_ people: [PersonView?]) -> [LinkView] {
    people.compactMap { $0.map { LinkView(title: $0.name, address: $0.address) } }
  }
}

extension [String?] {
  /// The words that are there, leading nowhere.
  fileprivate var linked: [LinkView] {
    compactMap { $0.flatMap { $0.isEmpty ? nil : LinkView(title: $0) } }
  }
}
