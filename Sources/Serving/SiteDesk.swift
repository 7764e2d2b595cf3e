package import Build
import Diagnostics
import Files

/// The site being worked on, while it is served: the one thing here that changes with time.
///
/// It keeps the last good edition while what was written since is wrong, and tells all who follow
/// it what has become of it.
package actor SiteDesk {
  package private(set) var edition: SiteEdition?
  /// What the last build came to, good or not.
  package private(set) var inspection: Inspection?
  /// The edition with its search, by its number: made when somebody searches, so that an edit is
  /// shown without it.
  private var searching: (number: Int, edition: Task<SiteEdition, Never>)?
  private var problems = ""
  private var followers: [Int: AsyncStream<News>.Continuation] = [:]
  private var nextFollower = 0
  /// The smaller copies of pictures that were asked for.
  private let copies = CopiesInMemory()

  package init() {}

  /// Takes what a build of the site came to; `problems` is what stands against it, warnings included,
  /// as `JSONPrinter` writes it, or nothing.
  package func take(_ inspection: Inspection, problems: String) {
    self.inspection = inspection
    if let renderer = inspection.renderer {
      let edition = SiteEdition(
        number: (edition?.number ?? 0) + 1, renderer, inspection.files, copies)
      self.edition = edition
      tell(.edition(edition.number))
    }
    guard problems != self.problems else { return }
    self.problems = problems
    tell(.problems(problems))
  }

  /// The edition to answer a request from: with its search where that is asked for.
  func edition(for target: String) async -> SiteEdition? {
    guard let edition, target.hasPrefix("/search/") else { return edition }
    if let searching, searching.number == edition.number { return await searching.edition.value }
    let made = Task { await edition.withSearch() }
    searching = (edition.number, made)
    return await made.value
  }

  /// The news from now on, led by how things stand.
  func follow() -> AsyncStream<News> {
    let number = nextFollower
    nextFollower += 1
    return AsyncStream(bufferingPolicy: .bufferingNewest(8)) { continuation in
      if let edition { continuation.yield(.edition(edition.number)) }
      continuation.yield(.problems(problems))
      followers[number] = continuation
      continuation.onTermination = { _ in Task { await self.unfollow(number) } }
    }
  }

  /// Tells nothing, so that a connection whose other end is gone is noticed.
  func breathe() { tell(.silence) }

  private func tell(_ news: News) {
    for follower in followers.values { follower.yield(news) }
  }

  private func unfollow(_ number: Int) { followers[number] = nil }
}
