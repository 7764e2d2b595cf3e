import Markup

extension ForeignPage {
  /// The lines at the beginning of the text, without blank ones.
  var firstLines: [String] {
    body.prefixLines(12).filter { !$0.trimmed.isEmpty }.prefix(5).map { String($0) }
  }

  /// The first heading at the top of the text.
  var heading: String? {
    body.prefixLines(12).first { $0.hasPrefix("# ") }.map { $0.dropFirst(2).trimmed }
  }

  /// Whether a heading or a line says who was there.
  var tellsWhoCame: Bool {
    body.prefixLines(60).contains { line in
      // The words stand at the beginning; a whole paragraph takes long to go through.
      let line = String(decoding: line.utf8.prefix(64), as: UTF8.self)
      let begin = line.drop { "#*_->+ \t".contains($0) }
      let word = begin.prefix { $0.isLetter || $0 == " " || $0 == "-" }.trimmed.lowercased()
      guard word.utf8.count <= 32, attendanceWords.contains(word) else { return false }
      let rest = begin.dropFirst(word.count).drop { "*_ ".contains($0) }
      return line.hasPrefix("#") || rest.first == ":" || rest.first == "(" || line.hasPrefix("**")
    }
  }
}

extension String {
  /// The first lines, without looking at the others.
  fileprivate func prefixLines(_ count: Int) -> [Substring] {
    utf8.split(separator: 0x0A, maxSplits: count, omittingEmptySubsequences: false).prefix(count)
      .map { Substring($0) }
  }
}

private let attendanceWords: Set<String> = [
  "present", "attendees", "attendance", "attending", "attended", "in attendance", "participants",
  "apologies", "apologies for absence", "absent", "regrets", "who came", "people present",
  "members present", "anwesend", "anwesende", "teilnehmer", "teilnehmende", "teilnehmerinnen",
  "entschuldigt", "présents", "presents", "participants", "excusés", "excuses", "asistentes",
  "presentes", "ausentes", "presennol", "yn bresennol", "ymddiheuriadau", "الحضور", "الحاضرون",
]
