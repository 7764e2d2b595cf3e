import Markup

extension Page {
  init(reading reader: inout FieldReader) {
    year = reader.text("year")
  }
}
