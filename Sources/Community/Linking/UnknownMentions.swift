package import Diagnostics
import Markup

/// Reads the mentions that no member is called by.
///
/// An `@EdTechCo` is text and stays as it is. Where it is near a member's name, that member may have
/// been meant, which is told. Where that member has not agreed to be named, it is withheld as well:
/// a name with a slip in it is still somebody's name.
struct UnknownMentions {
  struct Reading {
    /// Whether it may stand for a member who is not to be named.
    var mayMeanWithheld = false
    /// Which member is near, if one is.
    var hint: String?
  }

  private let library: Library
  private let handles: WithheldHandles
  private var known: [String: Reading] = [:]
  /// How many different names are still held against all members' names.
  private var searchesLeft: Int

  init(_ library: Library) {
    self.library = library
    handles = WithheldHandles(library)
    let members = library.entries.count { $0.id.kind == .member }
    searchesLeft = 300_000 / max(1, members)
  }

  mutating func read(_ name: String) -> Reading {
    if let reading = known[name] { return reading }
    var reading = Reading()
    if let member = handles.member(near: name) {
      reading.mayMeanWithheld = true
      reading.hint =
        library.names.mayTell(idOf: member)
        ? "did you mean \(library.names.description(of: member, kind: .member))?"
        : "this is near the name of somebody who is not to be named; if they are meant, write "
          + "their id, which their own file has"
    } else if searchesLeft > 0 {
      searchesLeft -= 1
      reading.hint = library.names.hint(forMention: name)
    }
    known[name] = reading
    return reading
  }
}

extension [Diagnostic] {
  /// The problems but for unknown mentions where a withheld name is told: once is enough.
  package func withoutMentions(toldIn names: [Diagnostic]) -> [Diagnostic] {
    let places = Set(names.filter { $0.id == "name-in-text" }.compactMap(\.location))
    guard !places.isEmpty else { return self }
    return filter { problem in
      problem.id != "unknown-mention" || problem.location.map(places.contains) != true
    }
  }
}

/// What members who are not to be named could be called after an `@`.
struct WithheldHandles {
  /// Names without what parts their words, in either order, and what is commonly made of them: a
  /// first name, a last name, an initial and a name.
  private var exact: [String: EntryIndex] = [:]
  /// The whole names among these, which also count with a slip or with more around them.
  private var whole: [String: EntryIndex] = [:]
  /// The whole names, sorted.
  private var wholeNames: [String] = []
  /// All that a slip may have been made in, sorted.
  private var handles: [String] = []

  init(_ library: Library) {
    for index in library.indices {
      guard case .member(let member) = library[index].fields, !member.isNamed else { continue }
      let written = ([member.name].compactMap(\.self) + member.alsoKnownAs).map(\.value)
      let ids = [library[index].id.name] + library[index].common.aliases.map(\.value)
      for name in written + ids.filter({ !EntryID.isNeutral($0) }) { add(name, of: index) }
    }
    wholeNames = whole.keys.sorted()
    handles = (wholeNames + exact.keys.filter { $0.utf8.count > 3 }).sorted()
  }

  private mutating func add(_ name: String, of member: EntryIndex) {
    let words = foldedNameWords(of: name)
    guard let first = words.first, let last = words.last else { return }
    let orders = [words, words.dropFirst() + [first], [last] + words.dropLast()]
    for name in orders.map({ $0.joined() }) + [first + last, last + first] {
      whole[name] = whole[name] ?? member
    }
    guard words.count > 1 else { return }
    let parts = [first, last].filter { $0.utf8.count > 2 }
    for handle in parts + [first.prefix(1) + last, first + last.prefix(1)] {
      exact[handle] = exact[handle] ?? member
    }
  }

  /// The member whose name a mention may be.
  func member(near mention: String) -> EntryIndex? {
    guard !whole.isEmpty else { return nil }
    let handle = foldedWords(of: mention).joined()
    // `taraquill84` is made of a name too.
    let digits = handle.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
    let letters = String(handle.dropLast(digits))
    for handle in [handle, letters] {
      if let member = whole[handle] ?? exact[handle] { return member }
    }
    let held = wholeNames.filter { $0.utf8.count > 5 && handle.contains($0) }
    let longest = held.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let near = longest ?? NearMiss.nearest(to: letters, among: handles)
    return near.flatMap { whole[$0] ?? exact[$0] }
  }
}
