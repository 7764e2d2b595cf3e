package import Files

/// What the person who publishes decides, and what the site says of pages that are gone.
package struct PublishSettings: Sendable {
  /// The name of the community, for the message of the commit.
  package var siteName: String
  package var toolVersion: String
  /// The first line of the commit's message, in place of our own.
  package var message: String?
  /// Whether to find out what would change, and change nothing.
  package var isDryRun = false
  /// Whether to take over files of our names that we did not write.
  package var adopts = false
  /// Whether the site may lose half of its pages.
  package var allowsShrinking = false
  /// Which missing pages do not count as lost: those that somebody wanted gone.
  package var excuses: @Sendable (RelativePath) -> Bool = { _ in false }

  package init(siteName: String, toolVersion: String) {
    self.siteName = siteName
    self.toolVersion = toolVersion
  }
}
