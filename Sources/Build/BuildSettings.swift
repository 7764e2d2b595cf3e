package import Community
package import Dates
import Markup
import Records

/// What the person who starts a build decides, beside what the site itself says.
package struct BuildSettings: Hashable, Sendable {
  package var audience = Audience.everyone
  package var includesDrafts = false
  /// The day from which past and coming are told.
  package var today: CalendarDate
  /// Where the site is published, in place of what `handbook.yml` says.
  package var baseURL: String?
  /// Where it is most likely published, for a site that does not say.
  package var likelyBaseURL: String?
  /// Whether the pages are for those who write them: these also say how to add what is missing.
  package var isPreview = false

  package init(today: CalendarDate) {
    self.today = today
  }

  /// Appends all of it, for a fingerprint: a setting that is not here would be taken for unchanged.
  func appendContents(to record: inout RecordWriter) {
    record.write(audience.rawValue)
    record.write(includesDrafts)
    record.write(today.description)
    record.write(baseURL)
    record.write(likelyBaseURL)
    record.write(isPreview)
  }
}

/// The stages of a build, in order, for a line that shows how far it is and for their times.
package enum BuildStage: String, Sendable, CaseIterable {
  /// Files are read and understood, each alone.
  case reading
  /// References and links are settled across the whole.
  case linking
  /// Privacy, the files to publish and the addresses are looked over.
  case checking
  /// The words of all entries are gathered for the search.
  case indexing
  /// Pages are made, and staged where they differ from what is published.
  case rendering
  /// What was staged is published.
  case writing
}
