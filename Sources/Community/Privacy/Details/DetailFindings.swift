package import Diagnostics
import Files
import Markup
import Text

extension Library {
  /// The findings among what the files tell: all but the site's contact, and members whose name
  /// stands beside a year group that they teach.
  package func findings(of details: [FoundDetail]) -> [Diagnostic] {
    let contacts = configuration.addressesOfContacts
    let firstNames = firstNamesOfMembers
    let plan = DiallingPlan(zone: configuration.timeZone)
    return details.filter { found in
      switch found.detail {
      case .nationalPhone(let other) where other != plan: false
      case .email, .phone, .nationalPhone: !contacts.contains(found.words.lowercased())
      case .pupil: !firstNames.contains(found.words.foldedForComparison)
      case .meetingPasscode: true
      }
    }.map(Diagnostic.personal) + detailsInFileNames(except: contacts)
  }

  private var firstNamesOfMembers: Set<String> {
    var names: Set<String> = []
    for entry in entries {
      guard case .member(let member) = entry.fields else { continue }
      let written = [member.name].compactMap(\.self) + member.alsoKnownAs
      for name in written.map(\.value) + [entry.id.name] {
        let first = name.split { $0 == " " || $0 == "-" }.first.map(String.init)
        names.insert((first ?? name).foldedForComparison)
      }
    }
    return names
  }

  private func detailsInFileNames(except contacts: Set<String>) -> [Diagnostic] {
    assets.flatMap { asset in
      let path = asset.source.description
      return DetailScan(Array(asset.shownName.utf8)).found.filter { $0.detail == .email }
        .map {
          FoundDetail(
            detail: .email, words: $0.reading, place: SourceLocation(path: path))
        }
        .filter { found in
          // The ending of the file follows.
          let words = found.words.lowercased()
          return !contacts.contains { words == $0 || words.hasPrefix($0 + ".") }
        }.map(Diagnostic.personal)
    }
  }
}

extension Configuration {
  /// The addresses of mail that are the community's own, in lower case, those in a form's address
  /// included.
  fileprivate var addressesOfContacts: Set<String> {
    Set(
      contacts.flatMap { contact in
        DetailScan(Array(contact.utf8).percentDecodedBytes).found.map { $0.reading.lowercased() }
      })
  }
}

extension Diagnostic {
  fileprivate static func personal(_ found: FoundDetail) -> Diagnostic {
    switch found.detail {
    case .email:
      Diagnostic(
        .privacy, "email-address", at: found.place,
        "an e-mail address is not for everybody to read",
        because: "An address on a web page is collected within days.",
        hints: ["leave it out; the community's own address is 'contact' in handbook.yml"],
        words: found.words)
    case .phone, .nationalPhone:
      Diagnostic(
        .privacy, "phone-number", at: found.place,
        "this looks like somebody's telephone number",
        hints: ["leave it out; how to reach the community is 'contact' in handbook.yml"],
        words: found.words)
    case .meetingPasscode:
      Diagnostic(
        .privacy, "meeting-passcode", at: found.place, "this lets anybody into the meeting",
        hints: ["say how to get it instead, for example: the link is sent to those who sign up"],
        words: found.words)
    case .pupil:
      Diagnostic(
        .privacy, "pupil-name", at: found.place,
        "this looks like a pupil's name beside a year group",
        because: "Children are never named: those who know the school would know the child.",
        hints: ["write of the class, for example: a pupil in Year 4"], words: found.words)
    }
  }
}
