import Community
package import Dates

/// The few questions that somebody at a terminal is asked about a site that is to be imported.
///
/// Who an author is and which page is which kind is decided in the map; here a person says whether
/// its guesses will do.
package struct SiteInterview: Sendable {
  /// What they want.
  package enum Outcome: Hashable, Sendable {
    case goOn(Mapping)
    /// To look the map over before anything is imported.
    case lookFirst(Mapping)
  }

  private let survey: SiteSurvey
  private let today: CalendarDate

  package init(_ survey: SiteSurvey, today: CalendarDate) {
    self.survey = survey
    self.today = today
  }
}

extension SiteInterview {
  /// Holds the interview.
  ///
  /// `ask` takes a question and the answer that Enter gives.
  package func hold(_ ask: (_ question: String, _ usual: String) -> String) -> Outcome {
    var mapping = survey.mapping
    if !settingsWords.isEmpty,
      !ask("handbook.yml can take over \(settingsWords). Do that?", yes).isYes
    {
      mapping.settings = [:]
    }
    if let contact = survey.offeredContact,
      ask("Is \(contact) a shared mailbox that every page may show?", no).isYes
    {
      mapping.settings[.contact] = [contact]
    }
    guard ask("It has \(kindsWords). Do these guesses look right?", yes).isYes else {
      return .lookFirst(mapping)
    }
    guard !mapping.authors.isEmpty else { return .goOn(mapping) }
    guard ask("It names \(authorsWords). Go on with these guesses?", yes).isYes else {
      return .lookFirst(mapping)
    }
    mapping.consent = askForConsent(mapping, ask)
    return .goOn(mapping)
  }

  private func askForConsent(
    _ mapping: Mapping, _ ask: (_ question: String, _ usual: String) -> String
  ) -> ConsentDecision? {
    let ids = Set(
      mapping.authors.values.compactMap { if case .member(let id?) = $0 { id } else { nil } })
    guard !ids.isEmpty,
      ask("Have authors agreed, when you asked them, to be named here?", no).isYes
    else { return nil }
    let told = ids.sorted().prefix(20).joined(separator: ", ")
    let answer = ask("Who of them? Their ids, separated by commas (\(told)):", "nobody")
    let chosen = answer.split(separator: ",").map(\.trimmed).filter(ids.contains)
    guard !chosen.isEmpty else { return nil }
    let day = CalendarDate(ask("On which day did they agree?", today.description))
    guard let day, day <= today else { return nil }
    let basis = ask("What does that rest on, in words?", "published authors, asked on \(day)")
    return ConsentDecision(basis: basis, given: day, members: chosen)
  }
}

private let yes = "yes"
private let no = "no"

extension SiteInterview {
  private var settingsWords: String {
    SiteSetting.allCases.compactMap { setting in
      guard let values = survey.mapping.settings[setting] else { return nil }
      switch setting {
      case .name, .language, .timezone, .baseURL:
        return "the \(setting.words) \(values[0].quotedInOneLine)"
      case .tagline, .purpose, .contact, .navigation: return "the \(setting.words)"
      }
    }.listed
  }

  private var kindsWords: String {
    let kinds = survey.evidence.kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return kinds.map {
      "\($0.value.count) \($0.value.count == 1 ? $0.key.rawValue : $0.key.folder)"
    }
    .listed
  }

  private var authorsWords: String {
    var counts = (people: Set<String>(), bodies: 0, nobodies: 0)
    for (name, fate) in survey.mapping.authors {
      switch fate {
      case .member(let id): counts.people.insert(id ?? name)
      case .organisation: counts.bodies += 1
      case .leftOut: counts.nobodies += 1
      }
    }
    let (people, bodies) = (counts.people.count, counts.bodies)
    return [
      people == 1 ? "1 person" : "\(people) people",
      bodies == 0 ? nil : bodies == 1 ? "1 organisation" : "\(bodies) organisations",
      counts.nobodies == 0
        ? nil : counts.nobodies == 1 ? "1 name of nobody" : "\(counts.nobodies) names of nobody",
    ].compactMap(\.self).listed
  }
}

extension SiteSetting {
  fileprivate var words: String {
    switch self {
    case .name: "name"
    case .tagline: "tagline"
    case .purpose: "description"
    case .language: "language"
    case .timezone: "time zone"
    case .contact: "contact"
    case .navigation: "menu"
    case .baseURL: "address"
    }
  }
}

extension SiteSurvey {
  /// The address of an office that most pages have.
  fileprivate var offeredContact: String? { evidence.contacts.first }
}

extension String {
  /// Whether an answer is a yes, in the languages of the theme.
  fileprivate var isYes: Bool {
    ["y", "yes", "ja", "j", "oui", "o", "si", "sí", "s", "ie", "نعم"].contains(lowercased())
  }
}

extension [String] {
  /// `a, b and c`.
  fileprivate var listed: String {
    count > 1 ? dropLast().joined(separator: ", ") + " and " + (last ?? "") : first ?? ""
  }
}
