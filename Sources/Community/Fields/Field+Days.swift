import Dates
import Markup

// The types of fields that hold days, hours and numbers.

extension Field where Value == CalendarDate {
  static func date(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .date, sentence, example, facts, keeping: { $0.date($1)?.value })
  }
}

extension Field where Value == CalendarDate? {
  static func date(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .date, sentence, example, facts) { $0.date($1)?.value }
  }
}

extension Field where Value == Located<CalendarDate>? {
  static func date(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .date, sentence, example, facts) { $0.date($1) }
  }
}

extension Field where Value == ClockTime? {
  static func time(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .time, sentence, example, facts) { $0.time($1)?.value }
  }
}

extension Field where Value == Located<ClockTime>? {
  static func time(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .time, sentence, example, facts) { $0.time($1) }
  }
}

extension Field where Value == Int {
  static func count(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .count, sentence, example, facts, keeping: { $0.count($1)?.value })
  }
}

extension Field where Value == Int? {
  static func count(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .count, sentence, example, facts) { $0.count($1)?.value }
  }
}

extension Field where Value == Double {
  static func number(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .number, sentence, example, facts, keeping: { $0.number($1)?.value })
  }
}

extension Field where Value == Double? {
  static func number(
    _ name: String, _ sentence: String, example: String, _ facts: FieldFact...
  ) -> Field {
    Field(name, .number, sentence, example, facts) { $0.number($1)?.value }
  }
}
