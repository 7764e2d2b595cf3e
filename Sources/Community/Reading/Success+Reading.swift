import Markup

extension Success {
  init(reading reader: inout FieldReader) {
    reader.require("date", hint: "date: 2026-01-31")
    people = reader.references("people")
    value = reader.choice("value", Value.self)?.value
    evidence = reader.evidence("evidence")
    resources = reader.references("resources")
    quote = reader.text("quote")?.value
    quotedFrom = reader.reference("quote_by")
  }
}
