import Community
import Markup

/// A text of an entry, and how much a word in it says of what the entry is about.
struct SearchedText {
  let text: String
  let weight: Int
}

extension SearchedText {
  static func title(_ text: String) -> SearchedText {
    SearchedText(text: text, weight: titleWeight)
  }

  static func label(_ text: String) -> SearchedText { SearchedText(text: text, weight: 6) }
  static func plain(_ text: String) -> SearchedText { SearchedText(text: text, weight: 1) }

  static let titleWeight = 20

  /// Of a heading of the body.
  static let headingWeight = 3
}

extension PageContext {
  /// What an entry is found by beside the text below its front matter: title, kind, tags in all
  /// their spellings, and the fields that say so, people as they may be named.
  func searchedFields(_ entry: PublishedEntry) -> [SearchedText] {
    let tags = entry.tags.flatMap { tag in
      [tag.label] + (handbook.vocabulary.term(tag.id)?.also.map(\.value) ?? [])
    }
    let fields = entry.common.filled + handbook.settledFields(of: entry).filled
    let kind = words(entry.kind.word)
    return [.title(entry.title), .label(kind)] + tags.map(SearchedText.label) + searched(fields)
  }

  private func searched(_ fields: [FilledField]) -> [SearchedText] {
    fields.flatMap { filled -> [SearchedText] in
      if case .rows(let rows) = filled.content { return rows.flatMap(searched) }
      switch filled.field.search {
      case .label: return words(of: filled).map(SearchedText.label)
      case .text: return words(of: filled).map(SearchedText.plain)
      case nil: return []
      }
    }
  }

  /// The words that a reader sees for a field.
  private func words(of filled: FilledField) -> [String] {
    switch filled.content {
    case .text(let text), .address(let text): [text]
    case .texts(let texts): texts
    case .choice(let word): [choiceTitle(word, of: filled.field)].compactMap(\.self)
    case .terms(let written, let list): written.compactMap { title(of: $0, in: list) }
    case .reference(let reference): [handbook.person(reference)?.nameIfTold].compactMap(\.self)
    case .references(let references): references.compactMap { handbook.person($0)?.nameIfTold }
    case .evidence(let evidence): evidence.compactMap(\.inWords)
    case .date, .time, .number, .count, .yes, .licence, .timeInClass, .year, .picture, .rows: []
    }
  }

  /// What readers see of a word that the settings or the vocabulary explain.
  private func title(of written: String, in list: TermList) -> String? {
    switch list {
    case .tags: link(word: written).title
    case .roles: handbook.configuration.role(written)?.title
    case .series: handbook.configuration.series(written)?.title
    }
  }

  /// What stands in the holes of its text.
  func searchedFillings(_ body: PublishedBody) -> [String] {
    body.people.compactMap(\.nameIfTold)
      + body.prose.holes.compactMap { hole in
        guard case .linkTitle(let link) = hole.filling else { return nil }
        switch body.links[Int(link)] {
        case .entry(let index, _): return handbook.entry(index)?.title
        case .person(let person): return person.nameIfTold
        default: return nil
        }
      }
  }
}

extension Evidence {
  fileprivate var inWords: String? { if case .words(let words) = self { words } else { nil } }
}

extension Person {
  /// The name, if it may be told; of nobody's `@name`, what is written.
  fileprivate var nameIfTold: String? {
    switch self {
    case .named(let name, _), .asWritten(let name): name
    case .aMember, .aFormerMember: nil
    }
  }
}
