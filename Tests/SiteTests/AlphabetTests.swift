import Site
import Testing

@Suite("The order of the alphabet")
struct AlphabetTests {
  @Test("words stand in the order of their language", arguments: orders)
  func order(_ language: String, _ words: [String]) {
    let alphabet = Alphabet(of: language)
    #expect(words.reversed().sorted { alphabet.key($0) < alphabet.key($1) } == words)
  }

  @Test("a title is filed under the letter that a reader looks for", arguments: initials)
  func initial(_ language: String, _ title: String, _ letter: String) {
    #expect(Alphabet(of: language).initial(of: title) == letter)
  }
}

private let orders: [(String, [String])] = [
  ("en", ["11 ways", "Ada", "Édith", "Zoe"]),
  ("de", ["Äpfel", "Apfelbaum", "Öl", "Ost", "Straße", "Strauß", "Übung", "Uhr"]),
  ("fr", ["École", "Effort", "Œuvre", "Ours"]),
  ("es", ["llave", "luz", "nube", "nzima", "ñandú", "n\u{303}oño", "oso"]),
  (
    "cy",
    [
      "Cymru", "Chwaer", "Dydd", "Ddoe", "Ewch", "Fory", "Ffair", "Gwers", "Nghymru", "Haf",
      "Lwc", "Llinos", "Mam", "Pysgod", "Phil", "Ras", "Rhian", "Sioe", "Tŷ", "Theatr", "Un",
    ]
  ),
  ("ar", ["الأدب", "آراء", "أسئلة", "الباب", "تقويم", "الرياضيات"]),
]

private let initials: [(String, String, String)] = [
  ("en", "Élan", "e"), ("en", "¿Qué?", "q"), ("en", "3D printing", "0-9"), ("en", "Llan", "l"),
  ("cy", "Llinos", "ll"), ("cy", "Lowri", "l"), ("cy", "Ŵy", "w"), ("cy-GB", "Chwaer", "ch"),
  ("es", "Ñandú", "ñ"), ("es-MX", "Llave", "l"), ("de", "Übung", "u"),
  ("ar", "الرياضيات", "ر"), ("ar", "أدب", "ا"), ("ar", "ال", "ا"),
]
