import Text

extension String {
  /// A piece of an author's text made safe to print in a message: control and direction-changing
  /// characters escaped as `\u{…}`, cut after 80 characters.
  package var quotedInput: String {
    var quoted = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 80 { return quoted + "…" }
      if scalar.isUnsafeToPrint {
        quoted += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}
