import Community
import Dates
import Markup

/// The lines of a calendar (RFC 5545 §3.1): each ends in CR and LF and holds at most 75 octets; a
/// longer one goes on after a space, and no character is parted.
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// A line whose value is written as it is: a word of the format, a date, an address.
  mutating func add(_ name: String, _ value: String) {
    add(Array("\(name):\(value)".utf8))
  }

  /// A line whose value is a text (RFC 5545 §3.3.11).
  mutating func add(_ name: String, text: String) {
    add(Array("\(name):\(escaped(text))".utf8))
  }

  mutating func add(_ name: String, _ moment: Moment) {
    let time = moment.local(ahead: 0)
    add(name, "\(time.date.digits)T\(time.clock.filter { $0 != ":" })00Z")
  }

  private mutating func add(_ line: [UInt8]) {
    var rest = line[...]
    var room = 75
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end]
      bytes += "\r\n ".utf8
      rest = rest[end...]
      room = 74
    }
    bytes += rest
    bytes += "\r\n".utf8
  }

  /// Line breaks of every kind become `\n`; a calendar holds no other control character but tabs.
  private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\n" where last == "\r": break
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: ["\\", "n"])
      case "\t": escaped.append(scalar)
      default:
        if scalar.properties.generalCategory != .control { escaped.append(scalar) }
      }
      last = scalar
    }
    return String(escaped)
  }
}

extension CalendarDate {
  /// `20260312`.
  var digits: String { description.filter { $0 != "-" } }
}
