package import Diagnostics

/// One kind of thing that an imported entry may owe.
///
/// Its `id` is that of a message of `handbook check`, or of something that only the import could
/// see: a link that was dead in the old site.
package struct DebtKind: Hashable, Sendable {
  /// How long an item stays on the list.
  package enum Standing: Hashable, Sendable {
    /// While the message is given for a line that reads as it read.
    case line
    /// While the message is given for the file: it is told once a file, or of no line.
    case file
    /// While the line reads as it read. Nothing is checked; only the import knew what was there.
    case note
  }

  package let id: DiagnosticID
  /// What one is called: "picture without alternative text".
  package let one: String
  package let many: String
  /// What to do, as the end of the sentence "To settle one, …".
  package let remedy: String
  package let standing: Standing

  /// `nil` for an id that may not be owed.
  package init?(_ id: DiagnosticID) {
    guard let kind = DebtKind.byID[id] else { return nil }
    self = kind
  }

  fileprivate init(
    _ id: DiagnosticID, _ one: String, _ many: String, _ remedy: String,
    standing: Standing = .line
  ) {
    self.id = id
    self.one = one
    self.many = many
    self.remedy = remedy
    self.standing = standing
  }

  /// `1 dead link`, `34 dead links`.
  package func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
}

extension DebtKind: Comparable {
  package static func == (left: DebtKind, right: DebtKind) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  package static func < (left: DebtKind, right: DebtKind) -> Bool {
    left.id.rawValue < right.id.rawValue
  }
}

extension DebtKind {
  /// All that may be owed.
  ///
  /// A site can be built with each of these: something is missing from a page, or reads badly. What
  /// decides who reads an entry, whom it names, or whether it can be read at all is not here, and
  /// neither is a value that cannot be read, since it may be that of `audience`.
  package static let all: [DebtKind] =
    (notes + links + pictures + fields + references + notation + minutes).sorted()

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static let notes = [
    DebtKind(
      "dead-link", "dead link of the old site", "dead links of the old site",
      "link its words to where the page is now, or close it", standing: .note),
    DebtKind(
      "missing-picture", "picture that the old site had lost",
      "pictures that the old site had lost", "add the picture, or close it", standing: .note),
    DebtKind(
      "foreign-notation", "command of the old tool that was left out",
      "commands of the old tool that were left out",
      "write in Markdown what it showed, or close it", standing: .note),
  ]

  private static let links = [
    DebtKind(
      "broken-link", "link to a file that is not there", "links to files that are not there",
      "write the path of the file that is meant, or take the link out"),
    DebtKind(
      "unknown-link", "link to an entry that is not there", "links to entries that are not there",
      "write the id of the entry that is meant, or take the brackets out"),
    DebtKind(
      "ambiguous-link", "link that could mean two entries", "links that could mean two entries",
      "write the folder before the id"),
    DebtKind(
      "unknown-anchor", "link to a heading that is not there",
      "links to headings that are not there", "write the heading that is meant, or none"),
    DebtKind(
      "empty-link", "link without an address", "links without an address",
      "write the address, or take the link out"),
    DebtKind(
      "unsafe-address", "link that is left out for its address",
      "links that are left out for their addresses", "write an address of the web"),
    DebtKind(
      "space-in-link", "link with a space in its address", "links with a space in the address",
      "run 'handbook check --fix'"),
    DebtKind(
      "unused-definition", "address that no link uses", "addresses that no link uses",
      "use it, or take it out"),
    DebtKind(
      "unknown-footnote", "footnote that is not written", "footnotes that are not written",
      "write the footnote, or take its mark out"),
    DebtKind(
      "unused-footnote", "footnote that nothing refers to", "footnotes that nothing refers to",
      "refer to it, or take it out"),
    DebtKind(
      "repeated-footnote", "footnote whose mark is taken", "footnotes whose marks are taken",
      "give it a mark of its own"),
  ]

