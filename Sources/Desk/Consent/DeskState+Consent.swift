import Build
import Community
import Dates
import Files

extension DeskState {
  /// The questions of consent for a member who sits at this computer.
  ///
  /// - Parameter proposals: What a sheet proposes, as the address of the page has it.
  func consentPage(_ form: FormView, _ file: OpenedEntry, _ proposals: FormPairs) -> ConsentView {
    let answers = ConsentAnswers(file, proposals: proposals, today: desk.settings.today)
    return ConsentView(
      form: form,
      member: DeskLinkView(title: form.frame.title, address: file.id.deskAddress),
      questions: answers.answers.map(question), day: "\(answers.day)",
      lastDay: "\(desk.settings.today)", basis: answers.basis,
      since: since(answers), proposed: answers.proposedFields,
      sheet: proposals["sheet"].flatMap { Fingerprint(hexadecimal: $0.utf8) }.map { "\($0)" })
  }

  private func question(_ answer: ConsentAnswers.Answer) -> ConsentQuestionView {
    let name = answer.purpose.name
    return ConsentQuestionView(
      field: "consent.\(name)",
      question: words.plain["consent_ask_\(name)"] ?? words.label(of: answer.purpose),
      meaning: words.plain["consent_means_\(name)"] ?? answer.purpose.sentence,
      isYes: answer.isYes)
  }

  /// "These answers are from 15 January 2026 …".
  private func since(_ answers: ConsentAnswers) -> String? {
    guard let since = answers.since, let until = answers.askedAgain else { return nil }
    return words("consent_since", ["day": told(since), "until": told(until)])
  }

  /// Whether a member has left and taken back whatever they agreed to.
  func hasWithdrawn(_ id: EntryID) -> Bool {
    guard case .member(let member)? = entry(id)?.fields else { return false }
    return member.status == .withdrawn
  }

  func withdrawnPage(_ id: EntryID) -> NoteView {
    NoteView(frame: frame(title: words("consent_title")), message: words("consent_gone"), hint: nil)
  }
}

extension EntryID {
  /// The address of the page on which a member says what may be shown of them.
  var consentAddress: String { "\(deskAddress)/consent" }
}

extension ConsentAnswers {
  /// The names of the fields that a sheet fills in; empty where there is none.
  fileprivate var proposedFields: String {
    answers.filter(\.isProposed).map { "consent.\($0.purpose.name)" }.joined(separator: " ")
  }
}
