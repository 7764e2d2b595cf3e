import Community
import Diagnostics
import Markup

/// What members offer each other and what they look for, brought together topic by topic.
struct Exchange: Sendable {
  /// A member who offers or seeks something.
  struct Hand: Sendable {
    let member: PublishedEntry
    let note: String?
  }

  /// One thing that is offered, sought, or both.
  struct Topic: Sendable {
    /// The tag's id.
    let id: String
    let label: String
    /// By name, each member once.
    fileprivate(set) var offers: [Hand] = []
    fileprivate(set) var seeks: [Hand] = []
  }

  /// A to Z.
  let topics: [Topic]
  private let positions: [String: Int]

  /// Members who have left offer and seek nothing any more.
  init(
    _ members: [PublishedEntry], _ vocabulary: Vocabulary, labels: [String: String],
    alphabet: Alphabet
  ) {
    var collector = TopicCollector(vocabulary: vocabulary, labels: labels)
    for entry in members {
      guard let member = entry.member, member.status == .active else { continue }
      collector.add(member.offers, of: entry, to: \.offers)
      collector.add(member.seeks, of: entry, to: \.seeks)
    }
    topics = alphabet.sorted(collector.topics.values, by: \.label, then: \.id)
    positions = Dictionary(
      uniqueKeysWithValues: topics.enumerated().map { ($0.element.id, $0.offset) })
  }

  func topic(_ id: String) -> Topic? { positions[id].map { topics[$0] } }

  var offered: [Topic] { topics.filter { !$0.offers.isEmpty } }
  var sought: [Topic] { topics.filter { !$0.seeks.isEmpty } }
  /// What somebody looks for and nobody offers.
  var unmet: [Topic] { topics.filter { !$0.seeks.isEmpty && $0.offers.isEmpty } }
}

/// Gathers topics by the ids of their tags.
private struct TopicCollector {
  let vocabulary: Vocabulary
  /// The labels of tags in use, by id.
  let labels: [String: String]
  var topics: [String: Exchange.Topic] = [:]

  mutating func add(
    _ exchanges: [Member.Exchange], of entry: PublishedEntry,
    to side: WritableKeyPath<Exchange.Topic, [Exchange.Hand]>
  ) {
    var met: Set<String> = []
    for exchange in exchanges {
      guard let id = vocabulary.tagID(of: exchange.tag.value), met.insert(id).inserted else {
        continue
      }
      let label = vocabulary.term(id)?.label ?? labels[id] ?? exchange.tag.value
      topics[id, default: Exchange.Topic(id: id, label: label)][keyPath: side].append(
        Exchange.Hand(member: entry, note: exchange.note))
    }
  }
}

extension Vocabulary {
  /// The id of the tag that somebody wrote; `nil` where nothing of it can be an id.
  func tagID(of written: String) -> String? {
    Slug.ofTag(written).map { term($0)?.id ?? $0 }
  }
}
