import Diagnostics
import Markup

extension FieldReader {
  /// A licence in any usual spelling; that of `other` is at the address in a second field.
  mutating func licence(_ key: String, address addressKey: String) -> Licence {
    let address = webAddress(addressKey)
    guard let written = text(key) else { return .unknown }
    if written.value.lowercased() == "other" {
      if let address { return .other(address: address) }
      report(.otherLicenceWithoutAddress(addressKey), at: written.span)
      return .unknown
    }
    guard let licence = Licence(written.value) else {
      report(.unknownLicence(written.value), at: written.span)
      return .unknown
    }
    if licence == .unknown { report(.licenceNotKnown, at: written.span) }
    return licence
  }

  mutating func timeInClass(_ key: String) -> TimeInClass? {
    guard let written = text(key) else { return nil }
    if let time = TimeInClass(written.value) { return time }
    report(.unknownTimeInClass(key, written.value), at: written.span)
    return nil
  }
}

extension FieldProblem {
  fileprivate static func otherLicenceWithoutAddress(_ field: String) -> FieldProblem {
    FieldProblem(
      id: "unknown-licence", summary: "the licence 'other' needs '\(field)'",
      hints: ["\(field): https://example.org/licence"])
  }

  fileprivate static func unknownLicence(_ written: String) -> FieldProblem {
    let known = [
      "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nd-4.0",
      "cc-by-nc-nd-4.0", "cc0-1.0", "ogl-3", "all-rights-reserved", "other", "unknown",
    ]
    // Without a version too, so that a slip in the letters outweighs the version left out.
    let short = known.filter { $0.hasSuffix("-4.0") }.map { String($0.dropLast(4)) }
    let nearest = NearMiss.nearest(to: written, among: known + short)
    return FieldProblem(
      id: "unknown-licence", summary: "'\(written.quotedInput)' is no licence that we know",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "write one of \(known.joined(separator: ", ")); with 'other' goes 'licence_url'"
      ])
  }

  fileprivate static let licenceNotKnown = FieldProblem(
    severity: .warning, id: "licence-unknown", summary: "nobody knows how this may be used",
    explanation: "Without a licence a careful teacher will not use it.",
    hints: ["ask who made it, and write the licence, for example cc-by-4.0"])

  fileprivate static func unknownTimeInClass(_ key: String, _ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-time-needed",
      summary: "'\(key)' takes a number and a unit, not '\(written.quotedInput)'",
      hints: ["for example 45 min, 2 h or 3 lessons"])
  }
}
