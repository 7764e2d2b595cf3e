import Community
import Dates
import Diagnostics
import Markup

extension RowReading {
  /// Writes below a meeting's text what was decided and what is to be done, and the addresses.
  func addWork(_ row: TableRow, _ entry: inout EntryText, _ notes: inout [String]) {
    if let written = row["date"], row["start"] == nil, !entry.has("start"),
      let found = FoundDate(whole: written),
      let hours = ForeignHours(String(written[found.range.upperBound...]).trimmed)
    {
      entry.set("start", .text(hours.start.description))
      entry.set("end", (hours.end?.description).map(WrittenValue.text))
    }
    var sections: [String] = entry.body.isEmpty ? [] : [entry.body.trimmed]
    if !row.decisions.isEmpty {
      let lines = row.decisions.map { "- \(PlainText.inline($0))" }
      sections.append("## Decisions\n\n\(lines.joined(separator: "\n"))")
    }
    if !row.actions.isEmpty {
      let day = row["date"].flatMap { dates.day($0, "date") }
      let lines = row.actions.map { ActionLine($0, among: site.members, on: day).text }
      sections.append("## Actions\n\n\(lines.joined(separator: "\n"))")
    }
    var links: [String] = []
    for (label, address) in row.links {
      let address = address.hasPrefix("www.") ? "https://\(address)" : address
      if JoiningDetails.isIn(address: address) {
        notes.append("'\(label.quotedInput)' is left out: the address may hold a passcode")
      } else if !address.contains(where: { " <>()".contains($0) }) {
        links.append("[\(PlainText.inline(label))](\(address))")
      } else {
        notes.append(
          "'\(label.quotedInput)' is left out: '\(address.quotedInput)' could not be read")
      }
    }
    if !links.isEmpty { sections.append(links.joined(separator: "\n\n")) }
    entry.body = sections.joined(separator: "\n\n")
  }
}
