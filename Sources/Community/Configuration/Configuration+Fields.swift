import Diagnostics
package import Markup

/// The keys of `content/handbook.yml`.
extension Configuration: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    declareCommunity(to: &fields)
    declareStanding(to: &fields)
    declareAddresses(to: &fields)
    declareReach(to: &fields)
    declareRoutine(to: &fields)
    declareSite(to: &fields)
  }

  private mutating func declareCommunity(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "name", "The community's name.", example: "The Riverside Circle",
        .required("name: The Riverside Circle")),
      &name)
    fields.visit(
      Field(
        "id", .slug, "What calendars and feeds know the community by; without it, the name tells.",
        "riverside-circle", []
      ) { $0.slug($1) },
      &id)
    fields.visit(
      .text("tagline", "A line below the name.", example: "Teachers who learn together"), &tagline)
    fields.visit(
      .paragraph("purpose", "A paragraph for the home page.", example: "Why we meet."), &purpose)
    fields.visit(
      Field(
        "language", .language, "The language of the site's own words.", "en", [],
        keeping: { $0.language($1)?.value }),
      &language)
    fields.visit(
      .texts("languages", "The languages that you write in; kept for later.", example: "[en, cy]"),
      &languages)
    fields.visit(
      Field(
        "timezone", .timeZone, "The zone whose clocks tell the hours of meetings.",
        "Europe/London", [.required("timezone: Europe/London")], keeping: { $0.timeZone($1) }),
      &timeZone)
  }

  private mutating func declareStanding(to fields: inout some FieldVisitor) {
    fields.visit(
      .choice("status", "Whether you go on, rest or have ended.", example: "paused"), &status)
    fields.visit(
      .date("status_since", "The first day of that rest or end.", example: "2026-09-01"),
      &statusSince)
    fields.visit(
      .paragraph(
        "status_words", "What you say of it, on every page.",
        example: "We begin again in the spring."),
      &statusWords)
    fields.visit(
      .date(
        "names_until", "The last day on which a closed handbook names members.",
        example: "2027-08-31"),
      &namesUntil)
  }

  private mutating func declareAddresses(to fields: inout some FieldVisitor) {
    fields.visit(
      Field(
        "contact", .addresses, "A shared mailbox, or the address of a form; several in a list.",
        "circle@example.org", [], list: { $0.contacts($1) }),
      &contacts)
    fields.visit(
      .text("join", as: .paragraph, "How to join, in Markdown.", example: "Come to a meeting."),
      &join)
    fields.visit(
      .address(
        "share", "The address of a form for people without an account at the git host.",
        example: "https://example.org/form"),
      &share)
    fields.visit(
      Field(
        "base_url", .siteAddress, "The whole address of the site: feeds and calendars need it.",
        "https://example.org/handbook/", []
      ) { $0.baseURL($1) },
      &baseURL)
    fields.visit(
      .address(
        "repository", "The address of the repository, or of a branch and folder of it.",
        example: "https://github.com/example/handbook"),
      &repository)
  }

  private mutating func declareReach(to fields: inout some FieldVisitor) {
    fields.visit(
      .choice("source", "Who can read the repository.", example: "public"), &source)
    fields.visit(
      Field("licence", .licence, "The licence of the handbook's texts.", "cc-by-4.0", []) {
        $0.givenLicence($1, address: "licence_url")
      },
      &licence)
    fields.visit(
      companion: .companion(
        "licence_url", .address, "The address of the licence, with licence: other.",
        example: "https://example.org/licence"))
    fields.visit(
      .choice("indexing", "What search engines are asked to list.", example: "no-members"),
      &indexing)
    fields.visit(
      .yesNo(
        "open_data", "Lets people who agreed to be named be in data for machines.", example: "no"),
      &hasOpenData)
  }

  private mutating func declareRoutine(to fields: inout some FieldVisitor) {
    fields.visit(
      .distinctRows(
        "roles", of: "a role", called: "role", id: \.id, "The roles that members can hold."),
      &roles)
    fields.visit(
      .distinctRows(
        "series", of: "a series", called: "series", id: \.id,
        "Rows of meetings that belong together."),
      &series)
    fields.visit(
      .rows("breaks", of: "a break", "Times without meetings; the rhythm skips them."), &breaks)
    fields.visit(
      Field(
        "year_starts", .dayOfYear, "The month and day on which your year begins.", "09-01", [],
        keeping: { $0.dayOfYear($1) }),
      &yearStarts)
  }

  private mutating func declareSite(to fields: inout some FieldVisitor) {
    fields.visit(
      .references(
        "navigation", to: .page, "The pages of the menu, in order.",
        example: "[start-here, charter]"),
      &navigation)
    fields.visit(
      .texts(
        "ignore_links", "Beginnings of addresses that 'check --links' leaves out.",
        example: "[https://intranet.example.org/]"),
      &ignoredLinks)
    fields.visit(
      .rows(
        "accepts", of: "an accepted finding",
        "Privacy findings in files that are no entries which you let stand."),
      &accepts)
    fields.visit(.group("theme", of: "the theme", "The look of the built-in theme."), &theme)
  }
}

