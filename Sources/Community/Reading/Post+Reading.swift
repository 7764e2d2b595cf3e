import Markup

extension Post {
  init(reading reader: inout FieldReader) {
    reader.require("date", hint: "date: 2026-01-31")
    authors = reader.references("authors")
    kind = reader.choice("kind", Kind.self)?.value
    answeredBy = reader.reference("answered_by")
    repliesTo = reader.reference("replies_to")
    meeting = reader.reference("meeting")
    resources = reader.references("resources")
    tried = reader.references("tried")
  }
}
