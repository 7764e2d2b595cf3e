import Diagnostics

/// A paragraph or item that may turn out to be a decision.
struct DecisionCandidate {
  /// The piece that its `id` would go in.
  let slot: Int
  let start: Body.Extent
  /// Whether it is an item of a list that stands in no other list or quote.
  let isTopLevelItem: Bool
}

// Decisions are a reading of ordinary minutes: items below a heading, or paragraphs that say so.
extension BodyReader {
  /// Keeps a place in a start tag for a decision's `id`.
  mutating func addDecisionSlot() -> Int? {
    dialect.decisionWords == nil ? nil : writer.add(.html(0..<0))
  }

  /// Notes that a heading begins or ends a section of decisions.
  mutating func noteSection(_ title: ProseRange, level: Int) {
    guard let words = dialect.decisionWords else { return }
    let name = prose.prose.string(title).foldedForComparison
    if words.headings.contains(name) {
      decisionSection = level
    } else if let open = decisionSection, level <= open {
      decisionSection = nil
    }
  }

  /// Where a name or a title first stands that is filled in later: it is part of what follows.
  private func firstHole(in contents: Body.Contents) -> Int32 {
    let mention = body.mentions[contents.mentions].first?.place.lowerBound
    let title = body.links[contents.links].first { !$0.hasLabel }?.label.lowerBound
    return min(mention ?? .max, title ?? .max)
  }

  /// Ends a paragraph that may be a decision.
  mutating func endDecision(_ candidate: DecisionCandidate, _ range: ProseRange?, line: Int) {
    guard let words = dialect.decisionWords, let range else { return }
    let text = prose.prose.text[Int(range.lowerBound)..<Int(range.upperBound)]
    let opening = words.opening(of: text)
    let isListed = candidate.isTopLevelItem && decisionSection != nil && !words.saysNone(text)
    guard opening != nil || isListed else { return }
    let contents = body.contents(since: candidate.start)
    let start = min(range.lowerBound + Int32(opening?.length ?? 0), firstHole(in: contents))
    let number = opening?.number ?? (body.decisions.last?.number ?? 0) + 1
    writer.replacePiece(at: candidate.slot, with: .decisionAttributes(Int32(body.decisions.count)))
    body.decisions.append(
      Body.Decision(
        number: number, text: start..<range.upperBound,
        contents: contents, line: line))
  }
}
