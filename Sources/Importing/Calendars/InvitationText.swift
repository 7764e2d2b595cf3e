import Text

/// What an event says of itself, as Markdown without the details of how to join.
struct InvitationText: Hashable, Sendable {
  let markdown: String
  let isCut: Bool

  init(_ event: CalendarEvent) {
    let plain = event.text("DESCRIPTION")
    let html = event["X-ALT-DESC"].flatMap { property in
      property.parameters["FMTTYPE"]?.lowercased() == "text/html" ? property.text : nil
    }
    var text = plain ?? html ?? ""
    let isHTML = SimpleHTML.isIn(text)
    if isHTML { text = SimpleHTML.markdown(text) }
    let stripped = JoiningDetails.strip(text)
    isCut = stripped.isCut
    markdown = isHTML ? stripped.text.withoutGaps : PlainText.markdown(stripped.text)
  }
}
