import Dates

/// A pattern with each `:word` in it replaced; one that means nothing goes, with its slash.
func filled(_ pattern: String, _ value: (String) -> String?) -> String {
  var output = ""
  var rest = pattern[...]
  while let colon = rest.firstIndex(of: ":") {
    output += rest[..<colon]
    rest = rest[rest.index(after: colon)...]
    var end = rest.firstIndex { !($0.isASCII && $0.isLetter) && $0 != "_" } ?? rest.endIndex
    if end < rest.endIndex, rest[end] == "[", let close = rest[end...].firstIndex(of: "]") {
      end = rest.index(after: close)
    }
    let word = String(rest[..<end])
    output += value(word) ?? ""
    rest = rest[end...]
  }
  return (output + rest).withSingleSlashes
}

extension CalendarDate {
  /// What a pattern calls a part of a date.
  func part(named word: String) -> String? {
    let padded: (Int, Int) -> String = { number, length in
      let digits = String(number)
      return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
    }
    let dayOfYear =
      daysSince1970 - (CalendarDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0) + 1
    switch word {
    case "year": return padded(year, 4)
    case "short_year": return padded(year % 100, 2)
    case "month": return padded(month, 2)
    case "i_month": return String(month)
    case "day": return padded(day, 2)
    case "i_day": return String(day)
    case "yearday": return String(dayOfYear)
    case "y_day": return padded(dayOfYear, 3)
    case "monthname", "long_month": return monthNames[month - 1]
    case "short_month": return String(monthNames[month - 1].prefix(3))
    case "hour", "minute", "second": return "00"
    default: return nil
    }
  }
}

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

extension String {
  /// As Hugo makes a part of an address of words: small letters, hyphens for blanks, signs gone.
  var urlized: String {
    var output = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case " ": if output.unicodeScalars.last != "-" { output.unicodeScalars.append("-") }
      case "-": if output.unicodeScalars.last != "-" { output.unicodeScalars.append("-") }
      case "_", ".", "/", "~", "+", "#", "\\": output.unicodeScalars.append(scalar)
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output
  }

  /// With one slash where several follow each other.
  var withSingleSlashes: String {
    var output: [UInt8] = []
    for byte in utf8 where byte != UInt8(ascii: "/") || output.last != byte { output.append(byte) }
    return String(decoding: output, as: UTF8.self)
  }
}
