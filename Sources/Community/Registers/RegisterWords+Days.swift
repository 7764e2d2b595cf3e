package import Dates
import Text

// Days that are said alone, without an action around them.
extension RegisterWords {
  /// The days that some words may mean, counted from a day: none where they name no day, or say
  /// more than that.
  package func days(in words: String, from day: CalendarDate) -> [CalendarDate] {
    let written = words.split(separator: " ").map(String.init).map { word in
      (word: word.foldedForComparison, text: word)
    }
    guard let (date, _, count) = WrittenDate.read(written, self), count == written.count else {
      return []
    }
    return date.meant(on: day)
  }

  /// How many of some words say that a day by which something is to be done follows.
  package func lengthOfDueKeyword(_ words: [String]) -> Int {
    guard let (keyword, count) = keyword(words), keyword == .due || keyword == .by else { return 0 }
    return count
  }
}
