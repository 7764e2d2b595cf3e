package import Diagnostics
import Files
import Markup

/// The search for personal details in one file, which needs nothing of the others.
package enum DetailSearch {
  /// Those of a file of settings, or of an entry's.
  ///
  /// The bytes of the file are looked through, comments and all, since whoever may read the source
  /// reads them. What only the page would show (`ada&#64;…`, `029 **2018** …`) is looked for in the
  /// text of the page.
  package static func details(in source: SourceText, of entry: Entry? = nil) -> [FoundDetail] {
    let written = DetailScan(source.bytes).found.map { found in
      FoundDetail(
        detail: found.detail,
        words: source.bytes.string(found.words).filter { $0 != "\\" },
        place: source.location(of: found.range))
    }
    var told = Set(written.map(\.words))
    let shown = entry?.detailsOnThePage(source).filter { told.insert($0.words).inserted } ?? []
    return (written + shown).filter { !$0.standsInFieldOfItsOwn }
  }
}

extension FoundDetail {
  /// `uid` of a calendar looks like an address of mail; `email` is told as a field; and `contact` of
  /// the settings, an example of it in a comment too, is the community's own.
  fileprivate var standsInFieldOfItsOwn: Bool {
    guard detail == .email, let line = place.excerpt else { return false }
    if place.path == "content/handbook.yml" {
      return line.drop { $0 == "#" || $0 == " " }.hasPrefix("contact:")
    }
    return line.hasPrefix("uid:") || line.hasPrefix("email:")
  }
}

extension Entry {
  fileprivate func detailsOnThePage(_ source: SourceText) -> [FoundDetail] {
    let blocks = body.prose.blocks.flatMap { block in
      let range = Int(block.range.lowerBound)..<Int(block.range.upperBound)
      guard body.prose.text.holdsPlacesToLookAt(in: range) else { return [FoundDetail]() }
      return found(in: Array(body.prose.text[range]), at: source.location(line: Int(block.line)))
    }
    let pictures = body.images.flatMap { image in
      [image.alternative, image.title].compactMap(\.self).flatMap { words in
        found(in: Array(words.utf8), at: location(image.span))
      }
    }
    return blocks + pictures
      + body.links.flatMap { link -> [FoundDetail] in
        let titles = found(in: Array((link.title ?? "").utf8), at: location(link.span))
        // A bare address has been met as it is written.
        guard case .elsewhere(let address) = link.destination,
          link.hasLabel || address.utf8.contains(UInt8(ascii: "%"))
        else { return titles }
        return titles + found(in: Array(address.percentDecoded.utf8), at: location(link.span))
      }
  }

  private func found(
    in text: [UInt8], at place: @autoclosure () -> SourceLocation
  ) -> [FoundDetail] {
    DetailScan(text).found.map {
      FoundDetail(detail: $0.detail, words: text.string($0.words), place: place())
    }
  }
}

extension [UInt8] {
  /// Whether anything in a stretch may begin a detail; nothing is copied to tell.
  fileprivate func holdsPlacesToLookAt(in range: Range<Int>) -> Bool {
    withUnsafeBufferPointer {
      var places = DetailPlaces(in: UnsafeBufferPointer(rebasing: $0[range]))
      return places.next() != nil
    }
  }
}

extension Library {
  /// The findings among what the files tell: all but the site's contact, and members whose name
  /// stands beside a year group that they teach.
  package func findings(of details: [FoundDetail]) -> [Diagnostic] {
    let contact = configuration.contact?.lowercased() ?? ""
    let firstNames = firstNamesOfMembers
    return details.filter { found in
      switch found.detail {
      case .email, .phone: !contact.contains(found.words.lowercased())
      case .pupil: !firstNames.contains(found.words.foldedForComparison)
      case .meetingPasscode: true
      }
    }.map(Diagnostic.personal) + detailsInFileNames(contact)
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

  private func detailsInFileNames(_ contact: String) -> [Diagnostic] {
    assets.flatMap { asset in
      let path = asset.source.description
      let name = Array(path.utf8)
      return DetailScan(name).found.filter { $0.detail == .email }
        .map {
          FoundDetail(
            detail: .email, words: name.string($0.words), place: SourceLocation(path: path))
        }
        .filter { !contact.contains($0.words.lowercased()) }.map(Diagnostic.personal)
    }
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
    case .phone:
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
