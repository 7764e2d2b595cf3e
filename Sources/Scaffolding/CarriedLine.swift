package import Community
import Markup

extension SettledContent {
  /// An action as a line of another meeting that goes on with it, without its box:
  /// `@ada sends the slip, due 2026-03-01, continues [[2026-02-05-circle#action-1]]`, in the
  /// language of the site.
  package func carriedLine(of action: LatestAction) -> String {
    let owners = action.owners.map { "@\(library[$0].id.name)" }
    let lead = owners.isEmpty ? [] : [owners.joined(separator: " ")]
    let words = (lead + [words(action.text, of: action.meeting)]).joined(separator: " ")
    let signs = StarterLanguage(tag: library.configuration.language).words
    let due = action.due.map { ", \(signs(.due)) \($0)" } ?? ""
    let meeting = library[action.meeting].id.name
    return "\(words)\(due), \(signs(.continues)) [[\(meeting)#action-\(action.number)]]"
  }

  /// The words of a note, people by their ids and links by theirs.
  private func words(_ range: ProseRange, of index: EntryIndex) -> String {
    let found = links.bodies[index.position]
    let body = library[index].body
    let words = body.prose.runs(in: range).map { run in
      switch run {
      case .text(let text): text
      case .hole(.mention(let mention)):
        "@"
          + (found.mentioned[Int(mention)].map { library[$0].id.name }
            ?? body.mentions[Int(mention)].name)
      case .hole(.linkTitle(let link)): wikiLink(found.targets[Int(link)])
      }
    }.joined()
    return words.split { $0.isNewline }.joined(separator: " ")
  }

  private func wikiLink(_ target: LinkTarget) -> String {
    guard case .entry(let index, _) = target else { return "" }
    return "[[\(library[index].id)]]"
  }
}
