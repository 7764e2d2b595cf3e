import Diagnostics
import Markup

extension FieldReader {
  /// Entries named by id: one, a list, or several separated by commas.
  mutating func references(_ key: String) -> [Reference] {
    texts(key).map { Reference($0.value, at: $0.span) }
  }

  /// One entry named by id.
  mutating func reference(_ key: String) -> Reference? {
    text(key).map { Reference($0.value, at: $0.span) }
  }

  /// An address on the web, its scheme allowed.
  mutating func webAddress(_ key: String) -> String? {
    address(key, check: refusalOfWebAddress)?.value
  }

  /// A picture and, in a second field, the words that stand for it.
  ///
  /// Neither goes without the other.
  mutating func picture(_ key: String, _ alternativeKey: String) -> PictureField? {
    let path = text(key)
    let alternative = text(alternativeKey)
    switch (path, alternative) {
    case (let path?, let alternative?):
      return PictureField(path: path, alternative: alternative.value)
    case (let path?, nil):
      report(
        .pictureWithoutWords(field: key, alternative: alternativeKey), at: path.span)
    case (nil, let alternative?):
      report(.wordsWithoutPicture(field: key, alternative: alternativeKey), at: alternative.span)
    case (nil, nil): break
    }
    return nil
  }

  /// What shows that something happened: an id or `kind/id`, an address, or words.
  mutating func evidence(_ key: String) -> [Evidence] {
    texts(key, splittingCommas: false).map { written in
      if written.value.hasPrefix("https://") || written.value.hasPrefix("http://") {
        return .address(written.value)
      }
      let looksLikeID = written.value.split(separator: "/").allSatisfy { Slug.isValid($0) }
      return looksLikeID
        ? .entry(Reference(written.value, at: written.span)) : .words(written.value)
    }
  }

  /// Reports a problem worded where it is defined.
  mutating func report(_ problem: FieldProblem, at span: SourceSpan) {
    report(
      problem.severity, problem.id, at: span, problem.summary, because: problem.explanation,
      hints: problem.hints)
  }
}

/// Why an address in a field may not be linked to: only whole addresses on the web may.
func refusalOfWebAddress(_ written: String) -> String? {
  do throws(SafeAddress.Refusal) {
    let address = try SafeAddress(written)
    return address.kind == .web || address.kind == .mail
      ? nil : "it must begin with https://"
  } catch {
    return error.reason
  }
}

/// A problem of a field that only the domain knows, apart from where it stands.
struct FieldProblem {
  var severity = Severity.error
  let id: DiagnosticID
  let summary: String
  var explanation: String?
  var hints: [String] = []
}

extension FieldProblem {
  fileprivate static func pictureWithoutWords(field: String, alternative: String) -> FieldProblem {
    FieldProblem(
      id: "image-without-alternative", summary: "'\(field)' needs '\(alternative)' beside it",
      explanation: "Somebody who cannot see the picture reads these words instead.",
      hints: ["add a line '\(alternative):' that says what the picture shows"])
  }

  fileprivate static func wordsWithoutPicture(field: String, alternative: String) -> FieldProblem {
    FieldProblem(
      id: "image-without-alternative", summary: "'\(alternative)' describes no picture",
      hints: ["add '\(field):' with the path of the picture, or remove '\(alternative)'"])
  }
}