  private static let pictures = [
    DebtKind(
      "image-without-words", "picture without alternative text",
      "pictures without alternative text", "write what it shows between the brackets: ![…]"),
    DebtKind(
      "image-without-alternative", "entry whose picture has no alternative text",
      "entries whose pictures have no alternative text", "write what it shows in image_alt"),
    DebtKind(
      "missing-image", "picture that is not there", "pictures that are not there",
      "add the picture, or take it out of the text"),
    DebtKind(
      "missing-file", "file that is not there", "files that are not there",
      "add the file, or take it out of the field"),
    DebtKind(
      "remote-image", "picture on another site", "pictures on other sites",
      "save the picture beside the entry, if you may"),
    DebtKind(
      "large-image", "picture that is slow to load", "pictures that are slow to load",
      "save it smaller", standing: .file),
    DebtKind(
      "unused-picture", "picture that no entry shows", "pictures that no entry shows",
      "show it in an entry, or delete it", standing: .file),
  ]

  private static let fields = [
    DebtKind(
      "missing-field", "missing field", "missing fields",
      "write the field that the message names", standing: .file),
    DebtKind(
      "missing-title", "entry without a title", "entries without a title",
      "write a title", standing: .file),
    DebtKind(
      "licence-unknown", "resource without a licence", "resources without a licence",
      "ask who made it, and write the licence", standing: .file),
    DebtKind(
      "unknown-licence", "licence that is not known", "licences that are not known",
      "write its usual short name, or other with its address in licence_url"),
    DebtKind(
      "nobody-credited", "post without an author", "posts without an author",
      "write authors, or leave it as the community's", standing: .file),
    DebtKind(
      "empty-resource", "resource with nothing to use", "resources with nothing to use",
      "write a url, files or a text", standing: .file),
  ]

  private static let references =
    ["post", "resource", "goal", "meeting", "entry"].map { kind in
      DebtKind(
        DiagnosticID(rawValue: "unknown-\(kind)"), "field that names no \(kind)",
        "fields that name no \(kind)", "write the id that is meant, or take it out")
    } + [
      DebtKind(
        "unknown-tag", "tag that tags.yml lacks", "tags that tags.yml lacks",
        "add the tag to tags.yml, or use one that is there"),
      DebtKind(
        "near-duplicate-tag", "tag that looks like another", "tags that look like others",
        "write both in one way, or list both in tags.yml"),
      DebtKind(
        "unknown-mention", "mention of nobody", "mentions of nobody",
        "write the member's id, or \\@ where no member is meant"),
      DebtKind(
        "ambiguous-mention", "mention that could mean two members",
        "mentions that could mean two members", "write the whole id"),
    ]

  private static let notation = [
    DebtKind(
      "shortcode", "text with commands of another tool", "texts with commands of another tool",
      "write in Markdown what they showed", standing: .file),
    DebtKind(
      "foreign-mark", "mark of another tool", "marks of another tool",
      "write it as the message says"),
    DebtKind(
      "raw-html", "piece of HTML that is left out", "pieces of HTML that are left out",
      "write it in Markdown, or take it out"),
    DebtKind(
      "loose-mark", "mark that stands away from its words",
      "marks that stand away from their words", "run 'handbook check --fix'"),
    DebtKind(
      "pasted-list", "list of a word processor", "lists of a word processor",
      "run 'handbook check --fix'"),
    DebtKind(
      "empty-heading", "heading without words", "headings without words",
      "write the heading, or take the line out"),
    DebtKind(
      "heading-without-space", "heading without a space", "headings without a space",
      "run 'handbook check --fix'"),
    DebtKind(
      "repeated-anchor", "anchor that is taken", "anchors that are taken",
      "give the heading an anchor of its own"),
    DebtKind(
      "table-without-rule", "table without a second line", "tables without a second line",
      "run 'handbook check --fix'"),
    DebtKind(
      "table-row-too-long", "row of a table that is too long", "rows of tables that are too long",
      "give the heading of the table as many cells"),
  ]

  private static let minutes = [
    DebtKind(
      "action-date", "action whose day cannot be read", "actions whose days cannot be read",
      "write the day as 2026-03-01"),
    DebtKind(
      "action-not-read", "line that may be an action", "lines that may be actions",
      "write it as an item of a list, or leave it"),
    DebtKind(
      "action-without-owner", "action without an owner", "actions without an owner",
      "begin it with the one who will do it, or tick it"),
    DebtKind(
      "heading-not-read", "heading over actions or decisions that says more",
      "headings over actions or decisions that say more", "write Actions or Decisions alone"),
    DebtKind(
      "table-not-read", "table of actions or decisions", "tables of actions or decisions",
      "write the table as a list"),
  ]
}
