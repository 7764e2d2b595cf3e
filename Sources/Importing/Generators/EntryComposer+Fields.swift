import Community
import Dates
import Files
import Markup
import Text

/// What is known of the whole site where one of its pages is read.
struct PageContext: Sendable {
  var generator = Generator.markdown
  var members = MemberDirectory()
}

// Fields whose value is several things here, or words that belong to the text.
extension EntryComposer {
  /// Takes a field that a mapping does not speak of and that is more than one field here; says
  /// whether it did.
  mutating func takeApart(_ field: FieldMap.Field) -> Bool {
    let name = field.key.plainHeading
    if takePrivate(field, name) || takeTagList(field, name) { return true }
    if kind == .meeting, takeTimes(field, name) || takePresenters(field, name) { return true }
    return takeProse(field, name) || takeLink(field, name)
  }

  /// Addresses and numbers of people, which a handbook does not keep.
  private mutating func takePrivate(_ field: FieldMap.Field, _ name: String) -> Bool {
    guard privateFields.contains(name), field.value.text != nil else { return false }
    notes.append("left out: \(field.key), which a handbook does not keep")
    return true
  }

  /// Jekyll parts the words of `tags` and `categories` at blanks, and takes `tag` and `category` whole.
  private mutating func takeTagList(_ field: FieldMap.Field, _ name: String) -> Bool {
    guard context.generator == .jekyll, ["tags", "categories"].contains(name),
      let text = field.value.text, !text.contains(",")
    else { return false }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    entry.set("tags", .texts(words.compactMap(tag)))
    return true
  }

  // MARK: Times

  private mutating func takeTimes(_ field: FieldMap.Field, _ name: String) -> Bool {
    guard let text = field.value.text else { return false }
    if startFields.contains(name) { return takeStart(text) }
    if endFields.contains(name) { return takeEnd(text) }
    if placeFields.contains(name) { return takePlace(text) }
    return false
  }

  /// Reads `start: 2020-03-05T16:30:00+01:00` and `time: "4:30 - 6:00 PM"`.
  private mutating func takeStart(_ text: String) -> Bool {
    let found = FoundDate(firstIn: text)
    let rest = found.map { String(text[$0.range.upperBound...]) } ?? text
    let hours =
      rest.stampTime.map { ForeignHours(start: $0) } ?? ForeignHours(rest.trimmed)
      ?? ForeignHours(firstIn: rest)
    guard found != nil || hours != nil else { return false }
    if let found {
      if !entry.has("date") {
        entry.set("date", .text(found.date.day(monthFirst: false).description))
      }
    }
    if let hours {
      if !entry.has("start") { entry.set("start", .text(hours.start.description)) }
      if !entry.has("end") { entry.set("end", (hours.end?.description).map(WrittenValue.text)) }
    }
    if text.hasSuffix("Z"), rest.stampTime != nil, !entry.has("timezone") {
      entry.set("timezone", .text("UTC"))
    }
    return true
  }

  private mutating func takeEnd(_ text: String) -> Bool {
    let found = FoundDate(firstIn: text)
    let rest = found.map { String(text[$0.range.upperBound...]) } ?? text
    let time = rest.stampTime ?? ForeignHours(rest.trimmed)?.start
    guard found != nil || time != nil else { return false }
    // The day is compared once all fields are read: a meeting of one day has no last day.
    if let found { lastDay = found.date.day(monthFirst: false) }
    if let time, !entry.has("end") { entry.set("end", .text(time.description)) }
    return true
  }

  private mutating func takePlace(_ text: String) -> Bool {
    let place = JoiningDetails.place(text.onOneLine)
    entry.setPlace(place)
    if place.isCut { notes.append("left out of the place: a link, which may hold a passcode") }
    return true
  }

  /// Those who spoke, above the text: members as mentions, others in the words that were published.
  private mutating func takePresenters(_ field: FieldMap.Field, _ name: String) -> Bool {
    guard presenterFields.contains(name) else { return false }
    let names = field.value.words.map { $0.filter { $0 != "[" && $0 != "]" } }
    guard !names.isEmpty else { return false }
    let people = names.map { name in
      context.members.id(of: name).map { "@\($0)" } ?? PlainText.inline(name)
    }
    opening.append("\(field.key.inWords): \(people.joined(separator: ", "))")
    return true
  }

  // MARK: Words

  /// Words that were a page of their own in the other tool's looks, put into the text.
  private mutating func takeProse(_ field: FieldMap.Field, _ name: String) -> Bool {
    guard case .text(let written, _) = field.value.content, !written.trimmed.isEmpty,
      !written.hasPrefix("http")
    else { return false }
    let text = written.trimmed
    let isLong = text.contains("\n") || text.utf8.count > 300
    if summaryFields.contains(name) {
      guard isLong else { return false }
      if placed.page.body.trimmed.isEmpty || text.utf8.count > 600 {
        opening.append(text)
        return true
      }
      return false
    }
    // What somebody says of themselves in a line is how their card introduces them.
    if kind == .member, !isLong, introductions.contains(name), !entry.has("summary") {
      entry.set("summary", .text(text))
      return true
    }
    if textFields.contains(name) {
      // The text itself stands first; what is said beside it, below.
      opening.append(text)
      return true
    }
    guard sectionFields.contains(name), isLong || text.utf8.count > 60 else { return false }
    sections.append("## \(field.key.inWords)\n\n\(text)")
    return true
  }

