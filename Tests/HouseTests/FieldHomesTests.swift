import TestSupport
import Testing

/// A field is declared beside its value, and what is made of every field asks the declaration.
///
/// A file more that names a field is a fact of it that stands in two places, or a shape that no other
/// field has.
@Suite("Where fields are named")
struct FieldHomesTests {
  @Test(
    "where they are declared, in a view and in a page, and where something else is made of them",
    arguments: [
      Field("pronouns", ["Member", "KindViews", "MemberPage"]),
      Field("join_info", as: "joiningWords", ["Meeting", "MeetingViews", "Occasions"]),
      Field("sign_up", as: "signUp", ["Meeting", "MeetingViews", "Occasions"], besides: former),
      Field(
        "access_notes", as: "accessNotes", ["Resource", "ResourceView", "ResourcePage"]),
      Field("answered_by", as: "answeredBy", ["Reference", "Post", "KindViews", "PostPage"]),
      // Reported, and in the charter that a new site begins with.
      Field("review_by", as: "reviewBy", ["CommonFields", "EntryPages", "Reviews", "SiteStart"]),
      // In a place of its own in the data for search engines.
      Field(
        "based_on", as: "basedOn",
        ["Reference", "Resource", "ResourceView", "ResourcePage", "StructuredData+Entries"]),
      Field(
        "venue", ["MeetingPlace", "MeetingViews", "Occasions", "StructuredData+Entries"]),
      Field(
        "time_needed", as: "timeNeeded",
        ["Resource", "ResourceView", "ResourcePage", "StructuredData+Entries", "SiteStart"]),
      // A purpose of consent, too.
      Field(
        "school", ["Member", "Consent", "KindViews", "MemberPage", "StructuredData+Entries"],
        besides: ["WebAddress"]),
      // What a new goal begins with stands in the declaration of its kind.
      Field("measure", ["Goal", "KindDeclaration", "GoalView", "GoalPage"]),
      // In print it is a quotation, and no fact among others.
      Field(
        "quote", ["Success", "KindViews", "SuccessPage", "PrintViews", "PrintPage"],
        besides: ["Lightened"]),
    ])
  func homes(field: Field) throws {
    let found = try sources().filter { field.isNamed(in: $0.code) }.map(\.name)
    #expect(Set(found).subtracting(field.besides) == Set(field.homes))
    #expect(field.homes.count <= 5)
  }
}

/// Words of the interface that went are known by their old names.
private let former = ["FormerWords"]

struct Field: Sendable {
  let name: String
  let property: String
  let homes: [String]
  /// Where the word means something else.
  let besides: [String]

  init(_ name: String, as property: String? = nil, _ homes: [String], besides: [String] = []) {
    self.name = name
    self.property = property ?? name
    self.homes = homes
    self.besides = besides
  }

  /// Whether code names the field: by its name in quotation marks or, as nothing but a property or an
  /// argument, in Swift.
  func isNamed(in code: String) -> Bool {
    if code.contains("\"\(name)\"") { return true }
    // A word of two parts means nothing else.
    let isCertain = property != name
    var rest = code[...]
    while let found = rest.firstRange(of: property) {
      let before = code[..<found.lowerBound].last
      let after = code[found.upperBound...].first
      rest = code[found.upperBound...]
      guard before?.isOfName != true, after?.isOfName != true else { continue }
      if isCertain || before == "." || after == ":" { return true }
    }
    return false
  }
}

extension Character {
  fileprivate var isOfName: Bool { isLetter || isNumber || self == "_" }
}

/// What knows entries, without comments and the list of words that is written by `scripts/words`.
///
/// Importers name fields of other tools, of which some are ours.
private func sources() throws -> [(name: String, code: String)] {
  let folders = [
    "Community", "Site", "Scaffolding", "Build", "Reporting", "Rewriting", "LinkChecking",
    "HandbookCommand",
  ]
  return try folders.flatMap { folder in
    try filesOfRepository(below: "Sources/\(folder)", ending: ".swift")
      .filter { !$0.path.hasSuffix("/Word.swift") }
      .map { file in
        let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        return (String(name.dropLast(".swift".count)), code)
      }
  }
}
