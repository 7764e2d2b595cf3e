import Community
import Diagnostics
import Files
import Markup

extension Settling {
  /// Makes mentions that spell a withheld name otherwise, such as `@AdaOkafor`, mentions of that
  /// member: one that leads to nobody is shown as it is written.
  mutating func joinMentions(in library: Library, _ search: NameSearch) {
    for position in changes.plan.files.indices {
      guard case .entry(var entry) = changes.plan.files[position].content,
        entry.body.utf8.contains(UInt8(ascii: "@"))
      else { continue }
      let source = SourceText(path: changes.plan.files[position].path.description, entry.body)
      let body = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false).value
      var edits = TextEdits()
      for mention in body.mentions where library.names.entry(EntryID(.member, mention.name)) == nil
      {
        guard let id = search.member(named: Array(mention.name.utf8)),
          let range = source.range(of: mention.span)
        else { continue }
        edits.add(range, "@\(id)", .mention)
      }
      guard edits.counts[.mention] > 0 else { continue }
      entry.body = edits.applied(to: source.bytes, from: 0)
      changes.plan.files[position].content = .entry(entry)
      counts += edits.counts
    }
  }
}
