/// A built-in style sheet or script as it is published: without what only those who write it need.
///
/// It goes by what the theme's own files look like, so a site's own files are left as they are.
package func lightened(_ bytes: [UInt8], named name: String) -> [UInt8] {
  if name.hasSuffix(".css") { return lightened(styleSheet: bytes) }
  if name.hasSuffix(".js") { return lightened(script: bytes) }
  return bytes
}

/// Leaves out indentation, empty lines, and lines that are a comment: a line stays a line, so that
/// nothing depends on where JavaScript would add semicolons.
private func lightened(script bytes: [UInt8]) -> [UInt8] {
  var light: [UInt8] = []
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    let words = line.drop { $0 == UInt8(ascii: " ") }
    guard !words.isEmpty, !words.starts(with: "//".utf8) else { continue }
    light += words
    light.append(UInt8(ascii: "\n"))
  }
  return light
}

/// Leaves out comments, and space where CSS needs none; what is quoted stays as it is.
private func lightened(styleSheet bytes: [UInt8]) -> [UInt8] {
  var light: [UInt8] = []
  var quote: UInt8?
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if let open = quote {
      light.append(byte)
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") {
      quote = byte
      light.append(byte)
    } else if bytes[(index - 1)...].starts(with: "/*".utf8) {
      index += 1
      while index < bytes.count, !bytes[..<index].hasSuffix("*/") { index += 1 }
    } else if isSpace(byte) {
      let next = bytes[index...].first ?? UInt8(ascii: "}")
      let isNeeded = !isSpace(next) && !"{}/>".utf8.contains(next)
      if isNeeded, let last = light.last, !":;,{}>".utf8.contains(last) {
        light.append(UInt8(ascii: " "))
      }
    } else {
      if byte == UInt8(ascii: "}"), light.last == UInt8(ascii: ";") { light.removeLast() }
      light.append(byte)
    }
  }
  return light
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
