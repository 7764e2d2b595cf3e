import Community
import Dates
import Testing

@testable import Desk

@Suite("Days in words, said on Thursday 3 December 2026")
struct DayInWordsTests {
  private func read(_ words: String, _ language: String = "en") -> String {
    let reader = DayReader(minutesReader(language).words.register, languages: [language, "en"])
    switch reader.read(words, from: thursday) {
    case .day(let day): return "\(day)"
    case .oneOf(let days): return days.map { "\($0)" }.joined(separator: " or ")
    case .unclear: return "unclear"
    }
  }

  @Test(
    "English",
    arguments: [
      ("next Thursday", "2026-12-10"), ("Thursday", "2026-12-10"), ("tomorrow", "2026-12-04"),
      ("today", "2026-12-03"), ("in two weeks", "2026-12-17"), ("in 3 days", "2026-12-06"),
      ("in a month", "2027-01-03"), ("two weeks from now", "2026-12-17"),
      ("in a fortnight", "2026-12-17"), ("12 March", "2027-03-12"), ("March 12th", "2027-03-12"),
      ("on the 12th of March", "2027-03-12"), ("end of the month", "2026-12-31"),
      ("by the end of the month", "2026-12-31"), ("end of March", "2027-03-31"),
      ("by Friday", "2026-12-04"), ("this Friday", "2026-12-04"), ("next Tuesday", "2026-12-08"),
      ("2026-12-18", "2026-12-18"), ("31.12.2026", "2026-12-31"),
      ("the day after tomorrow", "2026-12-05"), ("  NEXT   thursday. ", "2026-12-10"),
      ("Thursday 10 December 2026", "2026-12-10"),
    ])
  func english(words: String, day: String) { #expect(read(words) == day) }

  @Test(
    "five more languages",
    arguments: [
      ("es", "el próximo jueves", "2026-12-10"), ("es", "el jueves que viene", "2026-12-10"),
      ("es", "jueves", "2026-12-10"), ("es", "mañana", "2026-12-04"),
      ("es", "pasado mañana", "2026-12-05"), ("es", "en dos semanas", "2026-12-17"),
      ("es", "dentro de 3 días", "2026-12-06"), ("es", "12 de marzo", "2027-03-12"),
      ("es", "a fin de mes", "2026-12-31"), ("es", "para el 12 de marzo", "2027-03-12"),
      ("fr", "jeudi prochain", "2026-12-10"), ("fr", "jeudi", "2026-12-10"),
      ("fr", "demain", "2026-12-04"), ("fr", "après-demain", "2026-12-05"),
      ("fr", "dans deux semaines", "2026-12-17"), ("fr", "12 mars", "2027-03-12"),
      ("fr", "1er mars", "2027-03-01"), ("fr", "fin du mois", "2026-12-31"),
      ("fr", "d’ici la fin du mois", "2026-12-31"),
      ("de", "nächsten Donnerstag", "2026-12-10"), ("de", "am Donnerstag", "2026-12-10"),
      ("de", "morgen", "2026-12-04"), ("de", "übermorgen", "2026-12-05"),
      ("de", "in zwei Wochen", "2026-12-17"), ("de", "in einer Woche", "2026-12-10"),
      ("de", "12. März", "2027-03-12"), ("de", "bis Ende des Monats", "2026-12-31"),
      ("de", "Monatsende", "2026-12-31"),
      ("cy", "dydd Iau nesaf", "2026-12-10"), ("cy", "dydd Iau", "2026-12-10"),
      ("cy", "yfory", "2026-12-04"), ("cy", "drennydd", "2026-12-05"),
      ("cy", "ymhen pythefnos", "2026-12-17"), ("cy", "mewn tair wythnos", "2026-12-24"),
      ("cy", "12 Mawrth", "2027-03-12"), ("cy", "diwedd y mis", "2026-12-31"),
      ("ar", "الخميس القادم", "2026-12-10"), ("ar", "الخميس", "2026-12-10"),
      ("ar", "يوم الخميس", "2026-12-10"), ("ar", "غدا", "2026-12-04"),
      ("ar", "غدًا", "2026-12-04"), ("ar", "بعد غد", "2026-12-05"),
      ("ar", "بعد أسبوعين", "2026-12-17"), ("ar", "خلال ٣ أيام", "2026-12-06"),
      ("ar", "١٢ مارس", "2027-03-12"), ("ar", "نهاية الشهر", "2026-12-31"),
    ])
  func languages(language: String, words: String, day: String) {
    #expect(read(words, language) == day)
  }

  @Test("of two days that could be meant neither is taken")
  func several() {
    #expect(read("next Friday") == "2026-12-04 or 2026-12-11")
    #expect(read("1/2/2027") == "2027-02-01 or 2027-01-02")
  }

  @Test(
    "words that name no day stay words",
    arguments: [
      "", " ", "soon", "after the holidays", "Thursday week", "next week", "in", "in weeks",
      "30 February 2027",
      "two", "week", "in 100000 weeks", "in 0 days", "Thursday and Friday", "\u{0}",
      "99999999999999999999 days",
    ])
  func unclear(words: String) { #expect(read(words) == "unclear") }

  @Test("English is understood beside the site's language")
  func beside() { #expect(read("in two weeks", "cy") == "2026-12-17") }

  @Test("six languages have words for days")
  func six() {
    #expect(DayPhrases.all.keys.sorted() == ["ar", "cy", "de", "en", "es", "fr"])
    for phrases in DayPhrases.all.values {
      #expect(!phrases.before.isEmpty && !phrases.this.isEmpty && !phrases.days.isEmpty)
      #expect(!phrases.months.isEmpty && !phrases.numbers.isEmpty && !phrases.ahead.isEmpty)
      #expect(!phrases.monthEnd.isEmpty)
    }
  }

  @Test("the last day of a short month follows from the last of a long one")
  func months() throws {
    let day = try #require(CalendarDate("2027-01-31"))
    let reader = DayReader(minutesReader().words.register, languages: ["en"])
    #expect(reader.read("in one month", from: day) == CalendarDate("2027-02-28").map { .day($0) })
  }
}