  /// An address that stands beside the text, as a link below it.
  private mutating func takeLink(_ field: FieldMap.Field, _ name: String) -> Bool {
    let isLink = elsewhereFields.contains(name)
    guard isLink || linkFields.contains(name), let address = field.value.text,
      address.hasPrefix("http"), !address.contains(where: { " <>()".contains($0) })
    else { return false }
    if JoiningDetails.isIn(address: address) {
      notes.append("left out: \(field.key), which may hold a passcode")
      return true
    }
    let names = kind.fields.map(\.name)
    if kind == .meeting, name.contains("regist") || name.contains("signup") || name.contains("rsvp")
    {
      entry.set("sign_up", .text(address))
      return true
    }
    if isLink, names.contains("url") {
      if !entry.has("url") { entry.set("url", .text(address)) }
      return true
    }
    let words =
      isLink ? placed.page.fields["title"]?.value.text ?? field.key.inWords : field.key.inWords
    links.append("[\(PlainText.inline(words))](\(address))")
    return true
  }

  /// The text with what fields said above and below it.
  func completed(_ body: String) -> String {
    var body = body
    if let firstLine, let line = body.split(separator: "\n").first(where: { !$0.trimmed.isEmpty }),
      line.trimmed == firstLine
    {
      body = String(body[line.endIndex...].drop { $0.isNewline })
    }
    guard !(opening.isEmpty && sections.isEmpty && links.isEmpty) else { return body }
    let parts = opening + (body.trimmed.isEmpty ? [] : [body.withoutBlankEdges]) + sections + links
    return parts.joined(separator: "\n\n") + "\n"
  }

  var kind: EntryKind { placed.id.kind }
}

extension ForeignPage {
  /// Whether it says no more than where something is that lies elsewhere.
  var isLinkElsewhere: Bool {
    guard body.split(whereSeparator: \.isWhitespace).count < 60 else { return false }
    return fields.fields.contains { field in
      elsewhereFields.contains(field.key.plainHeading)
        && field.value.text?.lowercased().hasPrefix("http") == true
    }
  }
}

extension ForeignHours {
  init(start: ClockTime) {
    self.start = start
    end = nil
  }
}

extension String {
  /// The time behind a date of a time stamp, unless it is midnight: `T16:30:00+01:00`.
  fileprivate var stampTime: ClockTime? {
    let text = drop { $0 == "T" || $0 == " " }
    let time = String(text.prefix(5))
    guard let clock = ClockTime(time), time != "00:00" else { return nil }
    let rest = text.dropFirst(5)
    let isStamp = rest.isEmpty || rest.first.map { ":+-Z. ".contains($0) } ?? false
    let hasWords = rest.contains { $0.isLetter && $0 != "Z" } || rest.contains("–")
    return isStamp && !hasWords && !rest.contains(" - ") && clock.minutes > 0 ? clock : nil
  }

  /// A field's name as words: `meeting_notes` is *Meeting notes*.
  var inWords: String {
    let words = split { $0 == "_" || $0 == "-" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Without blank lines at either end.
  fileprivate var withoutBlankEdges: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.trimmed.isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.trimmed.isEmpty == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}

private let privateFields: Set<String> = [
  "email", "mail", "emailaddress", "phone", "telephone", "tel", "mobile", "phonenumber",
]
private let startFields: Set<String> = [
  "start", "starts", "startdate", "startsat", "starttime", "datestart", "eventdate", "eventstart",
  "begin", "begins", "time", "times", "hours", "when", "hora", "heure", "uhrzeit", "beginn",
  "amser",
]
private let endFields: Set<String> = [
  "end", "ends", "enddate", "endsat", "endtime", "dateend", "eventend", "until", "finish", "ende",
  "fin",
]
private let placeFields: Set<String> = ["location", "venue", "place", "room", "where", "address"]
private let presenterFields: Set<String> = [
  "presenter", "presenters", "speaker", "speakers", "facilitators", "hosts", "panelists",
  "panellists",
  "instructors", "trainers", "talkby",
]
private let summaryFields: Set<String> = ["description", "abstract", "summary", "excerpt"]
private let textFields: Set<String> = [
  "content", "text", "body", "bio", "biography", "about", "intro", "introduction",
]
private let introductions: Set<String> = [
  "bio", "biography", "about", "intro", "introduction",
]
private let sectionFields: Set<String> = [
  "notes", "agenda", "minutes", "details", "outcomes", "background", "objectives", "outline",
  "programme", "program", "schedule", "requirements", "prerequisites", "acknowledgements",
  "acknowledgments", "instructions", "discussion", "conclusion", "conclusions", "longdescription",
]
private let elsewhereFields: Set<String> = [
  "link", "externalurl", "externallink", "linkurl", "redirect", "redirectto", "externaluri",
]
private let linkFields: Set<String> = [
  "slides", "slide", "video", "videos", "recording", "notes", "minutes", "agenda", "materials",
  "material", "handout", "handouts", "paper", "pdf", "poster", "website", "registration",
  "register",
  "registrationlink", "registrationurl", "signup", "signuplink", "rsvp", "youtube", "github",
  "repo",
  "code", "source", "demo", "eventurl", "eventlink", "moreinfo", "notesurl", "slidesurl",
  "videourl",
  "collaborativenotes", "etherpad", "pad",
]
