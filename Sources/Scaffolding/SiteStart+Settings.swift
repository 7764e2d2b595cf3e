import Dates
import Markup

// The files of a new handbook that are no entries.

extension SiteStart {
  var settings: String {
    """
    \(EditorFiles.firstLine(for: .handbook))
    # \(words(.settingsNote))
    name: \(name.onOneLine.asYAML)
    tagline: \(words(.tagline).asYAML)
    purpose: >
    \(lines(.purpose, after: "  "))
    language: \(language)
    timezone: \(timeZone)

    \(lines(.sourceNote, after: "# "))
    source: private

    # \(words(.joinNote))
    join: |
      \(words(.join))

    # contact: circle@example.org    (\(words(.contactNote)))
    # share: https://example.org/form    (\(words(.shareNote)))
    # base_url: https://example.org/handbook/    (\(words(.baseURLNote)))
    # repository: https://example.org/us/handbook
    licence: cc-by-4.0

    roles:
      - id: coordinator
        title: \(words(.coordinator).asYAML)
        summary: \(words(.coordinatorSummary).asYAML)
      - id: note-taker
        title: \(words(.noteTaker).asYAML)
        summary: \(words(.noteTakerSummary).asYAML)

    series:
      - id: circle
        title: \(words(.circle).asYAML)
        summary: \(words(.circleSummary).asYAML)
        rhythm: first thursday
        start: 16:00
        end: 17:00

    # breaks:
    #   - from: \(today.year + 1)-07-20
    #     to: \(today.year + 1)-08-31

    navigation: [start, charter, privacy]

    # theme:
    #   accent: "#1b6e53"

    """
  }

  var tags: String {
    """
    \(EditorFiles.firstLine(for: .tags))
    # \(words(.tagsNote))
    tags:
      - id: feedback
        label: \(words(.tagFeedback).asYAML)
        also: [\(words.list(.tagFeedbackAlso).map(\.asYAMLItem).joined(separator: ", "))]
      - id: talk
        label: \(words(.tagTalk).asYAML)

    """
  }

  var readMe: String { words(.readMe, "name", name) }

  /// The lines of a text, each after `lead`.
  private func lines(_ word: StarterWord, after lead: String) -> String {
    words.lines(word).map { lead + $0 }.joined(separator: "\n")
  }
}
