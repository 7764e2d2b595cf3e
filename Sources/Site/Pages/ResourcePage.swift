import Community
import Files
import Markup

extension PageContext {
  func resourcePage(_ entry: PublishedEntry, _ resource: Resource) -> ResourceView {
    ResourceView(
      site: site(), page: page(entry), entry: entryView(entry, related: uses(of: entry)),
      kind: label(resource.kind),
      status: status(entry, resource),
      items: items(entry, resource),
      subjects: resource.subjects.map { link($0, in: .resourceSubject) },
      levels: resource.levels.map { link($0, in: .resourceLevel) },
      timeNeeded: resource.timeNeeded.map(timeInClass),
      licence: licence(resource.licence), creators: creators(resource),
      sharedBy: person(resource.sharedBy), basedOn: links(resource.basedOn),
      accessNotes: resource.accessNotes, trials: trials(entry, resource),
      citation: citation(entry, resource))
  }

  private func uses(of entry: PublishedEntry) -> [GroupView] {
    let used: Set<Relation> = [.resource, .evidence]
    let uses = EntryKind.usingResources.map { kind in
      group(
        kind.folder, words(kind.plural),
        entries(referringTo: entry, as: used, kind: kind))
    }
    let derived = group(
      "derived", words(.resourceDerived), entries(referringTo: entry, as: [.basedOn]))
    return (uses + [derived]).compactMap(\.self)
  }

  /// The address first, then the files.
  func items(_ entry: PublishedEntry, _ resource: Resource) -> [ItemView] {
    let link = resource.address.map { address in
      ItemView(
        title: words(.openLink), address: address, isFile: false, detail: host(of: address))
    }
    let files = entry.files.compactMap { file -> ItemView? in
      guard let asset = handbook.assets[file.asset], let path = plan.addresses.asset(file.asset)
      else { return nil }
      return ItemView(
        title: file.label ?? asset.source.name, address: address(path), isFile: true,
        detail: fileDetail(asset.source, size: facts.fileSizes[file.asset]))
    }
    return [link].compactMap(\.self) + files
  }

  private func fileDetail(_ path: RelativePath, size: Int?) -> String {
    let format = path.fileExtension.uppercased()
    guard let size else { return format }
    return words.fileDetail(format: format, size: readable(bytes: size))
  }

  /// What members say of it: notes in the resource itself, and posts that tried it, newest first.
  private func trials(_ entry: PublishedEntry, _ resource: Resource) -> [TrialView] {
    let notes = resource.trials.map { trial in
      (
        date: trial.date,
        view: TrialView(
          member: person(trial.member) ?? person(.aMember), date: trial.date.map(words.shortDate),
          note: trial.note)
      )
    }
    let stories = entries(referringTo: entry, as: [.tried]).map { story in
      (
        date: story.date,
        view: TrialView(
          member: person(story.post?.authors.first) ?? person(.aMember),
          date: story.date.map(words.shortDate), story: link(story))
      )
    }
    // Equal dates keep the order in which they were written.
    return (notes + stories).enumerated().sorted { left, right in
      switch (left.element.date, right.element.date) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element.view)
  }
}

// MARK: - In lists

extension PageContext {
  func card(_ entry: PublishedEntry, _ resource: Resource) -> CardView {
    let kind = words(resource.kind.word)
    var card = basicCard(entry, kind: kindLabel(.resource, title: kind))
    card.status = status(entry, resource)
    card.people = creators(resource)
    if card.people.isEmpty { card.people = [person(resource.sharedBy)].compactMap(\.self) }
    card.facts = [
      resource.timeNeeded.map(timeInClass),
      resource.levels.isEmpty ? nil : words.list(resource.levels),
      licence(resource.licence)?.title,
    ].compactMap(\.self)
    return card
  }

  /// What to know of a resource before using it; `nil` where all is well.
  func status(_ entry: PublishedEntry, _ resource: Resource) -> LabelView? {
    if let word = resource.status.word { return label(resource.status.rawValue, word) }
    return overdueReview(of: entry) == nil ? nil : label("due", .resourceStatusDue)
  }

  func creators(_ resource: Resource) -> [PersonView] {
    resource.creators.compactMap { creator in
      person(creator.member) ?? creator.outsider.map { PersonView(name: $0) }
    }
  }

  func timeInClass(_ time: TimeInClass) -> String { words.count(time.unit.counted, time.count) }
}

/// The name of the site that an address leads to.
private func host(of address: String) -> String? {
  guard let scheme = address.firstRange(of: "://") else { return nil }
  let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
}

/// A size as people say it: `240 kB`, `1.2 MB`.
private func readable(bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) B" }
  if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
  let tenths = (bytes + 50_000) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}
