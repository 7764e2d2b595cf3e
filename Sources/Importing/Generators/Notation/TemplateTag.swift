/// A tag of Hugo's, Liquid's or GitBook's in a text: `{{< figure src="a.png" >}}`, `{% link a.md %}`,
/// `{{ site.title }}`.
struct TemplateTag {
  enum Form: Hashable {
    /// `{{< … >}}` and `{{% … %}}`.
    case shortcode
    /// `{% … %}`.
    case statement
    /// `{{ … }}`.
    case expression
    /// `<Name …>`, of MDX and Vue: an element whose name begins with a capital.
    case component
  }

  struct Argument: Hashable {
    let name: String?
    let value: String
    let isQuoted: Bool
  }

  let form: Form
  let range: Range<Int>
  /// In small letters; of an include, that of the file.
  let name: String
  let isClosing: Bool
  /// `{{< name />}}`.
  let isClosed: Bool
  let arguments: [Argument]
  /// The first word as it is written.
  let written: String

  /// The first of these arguments that is there.
  subscript(_ names: String...) -> String? {
    names.lazy.compactMap { name in self.arguments.first { $0.name == name }?.value }.first
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An argument by its place among those without a name.
  subscript(_ position: Int) -> String? {
    let own = arguments.lazy.filter { $0.name == nil }.dropFirst(position).first?.value
    return own.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension TemplateTag {
  /// The tag that begins at a byte; `nil` where none does or it is not closed nearby.
  ///
  /// It looks `longestTag` bytes ahead, so whoever asks at many places looks first whether there is
  /// anything that closes one.
  init?(in bytes: [UInt8], at index: Int) {
    if bytes[index] == UInt8(ascii: "<") {
      self.init(componentIn: bytes, at: index)
      return
    }
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    let marks: (form: Form, open: Int, close: [UInt8])
    switch (bytes[index + 1], bytes[index + 2]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "<")): marks = (.shortcode, 3, Array(">}}".utf8))
    case (UInt8(ascii: "{"), UInt8(ascii: "%")): marks = (.shortcode, 3, Array("%}}".utf8))
    case (UInt8(ascii: "{"), _): marks = (.expression, 2, Array("}}".utf8))
    case (UInt8(ascii: "%"), _): marks = (.statement, 2, Array("%}".utf8))
    default: return nil
    }
    let start = index + marks.open
    let limit = min(bytes.count, start + longestTag)
    var end = start
    var quote: UInt8?
    // What stands in quotes closes nothing, but for a quote that is never closed itself.
    var bare: Int?
    while end + marks.close.count <= limit {
      let byte = bytes[end]
      if bytes[end...].starts(with: marks.close) {
        if quote == nil { break }
        if bare == nil { bare = end }
      }
      if byte == quote {
        quote = nil
      } else if quote == nil, "\"`".utf8.contains(byte) {
        quote = byte
      }
      end += 1
    }
    if end + marks.close.count > limit {
      guard let bare else { return nil }
      end = bare
    }
    self.init(
      marks.form, Array(bytes[start..<end]), range: index..<(end + marks.close.count))
  }

  /// An element ends at a `>` that stands in no quotes and no braces.
  private init?(componentIn bytes: [UInt8], at index: Int) {
    let start = index + (index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/") ? 2 : 1)
    guard start < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[start]) else {
      return nil
    }
    let limit = min(bytes.count, start + longestTag)
    var end = start
    var quote: UInt8?
    var depth = 0
    while end < limit {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if "\"'".utf8.contains(byte), bytes[end - 1] == UInt8(ascii: "=") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        break
      } else if byte == UInt8(ascii: "<"), depth <= 0 {
        return nil
      }
      end += 1
    }
    guard end < limit else { return nil }
    self.init(.component, Array(bytes[(index + 1)..<end]), range: index..<(end + 1))
  }

  private init(_ form: Form, _ inner: [UInt8], range: Range<Int>) {
    var inner = inner[...]
    while let first = inner.first, first <= 0x20 || first == UInt8(ascii: "-") {
      inner.removeFirst()
    }
    while let last = inner.last, last <= 0x20 || form != .shortcode && last == UInt8(ascii: "-") {
      inner.removeLast()
    }
    var isClosed = false
    if form == .shortcode || form == .component, inner.last == UInt8(ascii: "/") {
      isClosed = true
      inner.removeLast()
    }
    var words = Self.words(inner)
    written = words.first?.value ?? ""
    if !words.isEmpty { words.removeFirst() }
    var name = written.lowercased()
    var isClosing = false
    if form == .expression {
      // A word in quotes, or a name: nothing that opens or closes.
    } else if name == "/", let next = words.first {
      (isClosing, name) = (true, next.value.lowercased())
    } else if name.hasPrefix("/") {
      (isClosing, name) = (true, String(name.dropFirst()))
    } else if form == .statement, name.hasPrefix("end"), name.utf8.count > 3 {
      (isClosing, name) = (true, String(name.dropFirst(3)))
    }
    if form == .statement, ["include", "include_cached", "render", "partial"].contains(name),
      let file = words.first
    {
      words.removeFirst()
      name = file.value.split(separator: "/").last?.split(separator: ".").first?.lowercased() ?? ""
    }
    if name.hasPrefix("<") { name.removeFirst() }
    (self.form, self.range, self.name) = (form, range, name)
    (self.isClosing, self.isClosed, arguments) = (isClosing, isClosed, words)
  }

  /// Words separated by blanks: `name="value"`, `name: value`, `"value"`, `value`.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [Argument] {
    var arguments: [Argument] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      var name: String?
      var (value, end, isQuoted) = word(bytes, from: index)
      var next = end
      while next < bytes.endIndex, bytes[next] <= 0x20 { next += 1 }
      if !isQuoted, next < bytes.endIndex, bytes[next] == UInt8(ascii: "="), !arguments.isEmpty {
        next += 1
        while next < bytes.endIndex, bytes[next] <= 0x20 { next += 1 }
        name = value.lowercased()
        (value, end, isQuoted) = word(bytes, from: next)
      }
      arguments.append(Argument(name: name, value: value, isQuoted: isQuoted))
      index = max(end, index + 1)
    }
    return arguments
  }

  private static func word(
    _ bytes: ArraySlice<UInt8>, from start: Int
  ) -> (String, end: Int, isQuoted: Bool) {
    guard start < bytes.endIndex else { return ("", start, false) }
    let quote = bytes[start]
    if "\"'`".utf8.contains(quote) {
      var value: [UInt8] = []
      var index = start + 1
      while index < bytes.endIndex, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""),
          index + 1 < bytes.endIndex
        {
          index += 1
        }
        value.append(bytes[index])
        index += 1
      }
      return (String(decoding: value, as: UTF8.self), min(index + 1, bytes.endIndex), true)
    }
    let end =
      bytes[start...].firstIndex {
        $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ",")
      }
      ?? bytes.endIndex
    return (
      String(decoding: bytes[start..<max(end, min(start + 1, bytes.endIndex))], as: UTF8.self),
      max(end, start + 1), false
    )
  }
}

/// No tag that was ever written by hand is longer.
let longestTag = 4_096
