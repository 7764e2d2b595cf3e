import Community
import Markup

extension SiteSurvey {
  /// The text of a mapping file with all guesses and what they rest on, to be looked over and
  /// changed.
  package var mapText: String { mapText(of: mapping) }

  /// The same with other decisions.
  package func mapText(of mapping: Mapping) -> String { mapping.text(evidence) }
}

extension Mapping {
  /// The text of a mapping file, without reasons.
  package var text: String { text(MapEvidence()) }

  func text(_ evidence: MapEvidence) -> String {
    [
      """
      # How the pages of the other site become entries of the handbook.
      # Look it over, change what is wrong, then import with --map and this file's name.
      # It may name people: keep it to yourself.

      """,
      evidence.sampleLines,
      foldersSection(evidence),
      section(
        "pages",
        "Pages of another kind than their folder, by their path within the pages' folder.",
        pages.mapValues { $0?.folder ?? leaveOut }),
      section(
        "authors",
        "Who an author is: a member by their id, organisation (credited in words) or leave-out.",
        authors.mapValues(\.word), evidence.authors),
      section(
        "fields",
        "What a field is called here, or leave-out. One without a line is kept below extra.",
        fields.mapValues { $0 ?? leaveOut }, offered: evidence.fields),
      section(
        "tags", "Other words for tags, or leave-out.", tags.mapValues { $0 ?? leaveOut },
        offered: evidence.tags),
      settingsSection(evidence), consentSection,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func foldersSection(_ evidence: MapEvidence) -> String {
    var text = """
      # Which folder is which kind: \(EntryKind.allCases.map(\.folder).joined(separator: ", ")),
      # or leave-out. The longest folder that fits decides; "." is the top.
      folders:

      """
    for (folder, kind) in folders.sorted(by: { $0.key < $1.key }) {
      let line = "  \((folder.isEmpty ? "." : folder).asYAML): \(kind?.folder ?? leaveOut)"
      text += line.commented(evidence.folders[folder])
    }
    return text
  }

  /// `offered` are names that stand in the pages, with how often, as comments.
  private func section(
    _ name: String, _ comment: String, _ lines: [String: String],
    _ reasons: [String: String] = [:], offered: [String: Int] = [:]
  ) -> String {
    var text = "# \(comment)\n"
    let most = offered.filter { lines[$0.key] == nil }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !most.isEmpty {
      text += "# Those that stand in the pages, and how often:\n"
      for (name, count) in most.prefix(60) {
        text += "#   \(name.quotedInOneLine.asYAML)    (\(count))\n"
      }
      if most.count > 60 { text += "#   and \(most.count - 60) more\n" }
    }
    guard !lines.isEmpty else { return text + "\(name): {}\n" }
    return text + "\(name):\n"
      + lines.sorted { $0.key < $1.key }.map {
        "  \($0.key.asYAML): \($0.value.asYAML)".commented(reasons[$0.key])
      }.joined()
  }

  private func settingsSection(_ evidence: MapEvidence) -> String {
    var text = "# What handbook.yml takes over, where it is as a new site has it.\n"
    for offer in evidence.offers { text += "#   \(offer.quotedInOneLine)\n" }
    let lines = SiteSetting.allCases.compactMap { setting -> String? in
      guard let values = settings[setting], let first = values.first else { return nil }
      let value =
        setting.isList ? "[\(values.map(\.asYAMLItem).joined(separator: ", "))]" : first.asYAML
      return "  \(setting.rawValue): \(value)\n"
    }
    return text + (lines.isEmpty ? "settings: {}\n" : "settings:\n" + lines.joined())
  }

  private var consentSection: String {
    let lead = """
      # Who of the authors agreed to be named, once you have asked them; nobody did without it.
      # It is written into each one's file, to their name and to nothing else.

      """
    guard let consent else {
      return lead + """
        # consent:
        #   basis: published authors, asked on 2026-11-02
        #   given: 2026-11-02
        #   for: [ids of those who said yes]

        """
    }
    return lead + """
      consent:
        basis: \(consent.basis.asYAML)
        given: \(consent.given)
        for: [\(consent.members.map(\.asYAMLItem).joined(separator: ", "))]

      """
  }
}

extension MapEvidence {
  /// Ten of each kind, with the reasons.
  fileprivate var sampleLines: String {
    EntryKind.allCases.compactMap { kind -> String? in
      guard let found = kinds[kind], found.count > 0 else { return nil }
      let all = "\(found.count) \(found.count == 1 ? kind.rawValue : kind.folder)"
      let lead = found.count > found.samples.count ? "\(found.samples.count) of \(all)" : all
      return "# \(lead):\n" + found.samples.map { "#   \($0)\n" }.joined()
    }.joined()
  }
}

extension AuthorFate {
  fileprivate var word: String {
    switch self {
    case .member(let id?): id
    case .member(nil): "person"
    case .organisation: "organisation"
    case .leftOut: leaveOut
    }
  }
}

extension String {
  /// The line with a comment behind it, ended.
  fileprivate func commented(_ comment: String?) -> String {
    guard let comment, !comment.isEmpty else { return self + "\n" }
    return "\(self)  # \(comment.quotedInOneLine)\n"
  }
}

/// What a mapping says for something that is not to be imported.
let leaveOut = "leave-out"
