import Community

/// How goals and tags connect: how many of the entries that serve a goal carry a tag.
struct TagMatrix: Sendable {
  struct Row: Sendable {
    let goal: PublishedEntry
    /// By tag, in the order of `tags`.
    let counts: [Int]
  }

  /// The tags that are met most, those first.
  let tags: [Tag]
  /// In the order that was given, without goals that meet none of the tags.
  let rows: [Row]

  /// `nil` where no goal meets a tag.
  init?(_ goals: [(goal: PublishedEntry, serving: [PublishedEntry])], columns: Int = 12) {
    var counts: [[String: Int]] = []
    var met: [String: (tag: Tag, count: Int)] = [:]
    for (_, serving) in goals {
      var ofGoal: [String: Int] = [:]
      for tag in serving.lazy.flatMap(\.tags) {
        ofGoal[tag.id, default: 0] += 1
        met[tag.id, default: (tag, 0)].count += 1
      }
      counts.append(ofGoal)
    }
    tags = met.values.sorted { ($1.count, $0.tag.id) < ($0.count, $1.tag.id) }
      .prefix(columns).map(\.tag)
    rows = zip(goals, counts).compactMap { [tags] goal, counts in
      let row = Row(goal: goal.goal, counts: tags.map { counts[$0.id] ?? 0 })
      return row.counts.contains { $0 > 0 } ? row : nil
    }
    if rows.isEmpty { return nil }
  }
}

extension TagMatrix {
  var highest: Int { rows.flatMap(\.counts).max() ?? 0 }

  /// The goal and the tag that meet most often; of several the first.
  var strongest: (goal: PublishedEntry, tag: Tag)? {
    for row in rows {
      if let place = row.counts.firstIndex(of: highest) { return (row.goal, tags[place]) }
    }
    return nil
  }

  /// How strong the colour of a count is, in four steps; 0 of nothing.
  func step(_ count: Int) -> Int {
    highest > 0 ? (count * 4 + highest - 1) / highest : 0
  }
}
