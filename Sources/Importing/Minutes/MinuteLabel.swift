import Text

/// What heads a part of minutes: who was there, and who was not.
enum MinuteLabel: Hashable, Sendable {
  case present, absent, chair, noteTaker

  /// Reads some words that stand alone, as a heading or before a colon.
  init?(_ words: String) {
    let name = words.foldedForComparison.split { !$0.isLetter && $0 != "'" }.joined(separator: " ")
    guard !name.isEmpty, let found = labels[name] else { return nil }
    self = found
  }

  /// Whether a heading says this and the names below it.
  var isAttendance: Bool { self == .present || self == .absent }
}

private let labels: [String: MinuteLabel] = {
  let words: [(MinuteLabel, [String])] = [
    (
      .present,
      [
        "present", "in attendance", "attendees", "attendance", "attending", "participants",
        "who was there", "who came", "members present", "also present", "people present",
        "those present", "attended", "attended by", "present at the meeting", "people attending",
        "anwesend", "anwesende", "teilnehmende", "teilnehmer", "teilnehmerinnen", "teilnahme",
        "teilnehmer innen", "anwesenheit", "dabei", "presents", "présent", "présente", "presentes",
        "presente", "membres présents", "étaient présents", "participantes", "présences",
        "asistentes",
        "asistencia", "participant e s", "présent e s", "miembros presentes", "presennol",
        "yn bresennol", "mynychwyr", "presenoldeb", "cyfranogwyr", "الحضور", "الحاضرون", "الحاضرين",
        "حضر", "المشاركون",
      ]
    ),
    (
      .absent,
      [
        "apologies", "apologies for absence", "apologies received", "apologies from", "absent",
        "absences", "absentees", "regrets", "not present", "sent apologies", "unable to attend",
        "could not attend", "did not attend", "off sick", "entschuldigt", "entschuldigungen",
        "abwesend", "abwesende", "nicht anwesend", "verhindert", "es fehlten", "fehlend", "excusés",
        "excusées", "excusé", "excusé e s", "absents", "absentes", "absents excusés", "ausentes",
        "ausencias", "excusas", "disculpas", "excusados", "no asisten", "ymddiheuriadau",
        "yn absennol", "absennol", "الغياب", "الغائبون", "المعتذرون", "الاعتذارات", "اعتذر",
      ]
    ),
    (
      .chair,
      [
        "chair", "chaired by", "chairperson", "facilitator", "facilitated by", "leitung", "vorsitz",
        "moderation", "présidence", "animation", "preside", "modera", "cadeirydd",
      ]
    ),
    (
      .noteTaker,
      [
        "minutes", "minutes by", "minutes taken by", "notes by", "notes taken by", "note taker",
        "notetaker", "scribe", "secretary", "minute taker", "protokoll", "protokollführung",
        "secrétaire", "compte rendu", "acta", "secretaria", "secretario", "cofnodydd",
      ]
    ),
  ]
  let pairs = words.flatMap { label, words in
    words.map {
      ($0.foldedForComparison.split { !$0.isLetter && $0 != "'" }.joined(separator: " "), label)
    }
  }
  return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}()
