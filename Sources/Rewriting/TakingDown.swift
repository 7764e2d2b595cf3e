package import Build
package import Community
import Diagnostics
import Files
import Markup

/// Taking one entry off the site at once, or putting it back: two lines of its front matter.
///
/// It needs nothing but the entry's own file, so that no fault elsewhere can stand in its way.
package struct TakingDown: Sendable {
  package let id: EntryID
  package let plan: RewritePlan
  /// Files beside the entry and pictures that no other entry uses: they leave the site with it.
  package let files: [String]
}

extension TakingDown {
  /// Plans to take down what somebody named, such as `posts/a-story`.
  ///
  /// - Parameters:
  ///   - reason: Why, for those who read the file; it is never published.
  ///   - hasNotice: Whether the address says that the page was taken down.
  package init(
    _ written: String, because reason: String, hasNotice: Bool, in site: SourceSite
  ) throws(RewriteRefusal) {
    let index = try site.entryToTakeDown(written)
    let entry = site.library[index]
    id = entry.id
    plan = try RewritePlan(site.source(of: entry), because: reason, hasNotice: hasNotice)
    files = site.filesLeaving(with: index)
  }

  /// Plans to put an entry back that was taken down.
  package init(undoing written: String, in site: SourceSite) throws(RewriteRefusal) {
    let index = try site.entryToTakeDown(written)
    let entry = site.library[index]
    guard entry.common.takenDown != nil else {
      throw RewriteRefusal("'\(entry.id)' is not taken down")
    }
    id = entry.id
    plan = try RewritePlan(site.source(of: entry), because: nil)
    files = []
  }
}

extension RewritePlan {
  /// The plan to take one file's entry down, or without a reason to put it back.
  fileprivate init(
    _ source: SourceText, because reason: String?, hasNotice: Bool = false
  ) throws(RewriteRefusal) {
    var editor = try YAMLEditor(ofEntry: source)
    try editor.takeDown(because: reason, hasNotice: hasNotice)
    self.init()
    writes = [Write(path: source.path, old: source.bytes, new: editor.source.bytes)]
  }
}

extension SourceSite {
  fileprivate func entryToTakeDown(_ written: String) throws(RewriteRefusal) -> EntryIndex {
    switch library.names.reference(written, kind: nil) {
    case .one(let index): return index
    case .several(let candidates):
      throw RewriteRefusal(
        "'\(written.quotedInput)' could be \(library.names.list(candidates))",
        hint: "write it with its folder")
    case .unread:
      throw RewriteRefusal(
        "the file of '\(written.quotedInput)' cannot be read",
        hint: "move it out of content/: then it is on no page, and 'handbook check' says the rest")
    case .none:
      throw RewriteRefusal(
        "there is no entry '\(written.quotedInput)'",
        hint: library.names.hint(for: written, kind: nil) ?? "write it as posts/a-story")
    }
  }

  fileprivate func source(of entry: Entry) throws(RewriteRefusal) -> SourceText {
    guard let source = files.source(entry.source) else {
      throw RewriteRefusal("cannot read '\(entry.source)'")
    }
    return source
  }

  /// The files that only this entry shows or links to.
  fileprivate func filesLeaving(with index: EntryIndex) -> [String] {
    library.assets.indices.filter { asset in
      let isBeside = library.assets[asset].owner == library[index].id
      return (isBeside || isUsed(asset, by: index)) && !isUsed(asset, besidesBy: index)
    }.map { library.assets[$0].source.description }.sorted()
  }

  /// Whether an entry shows a file or leads to it.
  func isUsed(_ asset: Int, by index: EntryIndex) -> Bool {
    let links = links.bodies[index.position]
    return attachments[index.position].all.contains(asset) || links.images.contains(asset)
      || links.targets.contains(.asset(asset))
  }

  /// Whether any entry but one shows a file or leads to it.
  func isUsed(_ asset: Int, besidesBy excepted: EntryIndex) -> Bool {
    library.indices.contains { $0 != excepted && isUsed(asset, by: $0) }
  }
}
