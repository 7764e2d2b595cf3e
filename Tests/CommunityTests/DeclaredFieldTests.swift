import Diagnostics
import Markup
import Testing

@testable import Community

@Suite("Declared fields")
struct DeclaredFieldTests {
  @Test("each says what it is for, in one sentence", arguments: EntryKind.allCases)
  func sentences(kind: EntryKind) {
    for field in kind.fields.withParts {
      #expect(field.sentence.hasSuffix("."), "\(field.name)")
      #expect(field.parts.isEmpty == !field.example.isEmpty, "\(field.name)")
    }
  }

  @Test("no two fields of a kind have one name or one key in the open data")
  func names() {
    for kind in EntryKind.allCases {
      #expect(Set(kind.fields.map(\.name)).count == kind.fields.count)
      let keys = kind.fields.compactMap(\.dataKey)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("what of a field the search of the site counts is looked through for names and details")
  func searched() {
    for kind in EntryKind.allCases {
      let searched = kind.fields.filter { [$0].withParts.contains { $0.search != nil } }
      #expect(!searched.isEmpty)
      #expect(unshownFields.isDisjoint(with: searched.map(\.name)))
    }
  }

  @Test("each relation is declared, by fields that name the kind that it leads to")
  func relations() {
    var found: Set<Relation> = []
    for kind in EntryKind.allCases {
      var fields = EntryFields.blank(kind)
      var collector = RelationCollector()
      fields.visitReferences(&collector)
      found.formUnion(collector.relations)
    }
    // Those of parts are met where there are parts.
    let ofParts: Set<Relation> = [.creator, .triedBy, .evidence]
    let ofAllKinds: Set<Relation> = [.goal, .translationOf, .imageShows]
    #expect(found.union(ofParts).union(ofAllKinds) == Set(Relation.allCases))
  }

  @Test("a relation leads to one kind and tells one thing of a member, whichever field has it")
  func factsOfRelations() {
    for relation in Relation.allCases {
      let fields = DeclaredField.everywhere.filter { $0.relation == relation }
      #expect(fields.allSatisfy { $0.type.target == relation.targetKind }, "\(relation)")
      #expect(fields.allSatisfy { $0.doing == relation.doing }, "\(relation)")
    }
    #expect(Relation.author.targetKind == .member && Relation.author.doing == .wrote)
    #expect(Relation.creator.doing == .shared && Relation.triedBy.doing == .tried)
    #expect(Relation.basedOn.targetKind == .resource && Relation.basedOn.doing == nil)
    #expect(Relation.evidence.targetKind == nil && Relation.translationOf.targetKind == nil)
    let told = Set(Relation.allCases.compactMap(\.doing))
    #expect(told == Set(Doing.allCases))
  }

  @Test("what is never published is taken back, and what a member has not agreed to")
  func concealed() throws {
    var member = try #require(
      read(
        """
        name: Ada Okafor
        consent: {name: yes, profile: yes, given: 2026-01-15}
        school: Harbour Primary
        photo: ada.jpg
        photo_alt: Ada
        family_name: Okafor
        also_known_as: [Addie]
        subjects: [maths]
        """, as: .member
      )?.fields.member)
    member.conceal()
    let names = member.filledFields(EntryKind.member.ownFields).map(\.name)
    #expect(names == ["name", "status", "subjects"])
  }

  @Test("an address in any field is one to ask for: of a milestone, a licence, a trial's evidence")
  func addresses() throws {
    let goal = try #require(
      read(
        """
        status: active
        measure: lessons
        milestones:
          - title: Once
            evidence: [https://example.org/once, a post]
        """, as: .goal))
    #expect(goal.fields.filled.addresses == ["https://example.org/once"])
    let resource = try #require(
      read(
        """
        kind: tool
        url: https://example.org/tool
        licence: other
        licence_url: https://example.org/terms
        """, as: .resource))
    #expect(
      resource.fields.filled.addresses == ["https://example.org/tool", "https://example.org/terms"])
    let member = try #require(
      read("links: [{label: Blog, url: \"https://example.org/blog\"}]", as: .member))
    #expect(member.fields.filled.addresses == ["https://example.org/blog"])
  }

  @Test("a creator may be named as a member or as somebody else, and must be one of them")
  func creators() throws {
    let text = "kind: tool\nlicence: cc0\ncreators: [ada, {member: ben}, {name: C}, {}]"
    let entry = Entry.read(source(text), as: EntryID(.resource, "a"), dialect: .handbook)
    let creators = try #require(entry.value?.fields.resource?.creators)
    #expect(creators.map { $0.member?.written ?? $0.outsider } == ["ada", "ben", "C"])
    #expect(entry.diagnostics.map(\.id) == ["missing-field"])
  }
}

private func source(_ fields: String) -> SourceText {
  SourceText(path: "a.md", "---\n\(fields)\n---\n\n# A\n\nText.\n")
}

private func read(_ fields: String, as kind: EntryKind) -> Entry? {
  Entry.read(source(fields), as: EntryID(kind, "a"), dialect: .handbook).value
}

private struct RelationCollector: ReferenceVisitor {
  var relations: Set<Relation> = []

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    relations.insert(relation)
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    relations.insert(relation)
  }
}

extension EntryFields {
  fileprivate static func blank(_ kind: EntryKind) -> EntryFields {
    switch kind {
    case .post: .post(Post())
    case .member: .member(Member())
    case .meeting: .meeting(Meeting())
    case .resource: .resource(Resource())
    case .goal: .goal(Goal())
    case .success: .success(Success())
    case .page: .page(Page())
    }
  }

  fileprivate var member: Member? { if case .member(let member) = self { member } else { nil } }
  fileprivate var resource: Resource? {
    if case .resource(let resource) = self { resource } else { nil }
  }
}

extension [DeclaredField] {
  fileprivate var withParts: [DeclaredField] { flatMap { [$0] + $0.parts.withParts } }
}
