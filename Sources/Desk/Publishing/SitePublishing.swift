/// How a site is put online and taken back, which the command knows.
package protocol SitePublishing: Sendable {
  /// Builds the site and publishes it; `told` is called with each step in words.
  func publish(
    _ told: @escaping @Sendable (String) -> Void
  ) async throws(PublishingRefusal) -> PublishedSite

  /// Puts the predecessor of a publication online again.
  func takeBack(_ publication: String) async throws(PublishingRefusal) -> PublishedSite
}

/// What was put online.
package struct PublishedSite: Hashable, Sendable {
  /// Where people read it; `nil` where that is not known.
  package let address: String?
  /// The commit on the branch of pages; `nil` where nothing was to be changed there, or the git
  /// host builds the pages itself.
  package let publication: String?
  /// Whether the git host builds the pages itself, a few minutes later.
  package let isBuiltByHost: Bool

  package init(address: String?, publication: String?, isBuiltByHost: Bool = false) {
    self.address = address
    self.publication = publication
    self.isBuiltByHost = isBuiltByHost
  }
}

/// Why it was not, in words, with what to do.
package struct PublishingRefusal: Error, Hashable, Sendable {
  package let message: String
  package let hint: String?

  package init(message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}
