import Markup

/// Somebody whom a page names: their name, and the handle where one is given beside it.
struct WrittenAuthor: Hashable, Sendable {
  let name: String
  var handle: String?
}

extension FieldValue {
  /// Everybody whom a field names.
  ///
  /// A text is split at commas, at semicolons, and at *and* where people stand on both sides; a
  /// map is one person.
  var people: [WrittenAuthor] {
    switch content {
    case .text: (text ?? "").namesOfPeople.map { WrittenAuthor(name: $0) }
    case .list(let items): items.flatMap(\.people)
    case .map(let map): map.asPerson.map { [$0] } ?? map.fields.flatMap(\.value.peopleBelow)
    case .empty: []
    }
  }

  /// Of a map whose keys are roles or handles: only people who are maps themselves.
  private var peopleBelow: [WrittenAuthor] {
    if case .map(let map) = content, let person = map.asPerson { [person] } else { [] }
  }
}

extension FieldMap {
  /// Who a map such as `{name: Ada Okafor, github: adao}` is.
  var asPerson: WrittenAuthor? {
    func text(_ keys: String...) -> String? { keys.lazy.compactMap { self[$0]?.value.text }.first }
    let handle = text("github", "username", "handle", "login", "id", "key", "slug")
    if let name = text("display_name", "displayName", "full_name", "fullname") ?? partsOfName {
      return WrittenAuthor(name: name, handle: handle)
    }
    // Quarto: `name: {given: Ada, family: Okafor}`.
    if case .map(let inner)? = self["name"]?.value.content, let person = inner.asPerson {
      return WrittenAuthor(name: person.name, handle: handle)
    }
    return (text("name", "title", "literal") ?? handle)
      .map { WrittenAuthor(name: $0.withoutAddress, handle: handle) }
  }

  /// A name that is written in two fields.
  var partsOfName: String? {
    let pairs = [
      ("first_name", "last_name"), ("firstname", "lastname"), ("firstName", "lastName"),
      ("given", "family"), ("given_name", "family_name"), ("forename", "surname"),
    ]
    return pairs.lazy.compactMap { first, last -> String? in
      guard let first = self[first]?.value.text, let last = self[last]?.value.text else {
        return nil
      }
      return "\(first) \(last)"
    }.first
  }
}

extension String {
  /// The names in a text such as `Ada Okafor, Ben Hale and Noor Haddad <noor@…>`.
  fileprivate var namesOfPeople: [String] {
    split { $0 == "," || $0 == ";" || $0.isNewline }.flatMap { part -> [String] in
      let part = String(part).trimmed.withoutAddress.withoutLead
      for word in [" and ", " & ", " und ", " et ", " y ", " + ", " with ", " / "] {
        let parts = part.parted(at: word)
        if parts.count > 1, parts.allSatisfy({ NameSense($0).sort == .person }) { return parts }
      }
      return [part]
    }.filter { !$0.isEmpty }
  }

  /// Without an address in brackets or behind the name, without the brackets of a wiki's link and
  /// without the sign of a mention.
  var withoutAddress: String {
    var text = self
    if text.hasPrefix("[["), text.hasSuffix("]]") {
      let inner = text.dropFirst(2).dropLast(2)
      text = String(inner.split(separator: "|").last ?? inner)
    }
    for mark in ["<", "(", "["] {
      guard let place = text.firstIndex(of: Character(mark)), place > text.startIndex else {
        continue
      }
      if text[place...].contains("@") || text[place...].contains("://") || mark == "(" {
        text = String(text[..<place])
      }
    }
    text = text.trimmed
    return text.hasPrefix("@") && text.utf8.count > 1 ? String(text.dropFirst()) : text
  }

  /// Without a word such as *by* before the name.
  private var withoutLead: String {
    for lead in ["by ", "By ", "von ", "Von ", "par ", "Par ", "and ", "& ", "Written by "]
    where hasPrefix(lead) {
      return String(dropFirst(lead.count)).trimmed
    }
    return self
  }

  private func parted(at separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest).trimmed)
    return parts
  }
}
