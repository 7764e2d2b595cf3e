import Community
import Files

/// The kinds of a site's folders, by what their pages read as, and of the pages that differ.
struct KindVotes: Sendable {
  private let pages: [SurveyedPage]
  private let senses: [KindSense]
  private(set) var folders: [String: EntryKind?] = [:]
  private(set) var exceptions: [String: EntryKind?] = [:]
  private(set) var reasons: [String: String] = [:]
  private(set) var samples: [EntryKind: MapEvidence.KindSamples] = [:]
}

extension KindVotes {
  init(_ pages: [SurveyedPage]) {
    self.pages = pages
    senses = pages.map { KindSense($0.page, in: $0.folders, stem: $0.stem) }
  }

  /// The outer folders first: an inner one gets a line only where it differs.
  mutating func decide() {
    var votes: [[String]: [EntryKind: Int]] = [:]
    for (page, sense) in zip(pages, senses) {
      // Those at the top speak for the top alone.
      if page.folders.isEmpty { votes[[], default: [:]][sense.best.kind, default: 0] += 1 }
      for length in 1...max(1, page.folders.count) where length <= page.folders.count {
        votes[Array(page.folders[..<length]), default: [:]][sense.best.kind, default: 0] += 1
      }
    }
    var decided: [[String]: EntryKind] = [:]
    let (top, reason) = choose([], votes[[]] ?? [:])
    decided[[]] = top ?? .page
    folders[""] = .some(top ?? .page)
    if top != nil, top != .page { reasons[""] = reason }
    let inOrder = votes.keys.sorted {
      ($0.count, $0.joined(separator: "/")) < ($1.count, $1.joined(separator: "/"))
    }
    for folder in inOrder where !folder.isEmpty {
      let outer = decided[Array(folder.dropLast())] ?? .page
      let (kind, reason) = choose(folder, votes[folder] ?? [:])
      decided[folder] = kind ?? outer
      guard let kind, kind != outer else { continue }
      let path = folder.joined(separator: "/")
      folders[path] = .some(kind)
      reasons[path] = reason
    }
    for (page, sense) in zip(pages, senses) { note(page, sense, decided[page.folders] ?? .page) }
  }

  /// The kind that most pages of a folder read as; where they are not of one mind what its name
  /// says, else `nil`.
  private func choose(_ folder: [String], _ votes: [EntryKind: Int]) -> (EntryKind?, String) {
    let all = votes.values.reduce(0, +)
    let most = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let most, most.value * 10 >= all * 6 {
      let share = most.value == all ? "all \(all) pages read" : "\(most.value) of \(all) pages read"
      return (most.key, all == 1 ? "its one page reads so" : "\(share) so")
    }
    let named = folder.last.flatMap { KindSense.kind(ofFolders: [$0]) }
    return (named?.0, named.map { "it is called \($0.1)" } ?? "")
  }

  private mutating func note(_ page: SurveyedPage, _ sense: KindSense, _ folder: EntryKind) {
    let best = sense.best
    // What says nothing of itself is what its folder is, if it can be.
    let isListed = best.kind != folder && (best.kind != .page || isPage(page, sense, in: folder))
    let kind = isListed ? best.kind : folder
    if isListed { exceptions[page.place] = .some(best.kind) }
    var samples = self.samples[kind] ?? MapEvidence.KindSamples()
    samples.count += 1
    if samples.samples.count < 10 {
      let reason = kind == best.kind ? sense.reason : "its folder is"
      samples.samples.append("\(page.page.path.description.quotedInOneLine): \(reason)")
    }
    self.samples[kind] = samples
  }

  /// Whether a page stays a page in a folder of another kind: the kind was ruled out, or the page
  /// is called like one.
  private func isPage(_ page: SurveyedPage, _ sense: KindSense, in folder: EntryKind) -> Bool {
    sense.points[.page, default: 0] > 0
      && sense.points[folder, default: 0] <= sense.points[.page, default: 0]
  }
}

extension String {
  /// As it stands in a comment of one line.
  var quotedInOneLine: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
