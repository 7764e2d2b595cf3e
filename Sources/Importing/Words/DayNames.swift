import Text

/// The names of months and of days of the week in the languages of the interface, as people write
/// them.
enum DayNames {
  /// The month, 1 to 12, that a word names, whole or shortened.
  static func month(_ word: String) -> Int? { months[word.foldedForComparison.withoutDot] }

  /// Whether a word names a day of the week, or belongs to such a name.
  static func isWeekday(_ word: String) -> Bool {
    weekdays[word.foldedForComparison.withoutDot] != nil
  }

  /// Whether a word stands between the parts of a date: `15 de enero`, `the 15th of January`.
  static func isLink(_ word: String) -> Bool { links.contains(word.foldedForComparison) }

  private static let months: [String: Int] = {
    let names: [[String]] = [
      [
        "January", "Jan", "Januar", "Jänner", "janvier", "janv", "enero", "ene", "Ionawr", "Ion",
        "يناير",
      ],
      [
        "February", "Feb", "Februar", "février", "févr", "fév", "febrero", "Chwefror", "Chwef",
        "فبراير",
      ],
      ["March", "Mar", "März", "Mrz", "mars", "marzo", "Mawrth", "Maw", "مارس"],
      ["April", "Apr", "avril", "avr", "abril", "abr", "Ebrill", "Ebr", "أبريل", "إبريل", "ابريل"],
      ["May", "Mai", "mayo", "مايو"],
      ["June", "Jun", "Juni", "juin", "junio", "Mehefin", "Meh", "يونيو"],
      ["July", "Jul", "Juli", "juillet", "juill", "juil", "julio", "Gorffennaf", "Gorff", "يوليو"],
      ["August", "Aug", "août", "agosto", "ago", "Awst", "أغسطس"],
      ["September", "Sep", "Sept", "septembre", "septiembre", "setiembre", "Medi", "سبتمبر"],
      ["October", "Oct", "Oktober", "Okt", "octobre", "octubre", "Hydref", "Hyd", "أكتوبر"],
      ["November", "Nov", "novembre", "noviembre", "Tachwedd", "Tach", "نوفمبر"],
      [
        "December", "Dec", "Dezember", "Dez", "décembre", "déc", "diciembre", "dic", "Rhagfyr",
        "Rhag", "ديسمبر",
      ],
    ]
    let pairs = names.enumerated().flatMap { index, names in
      names.map { ($0.foldedForComparison, index + 1) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  /// The day of the week that a word names, Monday 1; *Mawrth* is rather a month.
  static func weekday(_ word: String) -> Int? {
    let name = word.foldedForComparison.withoutDot
    return months[name] == nil ? weekdays[name] : nil
  }

  private static let weekdays: [String: Int] = {
    let names = [
      "dydd Llun Monday Mon Montag Mo lundi lun lunes الاثنين",
      "Mawrth Tuesday Tue Tues Dienstag Di mardi mar martes الثلاثاء",
      "Mercher Wednesday Wed Mittwoch Mi mercredi mer miércoles mié الأربعاء",
      "Iau Thursday Thu Thur Thurs Donnerstag Do jeudi jeu jueves jue الخميس",
      "Gwener Friday Fri Freitag Fr vendredi ven viernes vie الجمعة",
      "Sadwrn Saturday Sat Samstag Sonnabend Sa samedi sam sábado sáb السبت",
      "Sul Sunday Sun Sonntag So dimanche dim domingo dom الأحد",
    ]
    let pairs = names.enumerated().flatMap { index, names in
      names.split(separator: " ").map { (String($0).foldedForComparison, index + 1) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  private static let links: Set<String> = [
    "of", "the", "de", "del", "den", "der", "dem", "am", "le", "el", "on", "du", "d", "o", "y",
    "st", "nd", "rd", "th", "er", "ain", "fed", "ydd", "eg", "af", "ail",
  ]
}

extension String {
  fileprivate var withoutDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
