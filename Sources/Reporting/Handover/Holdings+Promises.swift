import Community
import Dates
import Markup

extension Holdings {
  /// Actions that nobody has done, with those who took them on; the earliest due first.
  func promises(_ words: HandoverWords) -> HandoverLetter.Section {
    let open = minutes.latestActions.filter { $0.state == .open }.enumerated().sorted {
      left, right in
      let first = left.element.due?.daysSince1970 ?? .max
      let second = right.element.due?.daysSince1970 ?? .max
      return (first, left.offset) < (second, right.offset)
    }
    let items = open.map { _, action in
      let owners = action.owners.map(name)
      return HandoverLetter.Item(
        text: self.words(action.text, of: action.meeting),
        details: [
          owners.isEmpty ? words.nobody : owners.joined(separator: ", "),
          action.due.map { words.due + " " + words.date($0) },
          library[action.meeting].workingTitle,
        ].compactMap(\.self))
    }
    return HandoverLetter.Section(words.actions, items, empty: words.noActions)
  }

  /// What members offer to others.
  func offers(_ words: HandoverWords) -> HandoverLetter.Section {
    let items = activeMembers.filter { !$0.member.offers.isEmpty }.map { index, member in
      HandoverLetter.Item(
        text: name(index),
        details: member.offers.map { offer in
          [offer.tag.value, offer.note].compactMap(\.self).joined(separator: ": ")
        })
    }
    return HandoverLetter.Section(words.offers, items, empty: words.noOffers)
  }

  /// Questions that nobody has answered: none names its answer, and no other post replies to one.
  func questions(_ words: HandoverWords) -> HandoverLetter.Section {
    var answered: Set<EntryIndex> = []
    for index in library.indices {
      guard let post = library[index].fields.post else { continue }
      if post.namesItsAnswer { answered.insert(index) }
      if post.kind != .question, let question = post.repliesTo?.target { answered.insert(question) }
    }
    let open = library.indices.filter { index in
      library[index].fields.post?.kind == .question && !answered.contains(index)
        && !library[index].common.isDraft
    }
    let items = open.map { index in
      HandoverLetter.Item(
        text: library[index].workingTitle,
        details: [
          library[index].fields.contributors.compactMap(\.target).map(name).joined(separator: ", "),
          library[index].common.date.map { words.date($0.value) } ?? "",
        ].filter { !$0.isEmpty })
    }
    return HandoverLetter.Section(words.questions, items, empty: words.noQuestions)
  }

  var activeMembers: [(index: EntryIndex, member: Member)] {
    library.indices.compactMap { index in
      library[index].fields.member.flatMap { $0.status == .active ? (index, $0) : nil }
    }
  }
}
