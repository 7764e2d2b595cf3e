package import Markup

/// The words by which notes are read: what tells an action or a decision, what belongs to an item, and
/// who was there.
package struct NoteWords: Hashable, Sendable {
  package let minutes: MinuteWords
  package let register: RegisterWords
  package let presence: PresenceWords
  let dialect: Dialect
  /// The record of the dialect, made once for all files.
  let dialectRecord: [UInt8]

  package init(minutes: MinuteWords, register: RegisterWords, presence: PresenceWords = .english) {
    self.minutes = minutes
    self.register = register
    self.presence = presence
    dialect = .minutes(minutes, presence)
    dialectRecord = dialect.record
  }

  package static let english = NoteWords(minutes: .english, register: .english)

  func union(_ other: NoteWords) -> NoteWords {
    NoteWords(
      minutes: minutes.union(other.minutes), register: register.union(other.register),
      presence: presence.union(other.presence))
  }
}

/// The words of each language that notes are written in, each joined with those of the site's own
/// and with the English ones, so that a bilingual community may write either anywhere.
package struct NoteLanguages: Sendable {
  private let site: NoteWords
  private let find: @Sendable (String) -> NoteWords?

  /// `find` has the words of a language by its tag, where they are known.
  package init(site: NoteWords, find: @escaping @Sendable (String) -> NoteWords?) {
    self.site = site.union(.english)
    self.find = find
  }

  package static let english = NoteLanguages(site: .english) { _ in nil }

  /// The words for a note in a language, by its tag; without one it is the site's.
  package func words(in language: String?) -> NoteWords {
    language.flatMap(find)?.union(site) ?? site
  }
}
