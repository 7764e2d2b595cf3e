import Diagnostics
import Markup

extension Member {
  init(reading reader: inout FieldReader) {
    reader.refuse(
      "email", id: "email-field", "a member has no e-mail field",
      because:
        "An address on a web page is collected within days; the site's contact is in handbook.yml.",
      severity: .privacy, hints: ["remove the line"])
    status = reader.choice("status", Status.self)?.value ?? .active
    name = reader.text("name")
    consent = Consent(reading: &reader)
    if (consent.name || consent.profile), status != .withdrawn {
      reader.require("name", hint: "the name to show after 'name:'")
    }
    roles = reader.rolesHeld()
    joined = reader.date("joined")?.value
    left = reader.date("left")?.value
    school = reader.text("school")
    subjects = reader.texts("subjects").map(\.value)
    levels = reader.texts("levels").map(\.value)
    offers = reader.exchanges("offers", of: "an offer")
    seeks = reader.exchanges("seeks", of: "something sought")
    pronouns = reader.text("pronouns")?.value
    photo = reader.picture("photo", "photo_alt")
    links = reader.labelledAddresses("links")
    alsoKnownAs = reader.texts("also_known_as")
    familyName = reader.text("family_name")
    let pictures = reader.texts("withheld_pictures")
    withheldPictures = pictures.filter { $0.value != "none" }
    tellsPictures = !pictures.isEmpty
  }
}

extension Consent {
  /// Reads the purposes that are agreed to.
  ///
  /// A yes without the day on which it was given is an error, and counts as a no.
  fileprivate init(reading reader: inout FieldReader) {
    let read = reader.map("consent", of: "consent") { purposes in
      var consent = Consent()
      consent.isOnFile = true
      consent.name = purposes.yesNo("name")?.value ?? false
      consent.profile = purposes.yesNo("profile")?.value ?? false
      consent.photo = purposes.yesNo("photo")?.value ?? false
      consent.school = purposes.yesNo("school")?.value ?? false
      consent.attendance = purposes.yesNo("attendance")?.value ?? false
      let given = purposes.date("given")
      consent.given = given?.value
      consent.givenSpan = given?.span
      if consent.isAnythingAgreed, consent.given == nil {
        purposes.require(
          "given", hint: "the day on which they agreed after 'given:', the year first")
        return Consent()
      }
      return consent
    }
    self = read?.value ?? Consent()
  }

  fileprivate var isAnythingAgreed: Bool { name || profile || photo || school || attendance }
}

extension FieldReader {
  fileprivate mutating func rolesHeld() -> [Member.RoleHeld] {
    items(
      "roles", of: "a role",
      text: { Member.RoleHeld(role: $0, from: nil, to: nil) },
      map: { role in
        role.require("role", hint: "the id of a role of handbook.yml after 'role:'")
        let from = role.date("from")?.value
        let to = role.date("to")
        guard let held = role.text("role") else { return nil }
        if let from, let to, to.value < from { role.report(.endsBeforeItStarts, at: to.span) }
        return Member.RoleHeld(role: held, from: from, to: to?.value)
      }
    ).map(\.value)
  }

  fileprivate mutating func exchanges(_ key: String, of what: String) -> [Member.Exchange] {
    items(
      key, of: what,
      text: { Member.Exchange(tag: $0, note: nil) },
      map: { exchange in
        exchange.require("tag", hint: "tag: retrieval-practice")
        let note = exchange.text("note")?.value
        return exchange.text("tag").map { Member.Exchange(tag: $0, note: note) }
      }
    ).map(\.value)
  }

  fileprivate mutating func labelledAddresses(_ key: String) -> [LabelledAddress] {
    maps(key, of: "a link") { link -> LabelledAddress? in
      link.require("label", hint: "label: my blog")
      link.require("url", hint: "url: https://example.org/")
      guard let label = link.text("label"), let address = link.webAddress("url") else { return nil }
      return LabelledAddress(label: label.value, address: address)
    }
    .compactMap(\.value)
  }
}

extension FieldProblem {
  fileprivate static let endsBeforeItStarts = FieldProblem(
    id: "dates-reversed", summary: "'to' is before 'from'",
    hints: ["change one of the two dates"])
}