extension FieldReader {
  /// A licence, or nothing: who says nothing has not said that it is unknown.
  fileprivate mutating func givenLicence(_ key: String, address: String) -> Licence? {
    guard has(key) else {
      _ = text(key)
      return nil
    }
    return licence(key, address: address)
  }
}

extension Configuration.Role: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .slug(
        "id", "Its id, for 'roles' in a member's file.", example: "coordinator",
        .required("id: coordinator")),
      &id)
    fields.visit(
      .text("title", "Its name.", example: "Coordinator", .required("title: Coordinator")), &title)
    fields.visit(
      .text("summary", "What one does in it.", example: "Plans the meetings."), &summary)
  }
}

extension Configuration.Series: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .slug(
        "id", "Its id, for 'series' in a meeting.", example: "evening-circle",
        .required("id: evening-circle")),
      &id)
    fields.visit(
      .text(
        "title", "Its name.", example: "The evening circle",
        .required("title: The evening circle")),
      &title)
    fields.visit(.text("summary", "What it is for.", example: "One question a month."), &summary)
    fields.visit(
      Field(
        "rhythm", .rhythm, "When it meets: a day of the month, or every so many weeks.",
        "first thursday", []
      ) { $0.rhythm($1) },
      &rhythm)
    fields.visit(.time("start", "When its meetings begin.", example: "16:00"), &start)
    fields.visit(.time("end", "When they end.", example: "17:30"), &end)
    place.declare(to: &fields)
    fields.visit(
      .goal,
      .references(
        "goals", to: .goal, "The goals that its meetings serve, unless they name their own.",
        example: "[a-goal-by-its-id]"),
      &goals)
    fields.visit(
      .date("ended", "The day on which the series ended.", example: "2026-07-15"), &ended)
  }
}

extension Configuration.Break: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .date("from", "The first day.", example: "2026-07-20", .required("from: 2026-07-20")), &from)
    fields.visit(
      .date("to", "The last day.", example: "2026-08-31", .required("to: 2026-08-31")), &to)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    if !reader.isIncomplete, to < from {
      reader.report(.endsBeforeItBegins, at: reader.place(of: "to"))
    }
  }
}

extension Configuration.ThemeSettings: FieldGroup {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      Field(
        "accent", .colour, "Your colour, in quotes; made darker or lighter until it can be read.",
        "\"#1b6e53\"", []
      ) { $0.colour($1) },
      &accent)
    fields.visit(
      .text("logo", as: .path, "A picture in content/assets.", example: "assets/logo.svg"), &logo)
  }
}

extension AccentColour: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { nil }
}

extension Rhythm: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { nil }
}

extension Configuration.DayOfYear: DeclaredValue {
  package func content(of field: DeclaredField) -> FieldContent? { nil }
}
