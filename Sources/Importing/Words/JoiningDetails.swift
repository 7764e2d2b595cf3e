import Text

/// What tells how to get into a meeting on the internet: its links, codes and numbers to dial.
///
/// Whoever reads them can come in, so none of them is imported.
enum JoiningDetails {
  /// Whether an address leads into a meeting or carries a code.
  static func isIn(address: String) -> Bool {
    let address = address.lowercased()
    let afterScheme = address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address
    let host = String(afterScheme.prefix { !"/?#:".contains($0) })
    if rooms.contains(where: { host == $0 || host.hasSuffix(".\($0)") }) { return true }
    if host.split(separator: ".").contains(where: { ["bbb", "bigbluebutton", "meet"].contains($0) })
    {
      return true
    }
    if host == "teams.microsoft.com" || host == "teams.live.com" {
      return afterScheme.contains("meet")
    }
    return codes.contains { afterScheme.contains("?\($0)=") || afterScheme.contains("&\($0)=") }
  }

  /// Where something is, without links and without the names of programs.
  struct Place: Hashable {
    /// A room or an address; `nil` where there is none.
    let text: String?
    /// Whether a link or a code was left out.
    let isCut: Bool
    /// `online`, or `hybrid` where there is a room too; `nil` where nothing says so.
    let mode: String?
  }

  static func place(_ text: String) -> Place {
    var parts: [String] = []
    var (isCut, isOnline) = (false, false)
    for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }).map(\.trimmed) {
      let words = part.split(separator: " ").map(String.init)
      let addresses = words.filter(isAddress)
      if !addresses.isEmpty { isCut = true }
      if addresses.contains(where: { isIn(address: $0.trimmedMarks) }) { isOnline = true }
      let rest = words.filter { !isAddress($0) }.joined(separator: " ").trimmedMarks
      if rest.isEmpty { continue }
      if isDetail(rest) {
        (isCut, isOnline) = (true, true)
      } else if isProgram(rest) {
        isOnline = true
      } else {
        parts.append(rest)
      }
    }
    let mode = isOnline ? parts.isEmpty ? "online" : "hybrid" : nil
    return Place(
      text: parts.isEmpty ? nil : parts.joined(separator: ", "), isCut: isCut, mode: mode)
  }

  private static func isAddress(_ word: String) -> Bool {
    word.contains("://") || isIn(address: word.trimmedMarks) && word.contains(".")
  }

  private static func isProgram(_ text: String) -> Bool {
    let words = text.foldedForComparison.split { !$0.isLetter }.map(String.init)
    return words.contains(where: programs.contains)
      && words.allSatisfy { programs.contains($0) || besides.contains($0) }
  }

  /// The text of an invitation without its joining details.
  static func strip(_ text: String) -> (text: String, isCut: Bool) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var kept: [String] = []
    var index = 0
    while index < lines.count {
      if let end = endOfBlock(lines, from: index) {
        index = end
      } else if isDetail(lines[index]) {
        // A label alone stands above what it names.
        let isLabel = lines[index].trimmed.hasSuffix(":")
        index += 1
        if isLabel, index < lines.count, lines[index].split(separator: " ").count <= 6 {
          index += 1
        }
      } else {
        kept.append(lines[index])
        index += 1
      }
    }
    guard kept.count < lines.count else { return (text, false) }
    return (kept.joined(separator: "\n").withoutGaps, true)
  }

  /// Where a block ends that a program put below the text, or above it.
  private static func endOfBlock(_ lines: [String], from start: Int) -> Int? {
    let line = lines[start].trimmed
    if line.hasPrefix("-::~") {
      let rest = lines[(start + 1)...]
      return (rest.firstIndex { $0.trimmed.hasPrefix("-::~") || $0.trimmed.hasSuffix("~:~::-") })
        .map { $0 + 1 } ?? lines.count
    }
    let isRule = line.count >= 8 && line.allSatisfy { "_.~-=*".contains($0) }
    guard isRule else { return nil }
    let rest = lines[(start + 1)...]
    guard let next = rest.first(where: { !$0.trimmed.isEmpty }),
      isDetail(next) || namesProgram(next)
    else { return nil }
    let end = rest.firstIndex { other in
      let other = other.trimmed
      return other.count >= 8 && other.allSatisfy { "_.~-=*".contains($0) }
    }
    return end.map { $0 + 1 } ?? lines.count
  }

  private static func namesProgram(_ line: String) -> Bool {
    let words = line.foldedForComparison
    return line.count <= 60
      && (words.contains("teams") || words.contains("zoom")
        || words.contains("meet") || words.contains("webex"))
  }

  /// Whether a line says how to join.
  static func isDetail(_ line: String) -> Bool {
    let text = line.foldedForComparison.trimmedMarks
    if text.isEmpty { return false }
    if phrases.contains(where: { text.hasPrefix($0) }) || text.contains(invitation) { return true }
    if line.split(whereSeparator: { " <>()[]\"|".contains($0) }).contains(where: {
      $0.contains("://") && isIn(address: String($0))
    }) {
      return true
    }
    if isNumberToDial(text) { return true }
    return labels.contains { label in
      guard let found = text.range(of: label),
        found.lowerBound == text.startIndex
          || text[..<found.lowerBound].hasSuffix(" ")
      else { return false }
      let rest = text[found.upperBound...].drop { $0 == " " || $0 == "-" }
      guard let next = rest.first else { return text.count <= label.count + 12 }
      return ":#=：".contains(next) || next.isNumber
    }
  }

  /// `+44 20 3956 0000,,123456789#`: what a telephone dials at one touch.
  private static func isNumberToDial(_ text: String) -> Bool {
    let digits = text.count(where: \.isNumber)
    return digits >= 9 && (text.contains(",,") || text.hasSuffix("#"))
      && text.contains("+")
  }
}

