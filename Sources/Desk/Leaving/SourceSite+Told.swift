import Build
import Community
import Diagnostics
import Rewriting

extension SourceSite {
  /// What people call a file: the title of its entry, or its name.
  func title(of path: String) -> String {
    let entry = library.entries.first { $0.source == path }
    return entry?.workingTitle ?? path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A place in a file: what the file is called, and the line.
  func told(_ place: SourceLocation) -> String {
    let line = files.line(place.path, place.line).map { ": \($0.shortened)" } ?? ""
    return "\(title(of: place.path))\(line)"
  }
}

extension PlanView {
  /// What it would take to forget a member, in words.
  init(_ forgetting: Forgetting, in site: SourceSite, _ words: DeskWords) {
    let plan = forgetting.plan
    let source = { (path: String) in plan.source(of: path) ?? path }
    mark = plan.mark
    name = forgetting.to.name
    files = plan.changedFiles(in: site, words)
    takenDown = forgetting.takenDown.map { site.title(of: source($0)) }
    settings = forgetting.settings.map { site.title(of: source($0)) }
    deleted = forgetting.deleted
    withheld = forgetting.withheld
    inTheWay = forgetting.inTheWay.map { place in
      site.title(of: source(place.path))
        + (place.excerpt.map { ": \($0.shortened)" } ?? "")
    }
    let guarding = forgetting.isEntire ? "none" : forgetting.keepsGuard ? "private" : "public"
    keeps = words("would_guard_\(guarding)")
    lines = plan.description
  }
}

extension RewritePlan {
  /// The files that change, by what people call them, each with what becomes of it.
  fileprivate func changedFiles(in site: SourceSite, _ words: DeskWords) -> [DeskLinkView] {
    let view = { (path: String, change: String) in
      DeskLinkView(title: site.title(of: path), address: "", note: words("change_\(change)"))
    }
    let written = writes.map { write -> DeskLinkView in
      if let source = source(of: write.path) { return view(source, "moved") }
      return view(write.path, write.old == nil ? "added" : "changed")
    }
    let covered = Set(writes.map(\.path))
    let moved = moves.filter { move in
      !covered.contains { $0 == move.to || $0.hasPrefix(move.to + "/") }
    }.map { view($0.from, "moved") }
    return written + moved + removals.map { view($0, "removed") }
  }
}
