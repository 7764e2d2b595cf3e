import Build
import Community
import Diagnostics
import Markup
import Site
import Testing

/// What a newcomer sees first has an example of everything: what is new is not done until the
/// sample uses it.
@Suite("The sample handbook")
struct SampleHandbookTests {
  @Test("nothing stands against it and nothing warns, whoever it is built for")
  func faultless() async throws {
    for audience in Audience.allCases {
      for drafts in [false, true] {
        let inspection = try await SampleHandbook.inspected {
          $0.audience = audience
          $0.includesDrafts = drafts
        }
        let printer = TerminalPrinter(showsAll: true, readLine: inspection.files.line)
        #expect(printer.text(for: inspection.diagnostics) == "")
      }
    }
  }

  @Test("each kind of entry uses every field of its own", arguments: EntryKind.allCases)
  func fieldsOfKind(kind: EntryKind) throws {
    let used = try SampleHandbook().fields[kind] ?? []
    // A public source keeps nothing of those who have withdrawn, and the sample's is public.
    // No name of the sample leaves its family name to be guessed, and its meetings are evenings.
    let kept = Set(["withheld_pictures", "family_name", "end_date"])
    #expect(kind.ownFields.names.subtracting(used).subtracting(kept).sorted() == [])
  }

  @Test("every field that all kinds have is used")
  func commonFields() throws {
    let used = Set(try SampleHandbook().fields.values.flatMap(\.self))
    #expect(CommonFields.declaredFields.names.subtracting(used).sorted() == [])
  }

  @Test(
    "every key of the settings and of the vocabulary is used",
    arguments: [Configuration.declaredFields, VocabularyFile.declaredFields])
  func settings(declared: [DeclaredField]) throws {
    let used = try SampleHandbook().settings
    // The address of a licence goes with `licence: other` alone, which a resource shows, as one
    // shows how a finding is accepted.
    // The community of the sample meets, so nothing says that it rests or has ended.
    let shownElsewhere: Set = [
      "accepts", "why", "words", "licence_url", "status", "status_since", "status_words",
      "names_until",
    ]
    #expect(declared.names.subtracting(used).subtracting(shownElsewhere).sorted() == [])
  }

  @Test("it makes every output that the generator can make")
  func outputs() async throws {
    let routes = try source("Sources/Site/Routes/Route.swift").cases(ofEnum: "Route")
    let made = Set(try await SampleHandbook.plan().pages.map { nameOfCase($0.route) })
    #expect(routes.count > 10)
    // The files of the search are made after the plan; titles have pages of their own above 500.
    #expect(routes.subtracting(made).sorted() == ["search", "titles"])
  }

  @Test("its texts hold all that a text may hold")
  func texts() throws {
    let body = try source("Sources/Markup/Body/Body.swift")
    let bodies = try SampleHandbook().entries.map(\.body)
    let pieces = Set(bodies.flatMap(\.pieces).map { nameOfCase($0) })
    #expect(body.cases(ofEnum: "Piece").subtracting(pieces).sorted() == [])
    let destinations = Set(bodies.flatMap(\.links).map { nameOfCase($0.destination) })
    #expect(body.cases(ofEnum: "Destination").subtracting(destinations).sorted() == [])
    let words = Set(bodies.flatMap(\.pieces).compactMap(\.word))
    #expect(Set(Body.InterfaceWord.allCases).subtracting(words) == [])
    #expect(bodies.contains { !$0.struck.isEmpty })
  }

  @Test("it has members, posts, resources and successes of every sort")
  func sorts() throws {
    let fields = try SampleHandbook().entries.map(\.fields)
    #expect(missing(from: fields.compactMap { $0.member?.status }) == [])
    #expect(missing(from: fields.compactMap { $0.post?.kind }) == [])
    #expect(missing(from: fields.compactMap { $0.resource?.kind }) == [])
    #expect(missing(from: fields.compactMap { $0.resource?.status }) == [])
    #expect(missing(from: fields.compactMap { $0.success?.value }) == [])
    let licences = Set(fields.compactMap { $0.resource.map { nameOfCase($0.licence) } })
    let all = try source("Sources/Community/Entries/Licence.swift").cases(ofEnum: "Licence")
    // An unknown licence warns, and nothing in the sample does.
    #expect(all.subtracting(licences) == ["unknown"])
  }
}