extension StringProtocol {
  /// Without blanks and marks at either end.
  fileprivate var trimmedMarks: String {
    let isMark: (Character) -> Bool = { " \t,;:-–—*_<>()[]|.".contains($0) || $0.isNewline }
    var rest = self[...].drop(while: isMark)
    while let last = rest.last, isMark(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// Where another text stands first.
  fileprivate func range(of other: String) -> Range<Index>? {
    guard let first = other.first else { return nil }
    var index = startIndex
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].hasPrefix(other) {
        return found..<self.index(found, offsetBy: other.count)
      }
      index = self.index(after: found)
    }
    return nil
  }
}

extension String {
  /// With one blank line at most between two others, and none at the ends.
  var withoutGaps: String {
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false)
    where !line.trimmed.isEmpty || lines.last.map({ !$0.trimmed.isEmpty }) ?? false {
      lines.append(line)
    }
    while let last = lines.last, last.trimmed.isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

private let rooms = [
  "zoom.us", "zoom.com", "zoomgov.com", "meet.google.com", "webex.com", "meet.jit.si", "8x8.vc",
  "gotomeet.me", "gotomeeting.com", "goto.com", "whereby.com", "chime.aws", "join.skype.com",
  "bluejeans.com", "ringcentral.com", "meet.lync.com", "dialin.teams.microsoft.com",
  "tel.meet", "alfaview.com", "edudip.com", "senfcall.de", "lifesize.com",
]

private let codes = [
  "pwd", "passcode", "password", "passwort", "token", "pin", "accesscode", "access_code", "secret",
]

private let programs: Set<String> = [
  "teams", "zoom", "meet", "webex", "skype", "jitsi", "bigbluebutton", "bbb", "online", "virtual",
  "remote", "whereby", "videokonferenz", "visio", "visioconference", "ligne", "linea",
  "videoconferencia", "internet", "hangouts",
]

private let besides: Set<String> = [
  "microsoft", "google", "cisco", "meeting", "meetings", "call", "besprechung", "reunion", "room",
  "video", "conference", "videocall", "event", "en", "de", "sur", "por", "via", "on", "a", "link",
  "the", "in", "description", "details", "below", "see", "only",
]

private let invitation = "inviting you to a scheduled"

/// With what such a line begins, case and accents folded.
private let phrases = [
  "join zoom", "join with google", "join the meeting", "join by phone", "join by telephone",
  "join on your", "join microsoft teams", "join teams", "join webex", "join from",
  "join with a video",
  "join via", "join now", "join online", "or dial", "or call in", "dial by", "dial-in", "dial in",
  "one tap mobile", "find your local number", "find a local number", "more phone numbers",
  "local numbers", "learn more about meet", "learn more about teams",
  "please do not edit this section",
  "view your event at", "reset pin", "reset dial-in", "for organizers", "for organisers",
  "meeting options", "need help", "download teams", "join on the web", "microsoft teams need help",
  "tap to join", "click here to join", "global call-in", "can't join the meeting",
  "topic: zoom", "mit google meet teilnehmen", "an zoom meeting",
  "zoom-meeting beitreten", "zoom meeting beitreten", "am meeting teilnehmen",
  "an microsoft teams-meeting teilnehmen", "jetzt an der besprechung teilnehmen",
  "hier klicken, um",
  "participer a la reunion", "rejoindre la reunion", "rejoindre zoom", "cliquez ici pour",
  "unirse a la reunion", "unete a la reunion", "unirse a zoom", "haga clic aqui",
  "schnelleinwahl mobil", "ortseinwahl", "ymuno a", "ymunwch a",
]

/// What such a line calls a code or a number, before a colon or the number itself.
private let labels = [
  "meeting id", "meeting-id", "meeting number", "passcode", "pass code", "password", "access code",
  "conference id", "conference code", "phone conference id", "pin", "host key", "webinar id",
  "meeting link", "meeting url", "zoom link", "teams link", "join link", "joining link", "join url",
  "meet link", "video link", "dial-in number", "phone number", "video conference id", "tenant key",
  "kenncode", "kennwort", "passwort", "zugangscode", "besprechungs-id", "meeting-kennnummer",
  "konferenz-id", "einwahlnummer", "einwahl", "telefonkonferenz-id", "zugangsdaten",
  "code secret", "mot de passe", "code d'acces", "id de reunion", "id de la reunion",
  "numero de conference", "lien de connexion", "codigo de acceso", "contrasena",
  "id. de reunion", "enlace de la reunion", "clave", "cod mynediad", "cyfrinair", "id y cyfarfod",
  "رقم الاجتماع", "رمز المرور", "كلمة المرور", "معرف الاجتماع",
]
