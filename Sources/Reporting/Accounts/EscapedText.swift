import Diagnostics

/// Text as it stands in HTML, between tags.
func escaped(_ text: String) -> String {
  var html = ""
  for scalar in text.visible.unicodeScalars {
    switch scalar {
    case "&": html += "&amp;"
    case "<": html += "&lt;"
    case ">": html += "&gt;"
    default: html.unicodeScalars.append(scalar)
    }
  }
  return html
}
