package import Diagnostics
import Markup

extension Library {
  /// The changes to minutes that name who was there, by the path of each file: names of members go
  /// to `attendees`, and apologies go.
  ///
  /// Other names stay, since only their writers know whose they are.
  package func attendanceFixes(
    _ source: (String) -> SourceText?
  ) -> [(path: String, fixes: [Fix])] {
    indices.compactMap { index in
      let entry = self[index]
      guard case .meeting(let meeting) = entry.fields, !entry.body.presences.isEmpty,
        let text = source(entry.source)
      else { return nil }
      var minutes = AttendanceFixing(text, NamesOfMembers(self))
      minutes.read(entry.body.presences)
      let known = Set(meeting.attendees.compactMap(\.target))
      let new = minutes.found.filter { !known.contains($0) }.map { self[$0].id.name }
      guard !minutes.fixes.isEmpty, let field = AttendeesField(text) else { return nil }
      return (entry.source, minutes.fixes + field.adding(new))
    }
  }
}

/// The names of one line or cell of minutes: those of members are taken out of it.
struct NamesOfMembers {
  private let library: Library

  init(_ library: Library) {
    self.library = library
  }

  /// Whom a text names, and what stays of it; `nil` where it names no member.
  func taken(outOf text: String) -> (members: [EntryIndex], rest: String)? {
    var members: [EntryIndex] = []
    var rest: [String] = []
    for part in text.split(whereSeparator: { ",;&".contains($0) }).map(\.trimmedWords)
    where !part.isEmpty {
      let found = read(part)
      members += found.members
      if let left = found.rest { rest.append(left) }
    }
    return members.isEmpty ? nil : (members, rest.joined(separator: ", "))
  }

  private func read(_ part: String) -> (members: [EntryIndex], rest: String?) {
    if let member = member(part) { return ([member], nil) }
    // `Xi Lu and Bo Ek`, whatever the language's word is.
    let words = part.split(separator: " ").map(String.init)
    for position in words.indices.dropFirst().dropLast() where words[position].count <= 3 {
      let before = words[..<position].joined(separator: " ")
      let after = words[(position + 1)...].joined(separator: " ")
      let (first, second) = (member(before), member(after))
      if first == nil, second == nil { continue }
      let left = [first == nil ? before : nil, second == nil ? after : nil].compactMap(\.self)
      return ([first, second].compactMap(\.self), left.first)
    }
    return ([], part)
  }

  /// The one member who is called so by their whole name or id, or mentioned.
  private func member(_ written: String) -> EntryIndex? {
    let name = written.plainName
    guard !name.isEmpty, case .one(let member) = library.names.mention(name) else { return nil }
    return library.names.isFullName(name, of: member) || written.hasPrefix("@") ? member : nil
  }
}

extension StringProtocol {
  fileprivate var trimmedWords: String { split(separator: " ").joined(separator: " ") }
}

extension String {
  /// A name without what stands around it: emphasis, a link, an `@`, a note in brackets.
  fileprivate var plainName: String {
    var name = self[...]
    if let label = name.firstIndex(of: "]"), name.hasPrefix("[") {
      let end = name[..<label]
      name = name.hasPrefix("[[") ? end.dropFirst(2) : end.dropFirst()
    } else if let bracket = name.firstIndex(of: "("), bracket > name.startIndex {
      name = name[..<bracket]
    }
    let isMark: (Character) -> Bool = { " .*_`@\\".contains($0) }
    name = name.drop(while: isMark)
    while let last = name.last, isMark(last) { name = name.dropLast() }
    return String(name)
  }
}
