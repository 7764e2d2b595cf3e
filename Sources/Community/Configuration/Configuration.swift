package import Dates
import Diagnostics
package import Markup

/// What `content/handbook.yml` says of the community and its site.
package struct Configuration: Sendable {
  package var name = ""
  /// What calendars and feeds go on knowing the community by when its name changes; without it, the
  /// name tells.
  package var id: String?
  package var tagline: String?
  package var purpose: String?
  package var status = Status.active
  /// The first day of that.
  package var statusSince: CalendarDate?
  package var statusWords: String?
  /// The last day on which a community that has ended names its members.
  package var namesUntil: CalendarDate?
  package var language = "en"
  package var languages: [String] = []
  package var timeZone = "UTC"
  /// Shared mailboxes and the addresses of forms.
  package var contacts: [String] = []
  /// How to join, in Markdown.
  package var join: Located<String>?
  /// The address of a form for those without an account at the git host.
  package var share: String?
  /// Where the site is published, ending in `/`.
  ///
  /// Only feeds, sitemap, structured data and the page for missing addresses need it.
  package var baseURL: String?
  package var repository: String?
  package var source = Source.everyone
  package var licence: Licence?
  package var indexing = Indexing.noMembers
  package var hasOpenData = false
  package var roles: [Role] = []
  package var series: [Series] = []
  package var breaks: [Break] = []
  /// The day on which the community's year begins.
  package var yearStarts = DayOfYear(month: 9, day: 1)
  /// The pages of the navigation, in order.
  package var navigation: [Reference] = []
  package var theme = ThemeSettings()
  /// Beginnings of addresses that a check of links leaves out.
  package var ignoredLinks: [String] = []
  /// The findings in files that are no entries: the settings, `tags.yml`, `assets/`.
  package var accepts: [Acceptance] = []

  package init() {}
}

extension Configuration {
  /// Who can read the repository that the content lies in.
  package enum Source: String, Sendable, CaseIterable, DeclaredValue {
    case everyone = "public"
    case nobodyElse = "private"
  }

  /// What search engines may list.
  package enum Indexing: String, Sendable, CaseIterable, DeclaredValue {
    case all
    case noMembers = "no-members"
    case none
  }

  /// A role in the community, whoever holds it.
  package struct Role: Hashable, Sendable {
    package internal(set) var id = ""
    package internal(set) var title = ""
    package internal(set) var summary: String?

    package init() {}
  }

  /// A row of meetings that belong together; a meeting inherits what it gives.
  package struct Series: Hashable, Sendable {
    package internal(set) var id = ""
    package internal(set) var title = ""
    package internal(set) var summary: String?
    package internal(set) var rhythm: Rhythm?
    package internal(set) var start: ClockTime?
    package internal(set) var end: ClockTime?
    package internal(set) var place = MeetingPlace()
    package var goals: [Reference] = []
    package internal(set) var ended: CalendarDate?

    package init() {}
  }

  /// Days without meetings, the first and the last included.
  package struct Break: Hashable, Sendable {
    package internal(set) var from = CalendarDate.unread
    package internal(set) var to = CalendarDate.unread

    package init() {}
  }

  /// The look of the built-in theme.
  package struct ThemeSettings: Sendable {
    package internal(set) var accent: AccentColour?
    package internal(set) var logo: Located<String>?

    package init() {}
  }

  /// A day that recurs each year: `09-01`.
  package struct DayOfYear: Hashable, Sendable {
    package let month: Int
    package let day: Int

    package init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }
  }

  package var accent: AccentColour? { theme.accent }
  package var logo: Located<String>? { theme.logo }

  package func role(_ id: String) -> Role? { roles.first { $0.id == id } }
  package func series(_ id: String) -> Series? { series.first { $0.id == id } }
}