extension SampleHandbookTests {
  @Test("its notes show all that can become of an action and of a decision")
  func notes() async throws {
    let registers = try await SampleHandbook.published().registers
    #expect(missing(from: registers.actions.map(\.state)) == [])
    let bodies = try SampleHandbook().entries.filter { $0.id.kind == .meeting }.map(\.body)
    let shows = [
      "an action is late": registers.latestActions.contains {
        $0.isOverdue(on: SampleHandbook.today)
      },
      "an action goes on from two earlier ones": registers.actions.contains { action in
        action.earlier.map { registers.actions[$0].earlier != nil } ?? false
      },
      "an action has changed hands": bodies.contains { $0.mentions.contains(where: \.isStruck) },
      "an action is a member's who is not named": registers.actions.contains {
        $0.owners.count > $0.namedOwners.count
      },
      "a decision is superseded": registers.decisions.contains { !$0.supersededBy.isEmpty },
      "a decision is taken back": registers.decisions.contains { !$0.reversedBy.isEmpty },
    ]
    #expect(shows.filter { !$0.value }.keys.sorted() == [])
  }

  @Test("its people show what a community waits for, and what it finds")
  func people() async throws {
    let handbook = try await SampleHandbook.published()
    let fields = handbook.entries.map(\.fields)
    let members = fields.compactMap(\.member)
    let held = members.flatMap(\.roles).filter { $0.to == nil }.map(\.role.value)
    let offered = Set(members.flatMap(\.offers).map(\.tag.value))
    let sought = Set(members.flatMap(\.seeks).map(\.tag.value))
    let shows = [
      "nobody holds a role": handbook.configuration.roles.contains { !held.contains($0.id) },
      "a question waits for an answer": fields.compactMap(\.post).contains {
        $0.kind == .question && $0.answeredBy == nil
      },
      "a coming meeting has no chair": handbook.entries(.meeting).contains { entry in
        (entry.date ?? SampleHandbook.today) > SampleHandbook.today
          && entry.fields.meeting?.chair == nil
      },
      "what is sought is offered": !sought.isDisjoint(with: offered),
      "something is sought that nobody offers": !sought.isSubset(of: offered),
      "a member is shown to nobody": handbook.unlistedMembers > 0,
    ]
    #expect(shows.filter { !$0.value }.keys.sorted() == [])
  }
}

private func source(_ path: String) throws -> SwiftSource {
  SwiftSource(path: path, text: try Repository.text(path))
}

/// `tag` of `Route.tag("talk", page: 1)`.
private func nameOfCase(_ value: some Sendable) -> String {
  String("\(value)".prefix { $0 != "(" })
}

/// The values of a field that nobody has used.
private func missing<Value: CaseIterable & Hashable>(from used: [Value]) -> [Value] {
  let used = Set(used)
  return Value.allCases.filter { !used.contains($0) }
}

extension EntryFields {
  fileprivate var post: Post? { if case .post(let post) = self { post } else { nil } }
  fileprivate var meeting: Meeting? {
    if case .meeting(let meeting) = self { meeting } else { nil }
  }
  fileprivate var member: Member? { if case .member(let member) = self { member } else { nil } }
  fileprivate var success: Success? {
    if case .success(let success) = self { success } else { nil }
  }
  fileprivate var resource: Resource? {
    if case .resource(let resource) = self { resource } else { nil }
  }
}

extension Body.Piece {
  fileprivate var word: Body.InterfaceWord? { if case .word(let word) = self { word } else { nil } }
}
