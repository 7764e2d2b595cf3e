package import Diagnostics
import Markup

extension Library {
  /// What is written in members' files beyond what they agreed to, where everybody can read the
  /// repository: values, ids and texts.
  ///
  /// With a private source the site simply withholds it.
  package func undisclosedValues(_ source: (String) -> SourceText?) -> [Diagnostic] {
    indices.flatMap { undisclosedValues(at: $0, source) }
  }

  /// The same of one file.
  package func undisclosedValues(
    at index: EntryIndex, _ source: (String) -> SourceText?
  ) -> [Diagnostic] {
    let entry = self[index]
    guard configuration.source == .everyone, case .member(let member) = entry.fields else {
      return []
    }
    let values = member.undisclosedValues.map { value in
      Diagnostic.undisclosed(value, at: entry.location(value.span))
    }
    guard !member.isNamed else { return values }
    return values + entry.tellingIDs(of: member) + entry.ownNames(at: index, source)
  }
}

extension Entry {
  /// A file's name and old ids that tell whose the file is.
  fileprivate func tellingIDs(of member: Member) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if member.isTold(byID: id.name) {
      found.append(.tellingFileName(id.name, member, at: SourceLocation(path: source)))
    }
    return found
      + common.formerNames.filter { name in
        name.value.percentDecoded.split(separator: "/").contains {
          member.isTold(byID: $0.hasSuffix(".html") ? String($0.dropLast(5)) : String($0))
        }
      }.map {
        .undisclosed(
          Member.UndisclosedValue(
            what: "name", remedy: "remove it from 'aliases'", written: $0), at: location($0.span))
      }
  }

  /// Where the text of a member's own file names them.
  fileprivate func ownNames(
    at index: EntryIndex, _ source: (String) -> SourceText?
  ) -> [Diagnostic] {
    guard !body.prose.blocks.isEmpty, let file = source(self.source),
      let names = MemberNames(self, at: index)
    else { return [] }
    return names.places(in: file.withoutHead).map { place in
      let words = (place.excerpt ?? "").unicodeScalars.dropFirst(place.column - 1)
      return .undisclosed(
        Member.UndisclosedValue(
          what: "name", remedy: "remove the name from the text",
          written: Located(
            String(String.UnicodeScalarView(words.prefix(place.length))), at: place.span)),
        at: place)
    }
  }
}

extension [Diagnostic] {
  /// Those but the names that other findings tell of the same line: what a member's own file says
  /// of them is told once.
  package func withoutNames(toldIn undisclosed: [Diagnostic]) -> [Diagnostic] {
    let told = Set(undisclosed.compactMap(\.nameInLine))
    return told.isEmpty ? self : filter { $0.nameInLine.map(told.contains) != true }
  }
}

/// The line of a file in which a name stands: emphasis within the name makes its columns differ.
private struct NameInLine: Hashable {
  let path: String
  let line: Int
}

extension Diagnostic {
  fileprivate var nameInLine: NameInLine? {
    guard id == "name-in-text" || id == "undisclosed-name", let location, location.line > 0
    else { return nil }
    return NameInLine(path: location.path, line: location.line)
  }
}

extension SourceText {
  /// The same lines, those of the front matter empty.
  fileprivate var withoutHead: SourceText {
    let start = FrontMatter.split(self).value.bodyStart
    let head = bytes[..<start].map { $0 == 0x0A || $0 == 0x0D ? $0 : 0x20 }
    return SourceText(path: path, bytes: head + bytes[start...])
  }
}

extension Member {
  fileprivate struct UndisclosedValue {
    let what: String
    let remedy: String
    let written: Located<String>

    var span: SourceSpan { written.span }
  }

  fileprivate var undisclosedValues: [UndisclosedValue] {
    let isWithdrawn = status == .withdrawn
    var values: [UndisclosedValue] = []
    if let name, isWithdrawn || !consent.name {
      values.append(
        UndisclosedValue(
          what: "name", remedy: "remove the name, and give the file a neutral one such as m-07.md",
          written: name))
    }
    if isWithdrawn || !consent.name {
      values += alsoKnownAs.map {
        UndisclosedValue(
          what: "other name", remedy: "remove it from 'also_known_as'", written: $0)
      }
    }
    return values
      + withheldFields.map { field, written in
        let what = field.name
        let remedy = field.type.isPath ? "remove the \(what) and its file" : "remove the \(what)"
        return UndisclosedValue(what: what, remedy: remedy, written: written)
      }
  }

  /// The fields that say something which the member has not agreed to.
  private var withheldFields: [(field: DeclaredField, written: Located<String>)] {
    var withheld = WithheldFields(
      table: EntryKind.member.ownFields, consent: status == .withdrawn ? Consent() : consent)
    var member = self
    member.declare(to: &withheld)
    return withheld.found
  }
}

/// Gathers what fields say that need a consent which was not given.
private struct WithheldFields: FieldVisitor {
  let table: [DeclaredField]
  let consent: Consent
  var position = 0
  var found: [(field: DeclaredField, written: Located<String>)] = []

  mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    let declared = table[position]
    position += 1
    guard let purpose = declared.neededConsent, !consent[purpose],
      let written = value.written(in: declared)
    else { return }
    found.append((declared, written))
  }

  mutating func visit(companion field: @autoclosure () -> Field<Void>) { position += 1 }
}

extension FieldType {
  fileprivate var isPath: Bool { if case .path = self { true } else { false } }
}

extension Diagnostic {
  fileprivate static func tellingFileName(
    _ id: String, _ member: Member, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "undisclosed-name", at: place,
      "the file's name tells who this member is, who has not agreed to have their name shown",
      because: "With 'source: public' everybody can read it, whatever the site withholds.",
      hints: [
        member.status == .withdrawn
          ? "run 'handbook forget' for this member, which gives it a neutral one everywhere"
          : "give the file a neutral name such as m-07.md, and write @m-07 where others mention them",
        "or write 'source: private' in handbook.yml if the repository is private",
      ], words: id)
  }

  fileprivate static func undisclosed(
    _ value: Member.UndisclosedValue, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy,
      DiagnosticID(rawValue: "undisclosed-\(value.what.split(separator: " ").last ?? "name")"),
      at: place, "this member has not agreed to have their \(value.what) shown",
      because: "With 'source: public' everybody can read this file, whatever the site withholds.",
      hints: [
        value.remedy, "or write 'source: private' in handbook.yml if the repository is private",
      ], words: value.written.value)
  }
}
