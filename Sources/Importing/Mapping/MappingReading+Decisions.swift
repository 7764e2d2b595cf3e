import Community
import Dates
import Diagnostics
import Markup

extension MappingReading {
  mutating func readSettings(_ field: FieldMap.Field) {
    guard case .map(let map) = field.value.content else { return }
    for inner in map.fields {
      guard let setting = SiteSetting(rawValue: inner.key) else {
        refuse(inner, "settings of a mapping", SiteSetting.allCases.map(\.rawValue))
        continue
      }
      if inner.value.text == leaveOut { continue }
      let values = setting.isList ? inner.value.words : inner.value.text.map { [$0] } ?? []
      mapping.settings[setting] = values.isEmpty ? nil : values
    }
  }

  /// Reads `consent`: who agreed to be named, on which day, and what that rests on.
  mutating func readConsent(_ field: FieldMap.Field) {
    if case .empty = field.value.content { return }
    guard case .map(let map) = field.value.content else {
      return refuseConsent(
        "missing-field", field.value.span, "consent has to say who agreed, when and on which basis")
    }
    for inner in map.fields where !["basis", "given", "for"].contains(inner.key) {
      refuse(inner, "consent of a mapping", ["basis", "given", "for"])
    }
    guard let basis = map["basis"]?.value.text else {
      return refuseConsent(
        "missing-field", field.keySpan, "consent needs 'basis': in words, what it rests on")
    }
    guard let given = day(map["given"], of: field), let members = members(map["for"]) else {
      return
    }
    mapping.consent =
      members.isEmpty ? nil : ConsentDecision(basis: basis, given: given, members: members)
  }

  private mutating func day(_ given: FieldMap.Field?, of field: FieldMap.Field) -> CalendarDate? {
    guard let given, let text = given.value.text, let day = CalendarDate(text) else {
      refuseConsent(
        given == nil ? "missing-field" : "bad-date", given?.value.span ?? field.keySpan,
        "consent needs 'given': the day on which they agreed, the year first")
      return nil
    }
    guard let today, day > today else { return day }
    diagnostics.append(
      Diagnostic(
        .error, "consent-in-future", at: source.location(given.value.span),
        "consent cannot be dated \(day), after today, \(today)",
        because: "Until that day they have agreed to nothing.",
        hints: ["write the day on which they agreed"]))
    return nil
  }

  private mutating func members(_ field: FieldMap.Field?) -> [String]? {
    let names = field?.value.words ?? []
    let everybody = ["all", "everyone", "everybody", "*", "alle", "tous", "todos", "pawb"]
    for name in names where everybody.contains(name.lowercased()) {
      diagnostics.append(
        Diagnostic(
          .error, "bad-choice", at: source.location(field?.value.span ?? .wholeFile),
          "'\(name.quotedInput)' have not agreed: consent is each one's own",
          hints: ["list the ids of those who were asked and said yes"]))
      return nil
    }
    for name in names where !Slug.isValid(name) {
      diagnostics.append(
        Diagnostic(
          .error, "bad-choice", at: source.location(field?.value.span ?? .wholeFile),
          "'\(name.quotedInput)' is no id of a member",
          hints: ["write the ids that 'authors' has, such as m-01"]))
      return nil
    }
    return names
  }

  private mutating func refuseConsent(
    _ id: DiagnosticID, _ span: SourceSpan, _ words: String
  ) {
    diagnostics.append(
      Diagnostic(
        .error, id, at: source.location(span), words,
        hints: [
          "write 'basis: published authors, asked on 2026-11-02', 'given: 2026-11-02' and "
            + "'for: [ids]'"
        ]))
  }
}
