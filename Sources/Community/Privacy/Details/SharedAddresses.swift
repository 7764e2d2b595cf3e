import Diagnostics
import Text

// Addresses that lead to no person are no finding: a wrong alarm costs the trust in the next.
extension [UInt8] {
  /// Whether an address at a place is nobody's own: an example, a role, a list, the id of a
  /// calendar or of a message.
  func isNobodysAddress(at place: Range<Int>) -> Bool {
    let address = self[place].filter { $0 != UInt8(ascii: "\\") }
    guard let sign = address.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = String(decoding: address[..<sign], as: UTF8.self).foldedForComparison
    let domain = String(decoding: address[(sign + 1)...], as: UTF8.self).foldedForComparison
    return isExample(domain: domain) || isOfService(domain: domain) || isRole(local)
      || isMadeByMachine(local) || isMessageID(at: place.lowerBound)
  }

  /// Whether what stands before an address says that it is the id of a message.
  private func isMessageID(at start: Int) -> Bool {
    let marks: [StaticString] = [
      "message-id: ", "message-id:", "in-reply-to: ", "in-reply-to:", "references: ", "mid:",
      "/msgid/", "/message-id/", "/message/",
    ]
    var end = start
    while end > 0, self[end - 1] == UInt8(ascii: "<") { end -= 1 }
    if marks.contains(where: { holds($0, at: end - $0.utf8CodeUnitCount) }) { return true }
    // `/msgid/circle/abc-123@…`: the list stands between.
    var part = start
    while part > 0, start - part < 100, self[part - 1] > 0x20 {
      part -= 1
      if holds("/msgid/", at: part) { return true }
    }
    return false
  }
}

/// Names kept for examples (RFC 2606, RFC 6761).
private func isExample(domain: String) -> Bool {
  let labels = domain.split(separator: ".")
  guard let last = labels.last else { return false }
  return ["example", "test", "invalid", "localhost"].contains(last)
    || labels.suffix(2).first == "example" && ["com", "org", "net"].contains(last)
}

/// Calendars, groups and lists, which a service gives addresses of their own.
private func isOfService(domain: String) -> Bool {
  let isListed = services.contains { domain == $0 || domain.hasSuffix("." + $0) }
  return isListed || domain.split(separator: ".").first.map(listHosts.contains) == true
}

private let services = [
  "calendar.google.com", "googlegroups.com", "gserviceaccount.com", "groups.io", "freelists.org",
  "framalistes.org", "jiscmail.ac.uk", "incoming.gitlab.com", "reply.github.com", "thread.skype",
  "unq.gbl.spaces", "mail.gmail.com", "prod.outlook.com", "prod.exchangelabs.com",
]
private let listHosts: Set<Substring> = [
  "list", "lists", "listserv", "mailman", "liste", "listen", "listes", "lista", "listas",
]

/// The id of a calendar or a message: `5f3a9c…`, a UUID, a moment to the second.
private func isMadeByMachine(_ local: String) -> Bool {
  let bytes = local.utf8.filter { !"-._t".utf8.contains($0) }
  let digits = bytes.count { $0.isDigit }
  let isHexadecimal = bytes.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
  return isHexadecimal && bytes.count >= 20 && digits >= 4
    || bytes.count >= 14 && bytes.prefix(14).allSatisfy(\.isDigit) && local.hasPrefix("20")
}

/// Whether the part before the `@` is what an office is called, and no person: `info`,
/// `school-office`, `events2`.
private func isRole(_ local: String) -> Bool {
  let words = local.prefix { $0 != "+" }.split { "._-".contains($0) }.map { word in
    String(word.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
  }
  return roles.contains(words.joined())
    || !words.isEmpty && words.count <= 3 && words.allSatisfy(roles.contains)
}

/// In the languages of the theme, case and accents folded.
private let roles: Set<String> = Set(
  """
  info office contact contacts contactus enquiries enquiry inquiries inquiry hello hi admin \
  administrator administration mail email post postbox team help helpdesk support service services \
  webmaster postmaster hostmaster abuse security noreply donotreply reply no reception secretary \
  secretariat school college library events event booking bookings press media news newsletter \
  membership members member join circle community feedback safeguarding privacy dpo editor editors \
  editorial jobs recruitment careers accounts finance training education learning head headteacher \
  primary secondary nursery infants juniors sixthform admissions admission attendance absence absences \
  exams exam hr send pastoral transport catering lettings alumni pta parents friends it ict bursar \
  principal teachers staff governors chair committee network group general all website web git \
  gwybodaeth swyddfa cyswllt cysylltu ymholiadau ymholiad helo gweinyddu gweinyddwr ysgol cymorth \
  derbynfa ysgrifennydd aelodaeth newyddion llyfrgell tim pennaeth cymuned digwyddiadau \
  kontakt buero buro sekretariat verwaltung anfragen anfrage hallo schule schulleitung hilfe empfang \
  redaktion presse mitglieder bibliothek verein poststelle vorstand leitung datenschutz termine \
  bureau bonjour accueil renseignements infos direction ecole aide courrier equipe bibliotheque \
  adhesion scolarite secretaire communaute college lycee reseau evenements \
  contacto informacion oficina hola secretaria administracion consultas consulta direccion escuela \
  colegio ayuda correo equipo prensa biblioteca buzon recepcion comunidad eventos red \
  معلومات مكتب اتصال تواصل استفسارات استفسار مرحبا ادارة إدارة الادارة الإدارة مدرسة المدرسة \
  مساعدة دعم سكرتارية بريد فريق مكتبة
  """.split(separator: " ").map { String($0).foldedForComparison })
