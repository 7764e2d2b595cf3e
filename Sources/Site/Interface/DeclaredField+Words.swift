import Community

extension DeclaredField {
  /// The word for one of the field's choices, as an author writes it; `nil` where choices have none.
  func word(ofChoice written: String) -> Word? {
    switch choiceWords {
    case .meetingKind: Meeting.Kind(rawValue: written)?.word
    case .postKind: Post.Kind(rawValue: written)?.word
    case .resourceKind: Resource.Kind(rawValue: written)?.word
    case .successValue: Success.Value(rawValue: written)?.word
    case nil: nil
    }
  }
  /// What stands above it in the print edition; `nil` where that does not show it.
  var printedTitle: Word? { printTitle.flatMap { wordsByKey[$0] } }
}

private let wordsByKey: [String: Word] = {
  var words: [String: Word] = [:]
  for (number, key) in Word.keys.enumerated() { words[key] = Word(rawValue: number) }
  return words
}()
