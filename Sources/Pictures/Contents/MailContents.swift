/// Looks into a message of mail (RFC 5322, RFC 2045 to 2047): its headers, its texts, and the files
/// that were sent with it.
struct MailContents {
  private static let deepest = 5

  private let lines: [ArraySlice<UInt8>]
  private let depth: Int
  private var contents = FileContents()
  private var pieces: [TextPiece] = []

  static func look(into text: [UInt8]) -> FileContents {
    look(into: PlainText.lines(of: text)[...], first: 1, depth: 0)
  }

  private static func look(
    into lines: ArraySlice<ArraySlice<UInt8>>, first: Int, depth: Int
  ) -> FileContents {
    var mail = MailContents(lines: Array(lines), depth: depth)
    mail.read(first: first)
    if !mail.pieces.isEmpty {
      mail.contents.parts.insert(FileContents.Part(name: nil, pieces: mail.pieces), at: 0)
    }
    return mail.contents
  }

  private init(lines: [ArraySlice<UInt8>], depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  private mutating func read(first: Int) {
    let end = lines.firstIndex { $0.isEmpty } ?? lines.count
    let headers = MailHeaders(lines[..<end], first: first)
    pieces += headers.pieces
    let body = lines[end...].dropFirst()
    let line = first + end + 1
    if let boundary = headers.boundary {
      readParts(of: body, line, between: Array("--".utf8) + boundary)
    } else if headers.isMessage, depth < Self.deepest {
      add(Self.look(into: body, first: line, depth: depth + 1))
    } else {
      read(body, line, headers)
    }
  }

  private mutating func readParts(
    of body: ArraySlice<ArraySlice<UInt8>>, _ line: Int, between boundary: [UInt8]
  ) {
    guard depth < Self.deepest else {
      contents.unseen = .tooMuchInside
      return
    }
    let borders = body.indices.filter { body[$0].starts(with: boundary) } + [body.endIndex]
    for (start, end) in zip(borders, borders.dropFirst()) where start + 1 <= end {
      let part = body[(start + 1)..<end]
      add(Self.look(into: part, first: line + start + 1 - body.startIndex, depth: depth + 1))
    }
  }

  private mutating func read(
    _ body: ArraySlice<ArraySlice<UInt8>>, _ line: Int, _ headers: MailHeaders
  ) {
    let written = Array(body.joined(separator: [0x0A]))
    let decoded = headers.decoded(written)
    if headers.isText {
      let text = ReadableText.utf8(decoded)
      let found = headers.isPage ? HtmlText.pieces(of: text) : PlainText.pieces(of: text)
      let isAsWritten = text == written
      pieces += found.map { piece in
        TextPiece(
          piece.text, line: isAsWritten ? piece.line + line - 1 : 0, isProse: piece.isProse)
      }
    } else {
      let format = FileFormat(of: decoded)
      contents.note(PictureMetadata(decoded, format: format))
      add(FileContents(decoded, format, named: headers.name ?? ""))
    }
  }

  private mutating func add(_ inner: FileContents) {
    contents.parts += inner.parts
    contents.tellsPlace = contents.tellsPlace || inner.tellsPlace
    contents.namesAuthor = contents.namesAuthor || inner.namesAuthor
    contents.unseen = contents.unseen ?? inner.unseen
  }
}

/// The lines above a message, or above a part of one.
struct MailHeaders {
  private var fields: [(name: String, value: [UInt8], line: Int)] = []

  init(_ lines: ArraySlice<ArraySlice<UInt8>>, first: Int) {
    for (number, line) in zip(first..., lines) {
      if line.first?.isSpace == true, !fields.isEmpty {
        fields[fields.count - 1].value += [0x20] + line.drop(while: \.isSpace)
      } else if let colon = line.firstIndex(of: 0x3A) {
        let name = String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self)
        let value = Array(line[(colon + 1)...].drop(while: \.isSpace))
        fields.append((name, value, number))
      }
    }
  }

  /// What the headers say; digits of those that programs write mean nothing.
  var pieces: [TextPiece] {
    fields.map { field in
      let isProse = [
        "from", "to", "cc", "bcc", "reply-to", "sender", "subject", "comments", "organization",
      ].contains(field.name)
      return TextPiece(decodedWords(field.value), line: field.line, isProse: isProse)
    }
  }

  private func value(_ name: String) -> [UInt8] { fields.first { $0.name == name }?.value ?? [] }

  private var type: [UInt8] { value("content-type").map(\.lowercased) }

  var isText: Bool { type.isEmpty || type.starts(with: "text/".utf8) }
  var isPage: Bool { type.starts(with: "text/html".utf8) }
  var isMessage: Bool { type.starts(with: "message/rfc822".utf8) }
  var boundary: [UInt8]? {
    type.starts(with: "multipart/".utf8) ? parameter("boundary", of: "content-type") : nil
  }
  var name: String? {
    (parameter("filename", of: "content-disposition") ?? parameter("name", of: "content-type"))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func parameter(_ name: String, of field: String) -> [UInt8]? {
    let value = value(field)
    guard let found = value.map(\.lowercased).firstOffset(of: name + "=", in: value.indices) else {
      return nil
    }
    let rest = value[(found + name.utf8.count + 1)...]
    return Array(
      rest.first == 0x22
        ? rest.dropFirst().prefix { $0 != 0x22 } : rest.prefix { !$0.isSpace && $0 != 0x3B })
  }

  /// A body without its encoding (RFC 2045, section 6).
  func decoded(_ body: [UInt8]) -> [UInt8] {
    let encoding = String(
      decoding: value("content-transfer-encoding").map(\.lowercased), as: UTF8.self)
    if encoding.hasPrefix("base64") { return decodedBase64(body[...]) }
    guard encoding.hasPrefix("quoted-printable") else { return body }
    return bytesOfQuotedPrintable(body[...])
  }

  /// A header's text with `=?utf-8?Q?…?=` decoded (RFC 2047); spaces between two such are not shown.
  private func decodedWords(_ value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = value[...]
    var isBehindWord = false
    while let start = rest.indices.first(where: { rest[$0...].starts(with: "=?".utf8) }) {
      let parts = rest[(start + 2)...].split(
        separator: 0x3F, maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == 0x3D else { break }
      let between = rest[..<start]
      if !isBehindWord || !between.allSatisfy(\.isSpace) { text += between }
      let isBase64 = parts[1].first.map(\.lowercased) == UInt8(ascii: "b")
      let letters = parts[2].map { !isBase64 && $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      text += ReadableText.utf8(
        isBase64 ? decodedBase64(letters[...]) : bytesOfQuotedPrintable(letters[...]))
      rest = parts[3].dropFirst()
      isBehindWord = true
    }
    return ReadableText.utf8(text + rest)
  }
}
