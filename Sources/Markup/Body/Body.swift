package import Diagnostics

/// What an author wrote below the front matter, read once: a pure function of the file's bytes and
/// a `Dialect`.
///
/// A body is a flat list of pieces. Most are finished HTML; the others are what depends on the rest
/// of the site (addresses, names, pictures, id prefixes) and is filled in when a page is rendered.
/// Nothing of libcmark's tree outlives the parse.
package struct Body: Hashable, Sendable {
  /// The pieces in reading order.
  package var pieces: [Piece] = []
  /// The bytes that the `.html` pieces are ranges of: escaped, balanced and safe.
  package var html: [UInt8] = []
  /// The plain text, block by block, with holes for what is filled in later.
  package var prose = Prose()
  /// The headings in order, for the outline and for links to them.
  package var headings: [Heading] = []
  /// The ids that the author gave in raw HTML, to which links may lead as to headings.
  package var anchors: [String] = []
  /// The links in order; pieces and holes refer to them by index.
  package var links: [Link] = []
  /// The `@mentions` in order; pieces and holes refer to them by index.
  package var mentions: [Mention] = []
  /// The images in order; pieces refer to them by index.
  package var images: [Image] = []
  /// The task-list items in order.
  package var tasks: [Task] = []
  /// The decisions in order, in minutes.
  package var decisions: [Decision] = []
  /// What stands in minutes beside them and may be meant as an action, in order.
  package var asides: [Aside] = []
  /// The places that tell who was there or was not, in minutes; what they say is told as a warning.
  package var presences: [Presence] = []
  /// The stretches of `prose` that are struck through.
  package var struck: [ProseRange] = []
  /// The stretches of tasks and decisions that are emphasised, inner ones first.
  package var emphases: [Emphasis] = []
  /// The title taken from the first `#` heading, where that is asked for.
  ///
  /// The heading is then left out of the pieces and of `headings`.
  package var title: ProseRange?
  /// The anchor of that heading, to which links in this or other bodies may lead; it is not among
  /// `headings`.
  package var titleAnchor: String?
  /// The first paragraph of prose, for a summary; `nil` where there is none.
  package var summary: ProseRange?

  package init() {}
}

extension Body {
  /// One part of the rendered body.
  package enum Piece: Hashable, Sendable {
    /// Finished HTML: a range of `html`.
    case html(Range<Int32>)
    /// Where a link to another part of the site begins; its label follows.
    case linkStart(Int32)
    /// Where that link ends.
    case linkEnd(Int32)
    /// The label of a link written without one: the title of its target.
    case linkTitle(Int32)
    /// A person's name, linked if they have a page.
    case mention(Int32)
    /// An image.
    case image(Int32)
    /// The value of an `id` attribute, or of a `#` address within this page. Rendering puts the
    /// page's prefix before it, so that no id from content can equal one of the theme's.
    case anchor(String)
    /// The attributes of a task's list item: its `id`, with the space before it, on a page that
    /// numbers tasks; else nothing.
    case taskAttributes(Int32)
    /// The attributes of a decision's paragraph or list item: its `id`, with the space before it.
    case decisionAttributes(Int32)
    /// Where the words of an action begin, behind its box if it has one.
    case actionStart(Int32)
    /// Where the words of a decision begin.
    case decisionStart(Int32)
    /// Where the words of that action or decision end, in the same element.
    case noteEnd
    /// A word of the interface, in the site's language.
    case word(InterfaceWord)
  }

  /// A word that stands in no text, and that a page says in the site's language.
  package enum InterfaceWord: String, Hashable, Sendable, CaseIterable {
    case table, footnotes
    case footnoteBack = "footnote-back"
    case taskDone = "task-done"
    case taskOpen = "task-open"
    case alertNote = "alert-note"
    case alertTip = "alert-tip"
    case alertImportant = "alert-important"
    case alertWarning = "alert-warning"
    case alertCaution = "alert-caution"
  }

  /// A heading of the body.
  package struct Heading: Hashable, Sendable {
    /// 1 to 6, as written.
    package let level: Int
    /// The slug by the git host's rules, unique within the body, as a link to it is written.
    package let anchor: String
    package let title: ProseRange
    package let line: Int

    package init(level: Int, anchor: String, title: ProseRange, line: Int) {
      self.level = level
      self.anchor = anchor
      self.title = title
      self.line = line
    }
  }

  /// A link that an author wrote.
  package struct Link: Hashable, Sendable {
    /// Where a link leads, before anything is known about the rest of the site.
    package enum Destination: Hashable, Sendable {
      /// A path relative to the source file, percent-decoded, with the heading's anchor if any:
      /// `[rubric](../resources/rubric.md#use)`.
      case path(String, anchor: String?)
      /// A heading of the same body: `[above](#use)`.
      case heading(String)
      /// What stands in `[[…]]`, before the `|`: an id, `kind/id`, or a title. The anchor is the
      /// slug of what follows the `#`.
      case name(String, anchor: String?)
      /// An address elsewhere, its scheme allowed.
      case elsewhere(String)
    }

    package let destination: Destination
    /// Whether the author gave the words to show.
    package let hasLabel: Bool
    /// The words shown, or the hole for them, in the prose.
    package let label: ProseRange
    /// What is shown when the pointer rests on it: `[rubric](rubric.md "the new one")`.
    package let title: String?
    package let span: SourceSpan

    package init(
      destination: Destination, hasLabel: Bool, label: ProseRange, title: String? = nil,
      span: SourceSpan
    ) {
      self.destination = destination
      self.hasLabel = hasLabel
      self.label = label
      self.title = title
      self.span = span
    }
  }

