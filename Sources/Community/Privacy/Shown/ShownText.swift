import Diagnostics
import Files
import Markup

/// A piece of what readers are shown, as every search of `Privacy` is given it.
///
/// One walk gives each piece once, with what its place can be found by. What the walk leaves out is
/// looked for by nobody, and what it gives is answered by all: a search says in its `switch` what it
/// does with each piece, so that none sees less than another by oversight.
enum ShownText {
  /// The text of a body, across emphasis, links and the cells of a row.
  case prose(Prose)
  /// What is read in place of a picture, or shown when the pointer rests on a picture or a link.
  case beside(String, at: SourceSpan)
  /// Where a link leads outside of the site.
  case address(String, of: Body.Link)
  /// The finished HTML of a body, for its attributes and tables.
  case html([UInt8])
  /// The part of an address that leads within a page.
  case anchor(String)
  /// What stands behind an `@`: shown as it is written where no member is called so.
  case mention(Body.Mention)
  /// A link by a name alone, in whose place a title is shown where the name is that of an entry.
  case named(String, of: Body.Link)
  /// A value of front matter or settings, at any depth, without its escapes.
  case value(Located<String>, ofField: String)
}

extension Body {
  /// Gives each piece that a page shows of the body.
  func walkShown(_ look: (ShownText) -> Void) {
    look(.prose(prose))
    for image in images {
      for words in [image.alternative, image.title] {
        if let words, !words.isEmpty { look(.beside(words, at: image.span)) }
      }
    }
    for link in links {
      if let title = link.title, !title.isEmpty { look(.beside(title, at: link.span)) }
    }
    for link in links {
      switch link.destination {
      case .elsewhere(let address): look(.address(address, of: link))
      case .name(let name, _) where !link.hasLabel: look(.named(name, of: link))
      case .name, .path, .heading: break
      }
    }
    for mention in mentions { look(.mention(mention)) }
    look(.html(html))
    for case .anchor(let anchor) in pieces { look(.anchor(anchor)) }
  }
}

extension FieldMap {
  /// Gives each value that a page may show: not why something is accepted or was taken down.
  func walkShown(_ look: (ShownText) -> Void) {
    for field in fields where !unshownFields.contains(field.key) {
      field.value.walkTexts { look(.value($0, ofField: field.key)) }
    }
  }
}

/// Fields that say something to authors and to the tool alone.
let unshownFields: Set = ["accepts", "taken_down", "withheld_pictures"]

extension FieldValue {
  fileprivate func walkTexts(_ look: (Located<String>) -> Void) {
    switch content {
    case .text(let text, _): look(Located(text, at: span))
    case .list(let items): for item in items { item.walkTexts(look) }
    case .map(let map): for field in map.fields { field.value.walkTexts(look) }
    case .empty: break
    }
  }
}

extension ContentFolder.Asset {
  /// What the address of a published file shows below the folder of its entry.
  var shownName: String {
    address.parts.dropFirst(owner == nil ? 1 : 2).joined(separator: "/")
  }
}
