package import Diagnostics
import Markup

extension Library {
  /// What is written in members' files beyond what they agreed to, where everybody can read the
  /// repository.
  ///
  /// With a private source the site simply withholds it.
  package func undisclosedValues() -> [Diagnostic] {
    guard configuration.source == .everyone else { return [] }
    return entries.flatMap { entry in
      guard case .member(let member) = entry.fields else { return [Diagnostic]() }
      return member.undisclosedValues.map { value in
        .undisclosed(value, at: entry.location(value.span))
      }
    }
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
    if let name, isWithdrawn || !(consent.name || consent.profile) {
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
    if let school, isWithdrawn || !consent.school {
      values.append(
        UndisclosedValue(what: "school", remedy: "remove the school", written: school))
    }
    if let photo, isWithdrawn || !consent.photo {
      values.append(
        UndisclosedValue(
          what: "photo", remedy: "remove the photo and its file", written: photo.path))
    }
    return values
  }
}

extension Diagnostic {
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
