/// What a meeting goes through that begins a community again after a silence.
package struct RestartAgenda: Hashable, Sendable {
  package let title: String
  /// What the meeting is about.
  let lead: String
  /// The headings of its notes; those of decisions and actions are read as such.
  let headings: [String]
}

extension RestartAgenda {
  /// The agenda in a language.
  package static func of(_ language: StarterLanguage) -> RestartAgenda {
    switch language {
    case .english: english
    case .spanish: spanish
    case .french: french
    case .german: german
    case .welsh: welsh
    case .arabic: arabic
    }
  }

  /// The notes to write in; `carriedOver` are what earlier meetings left open.
  package func agenda(
    in language: StarterLanguage, carryingOver carriedOver: [String] = []
  ) -> Agenda {
    var agenda = Agenda(language: language, headings: headings)
    agenda.lead = lead
    agenda.carriedOver = carriedOver
    return agenda
  }

  private static let english = RestartAgenda(
    title: "We begin again",
    lead: "We have not met for a while. This meeting decides whether we go on, and how.",
    headings: [
      "Who is here, and whom we miss", "What we would miss without the community",
      "What was too much", "Decisions", "Actions", "When we meet next",
    ])

  private static let spanish = RestartAgenda(
    title: "Empezamos de nuevo",
    lead: "Hace tiempo que no nos reunimos. Esta reunión decide si seguimos y cómo.",
    headings: [
      "Quiénes estamos y a quién echamos de menos", "Qué echaríamos en falta sin la comunidad",
      "Qué fue demasiado", "Acuerdos", "Tareas", "Cuándo nos vemos de nuevo",
    ])

  private static let french = RestartAgenda(
    title: "Nous reprenons",
    lead:
      "Nous ne nous sommes pas réunis depuis un moment. Cette réunion décide si nous continuons, et comment.",
    headings: [
      "Qui est là, et qui nous manque", "Ce qui nous manquerait sans la communauté",
      "Ce qui était de trop", "Décisions", "Actions", "Notre prochaine réunion",
    ])

  private static let german = RestartAgenda(
    title: "Wir fangen wieder an",
    lead:
      "Wir haben uns eine Weile nicht getroffen. Dieses Treffen entscheidet, ob und wie es weitergeht.",
    headings: [
      "Wer da ist, und wer fehlt", "Was uns ohne die Gemeinschaft fehlen würde",
      "Was zu viel war", "Beschlüsse", "Aufgaben", "Unser nächstes Treffen",
    ])

  private static let welsh = RestartAgenda(
    title: "Dechrau eto",
    lead:
      "Nid ydym wedi cyfarfod ers tro. Mae’r cyfarfod hwn yn penderfynu a ydym yn mynd ymlaen, a sut.",
    headings: [
      "Pwy sydd yma, a phwy sydd ar goll", "Beth fyddem yn ei golli heb y gymuned",
      "Beth oedd yn ormod", "Penderfyniadau", "Camau gweithredu", "Ein cyfarfod nesaf",
    ])

  private static let arabic = RestartAgenda(
    title: "نبدأ من جديد",
    lead: "لم نجتمع منذ مدة. يقرر هذا اللقاء هل نستمر وكيف.",
    headings: [
      "من حضر ومن نفتقده", "ما الذي سنفتقده من دون هذا المجتمع", "ما الذي كان فوق طاقتنا",
      "القرارات", "المهام", "لقاؤنا القادم",
    ])
}
