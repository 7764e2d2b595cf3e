import Community
import Files
import Markup

/// What the guesses of a mapping rest on: comments beside its lines.
package struct MapEvidence: Hashable, Sendable {
  /// By folder, in a few words.
  var folders: [String: String] = [:]
  /// Of each kind how many there are, and ten of them.
  var kinds: [EntryKind: KindSamples] = [:]
  /// By the name of an author.
  var authors: [String: String] = [:]
  /// How often each tag and each field stands in the pages.
  var tags: [String: Int] = [:]
  var fields: [String: Int] = [:]
  /// What is offered, and not taken unasked: role addresses, links to social networks.
  var offers: [String] = []
  /// Addresses of offices that stand in the pages, the most frequent first.
  var contacts: [String] = []

  struct KindSamples: Hashable, Sendable {
    var count = 0
    var samples: [String] = []
  }
}

extension MapEvidence {
  /// Counts the tags and the fields of all pages, and finds addresses that are an office's.
  mutating func count(_ pages: [SurveyedPage], _ mapping: Mapping) {
    var addresses: [String: Int] = [:]
    for page in pages {
      let kind = (mapping.kind(ofPage: page.page.path.stem, in: page.folders) ?? .page) ?? .page
      for field in page.page.fields.fields {
        switch mapping.field(field.key, of: kind) {
        case .named("tags"): for tag in field.value.words { tags[tag, default: 0] += 1 }
        case .unknown: fields[field.key, default: 0] += 1
        case .named, .leftOut: break
        }
      }
      for address in page.page.body.addressesOfOffices { addresses[address, default: 0] += 1 }
    }
    for (address, count) in addresses.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      .prefix(5)
    {
      contacts.append(address)
      offers.append("contact: \(address)    (in \(count == 1 ? "1 page" : "\(count) pages"))")
    }
  }
}

extension MapEvidence {
  /// What the settings tell that `handbook.yml` has no key for.
  mutating func noteSettings(_ settings: OldSettings) {
    offers += settings.linksElsewhere.map { "elsewhere: \($0)" }
    offers += settings.notes
  }
}

extension String {
  /// Addresses such as `info@…` and `contact@…`: of an office, and of nobody.
  fileprivate var addressesOfOffices: Set<String> {
    guard utf8.contains(UInt8(ascii: "@")) else { return [] }
    var found: Set<String> = []
    let words = utf8.split { byte in
      byte <= 0x20 || "()<>[]\"',;|*`".utf8.contains(byte)
    }
    for word in words where word.contains(UInt8(ascii: "@")) {
      var text = String(Substring(word)).lowercased()
      if text.hasPrefix("mailto:") { text.removeFirst("mailto:".count) }
      while text.last == "." || text.last == ":" || text.last == "!" { text.removeLast() }
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].contains("."), contactWords.contains(String(parts[0])),
        parts[1].utf8.allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
      else { continue }
      found.insert(text)
    }
    return found
  }
}

private let contactWords: Set<String> = [
  "info", "contact", "hello", "office", "enquiries", "enquiry", "mail", "post", "team", "admin",
  "secretary", "secretariat", "membership", "kontakt", "buero", "sekretariat", "bonjour",
  "contacto", "hola", "gwybodaeth", "cyswllt", "swyddfa", "community", "events", "join",
]