  /// An `@name` in the text.
  package struct Mention: Hashable, Sendable {
    /// What follows the `@`, as `MentionName` reads it.
    ///
    /// Which member it means is settled later.
    package let name: String
    /// The hole in the prose.
    package let place: ProseRange
    /// Whether it is struck through: `~~@sian~~ @noor`.
    package let isStruck: Bool
    package let span: SourceSpan

    package init(name: String, place: ProseRange, isStruck: Bool = false, span: SourceSpan) {
      self.name = name
      self.place = place
      self.isStruck = isStruck
      self.span = span
    }
  }

  /// A list item that begins `[ ]` or `[x]`; in minutes also one that is an action without a box.
  package struct Task: Hashable, Sendable {
    package let isDone: Bool
    /// Whether it begins with a box.
    package let hasBox: Bool
    /// Its first paragraph, in the prose: what lists below it say is not part of it.
    package let text: ProseRange
    /// The pieces of that paragraph, for lists of tasks elsewhere.
    package let pieces: Range<Int32>
    /// What of the body's lists stands in that paragraph.
    package let contents: Contents
    package let line: Int

    package init(
      isDone: Bool, hasBox: Bool, text: ProseRange, pieces: Range<Int32>, contents: Contents,
      line: Int
    ) {
      self.isDone = isDone
      self.hasBox = hasBox
      self.text = text
      self.pieces = pieces
      self.contents = contents
      self.line = line
    }
  }

  /// A decision that minutes tell.
  package struct Decision: Hashable, Sendable {
    /// As written, else one more than the last.
    package let number: Int
    /// Its first paragraph, without the words that say it is a decision.
    package let text: ProseRange
    /// What of the body's lists stands in that paragraph.
    package let contents: Contents
    /// The items of the list nested in it.
    package var details: [Detail] = []
    package let line: Int

    package init(
      number: Int, text: ProseRange, contents: Contents, details: [Detail] = [], line: Int
    ) {
      self.number = number
      self.text = text
      self.contents = contents
      self.details = details
      self.line = line
    }
  }

  /// An item of the list nested in a decision.
  package struct Detail: Hashable, Sendable {
    /// How deep it is nested: 1 for an item of the first list.
    package let depth: Int
    package let text: ProseRange
    package let contents: Contents

    package init(depth: Int, text: ProseRange, contents: Contents) {
      self.depth = depth
      self.text = text
      self.contents = contents
    }
  }

  /// A paragraph or item of minutes that is not gathered, and may be meant as an action.
  package struct Aside: Hashable, Sendable {
    package let text: ProseRange
    package let contents: Contents
    package let isItem: Bool
    package let beginsWithMention: Bool
    /// Whether it stands below a heading that names actions.
    package let isBelowActions: Bool
    package let line: Int

    package init(
      text: ProseRange, contents: Contents, isItem: Bool, beginsWithMention: Bool,
      isBelowActions: Bool, line: Int
    ) {
      self.text = text
      self.contents = contents
      self.isItem = isItem
      self.beginsWithMention = beginsWithMention
      self.isBelowActions = isBelowActions
      self.line = line
    }
  }

  /// Where minutes tell who was there, or who was not.
  package struct Presence: Hashable, Sendable {
    package let isAbsence: Bool
    /// The lines of the file: the first is that of its label, the others hold what it heads.
    package var lines: Range<Int>
    /// The cell of a table's row, counted from 0, where it is one.
    package var cell: Int?
    /// Whether nothing else stands in the line of its label, so that the line can be changed.
    package var isWholeLine = true

    package init(
      isAbsence: Bool, lines: Range<Int>, cell: Int? = nil, isWholeLine: Bool = true
    ) {
      self.isAbsence = isAbsence
      self.lines = lines
      self.cell = cell
      self.isWholeLine = isWholeLine
    }
  }

  /// Words that stand out, or are code.
  package struct Emphasis: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
      case emphasis, strong, code
    }

    package let kind: Kind
    package let range: ProseRange

    package init(kind: Kind, range: ProseRange) {
      self.kind = kind
      self.range = range
    }
  }

  /// The parts of a body's lists that stand in one paragraph, as ranges of their indices.
  package struct Contents: Hashable, Sendable {
    package let links: Range<Int>
    package let mentions: Range<Int>
    package let struck: Range<Int>
    package let emphases: Range<Int>

    package init(
      links: Range<Int>, mentions: Range<Int>, struck: Range<Int>, emphases: Range<Int>
    ) {
      self.links = links
      self.mentions = mentions
      self.struck = struck
      self.emphases = emphases
    }
  }

  /// How long those lists are: where a paragraph's part begins.
  struct Extent {
    fileprivate let links: Int
    fileprivate let mentions: Int
    fileprivate let struck: Int
    fileprivate let emphases: Int
  }

  var extent: Extent {
    Extent(
      links: links.count, mentions: mentions.count, struck: struck.count, emphases: emphases.count)
  }

  /// What has been read since the lists were so long.
  func contents(since start: Extent) -> Contents {
    Contents(
      links: start.links..<links.count, mentions: start.mentions..<mentions.count,
      struck: start.struck..<struck.count, emphases: start.emphases..<emphases.count)
  }

  /// An image that an author placed.
  package struct Image: Hashable, Sendable {
    /// A path relative to the source file, percent-decoded.
    package let path: String
    /// The alternative text, plain.
    package let alternative: String
    package let title: String?
    package let span: SourceSpan

    package init(path: String, alternative: String, title: String?, span: SourceSpan) {
      self.path = path
      self.alternative = alternative
      self.title = title
      self.span = span
    }
  }
}
