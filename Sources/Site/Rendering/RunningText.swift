/// The style sheet that puts a site's name above each page of paper but the cover (CSS Paged Media,
/// margin boxes).
///
/// A file of its own: the policy of the pages allows no style inside them.
func runningText(_ name: String) -> String {
  "@page{@top-center{content:\(cssString(name))}}\n@page :first{@top-center{content:none}}\n"
}

/// A text as a CSS string (CSS Syntax, section 4.3.5): everything but letters, digits and spaces by
/// number, so that nothing can end it.
private func cssString(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar.value >= 0x80 || scalar == " " || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
    {
      quoted.unicodeScalars.append(scalar)
    } else {
      quoted += "\\\(String(scalar.value, radix: 16)) "
    }
  }
  return quoted + "\""
}
