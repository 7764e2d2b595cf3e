import Build
import Diagnostics
import TestSupport
import Testing

/// The ways in which a PDF is packed.
@Suite("PDFs are unpacked")
struct PackedPdfTests {
  private static let page = Array("BT (With Ada Okafor) Tj ET".utf8)

  private func found(_ file: [UInt8]) async throws -> [String] {
    try await handbook(
      ["handbook.yml": privateSettings, "members/m-01.md": "---\nname: Ada Okafor\n---\n"],
      bytes: ["assets/a.pdf": file]
    ).diagnostics.map(\.id.rawValue)
  }

  @Test(
    "what a page draws is read, however it is packed, once or twice",
    arguments: [
      ("/ASCIIHexDecode", hexadecimal(page)), ("[/AHx]", hexadecimal(page)),
      ("/ASCII#48exDecode", hexadecimal(page)),
      ("/ASCII85Decode", base85(page)), ("[ /A85 ]", base85(page)),
      ("/RunLengthDecode", runs(page)), ("/RL", runs(page)),
      ("/LZWDecode", lzw(page)), ("[/LZW]", lzw(page)),
      ("[/ASCII85Decode /RunLengthDecode]", base85(runs(page))),
      ("[/ASCIIHexDecode/LZWDecode]", hexadecimal(lzw(page))),
      ("[/A85/AHx]", base85(hexadecimal(page))), ("[]", page),
    ])
  func pages(_ filter: String, _ packed: [UInt8]) async throws {
    #expect(try await found(pdf("/Filter \(filter)", packed)) == ["name-in-text"])
  }

  @Test("codes of LZW grow as they must over a long text")
  func longTable() async throws {
    var page = Array("%".utf8)
    var generator = SplitMix(seed: 3)
    for _ in 0..<12_000 { page.append(UInt8.random(in: 0x30...0x7A, using: &generator)) }
    page += [0x0A] + Self.page
    #expect(try await found(pdf("/Filter /LZWDecode", lzw(page))) == ["name-in-text"])
    let late = pdf("/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", lzw(page, early: 0))
    #expect(try await found(late) == ["name-in-text"])
  }

  @Test("objects that lie packed in a stream are read")
  func objects() async throws {
    let objects = Array("7 0 << /Title (By Ada Okafor) >>".utf8)
    let stream = "/Type /ObjStm /N 1 /First 4 /Filter "
    for (filter, packed) in [
      ("/ASCII85Decode", base85(objects)), ("/LZWDecode", lzw(objects)),
      ("[/AHx /RL]", hexadecimal(runs(objects))),
    ] {
      #expect(try await found(pdf(stream + filter, packed)) == ["name-in-text"], "\(filter)")
    }
  }

  @Test(
    "what is damaged, of another kind or predicted is told as not searched",
    arguments: [
      ("/LZWDecode", [0xFF, 0xFF, 0xFF]), ("/ASCII85Decode", Array("v{}~>".utf8)),
      ("/Crypt", page), ("[/A85 /A85 /A85 /A85 /A85]", base85(page)), ("12 0 R", page),
      ("/FlateDecode", page), ("/AHx /DecodeParms << /Predictor 12 >>", hexadecimal(page)),
    ])
  func unread(_ filter: String, _ packed: [UInt8]) async throws {
    #expect(try await found(pdf("/Filter \(filter)", packed)) == ["file-not-searched"])
  }

  @Test("a few bytes that stand for a gigabyte are told as not searched")
  func bomb() async throws {
    let long: [UInt8] = (0..<400_000).flatMap { _ in [129, 0x20] as [UInt8] }
    #expect(try await found(pdf("/Filter /RunLengthDecode", long)) == ["file-not-searched"])
    let twice = runsOfRuns(3_000)
    #expect(try await found(pdf("/Filter [/RL /RL /RL]", twice)) == ["file-not-searched"])
  }

  /// Runs that unpack to runs.
  private func runsOfRuns(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in [129, 129] as [UInt8] } + [128]
  }

  @Test("a link is read though the kind of its action has the same name, and the words of XMP")
  func words() async throws {
    let link = "%PDF-1.7\n1 0 obj\n<< /S /URI /URI (https://x.example/ada-okafor) >>\nendobj\n"
    #expect(try await found(Array(link.utf8)) == ["name-in-text"])
    let layer = "%PDF-1.7\n1 0 obj\n<< /Type /OCG /Name (Ada Okafor) >>\nendobj\n"
    #expect(try await found(Array(layer.utf8)) == ["name-in-text"])
    let packet = Array("<x><dc:title><rdf:li>Ada Okafor</rdf:li></dc:title></x>".utf8)
    #expect(
      try await found(pdf("/Type /Metadata /Filter /AHx", hexadecimal(packet))) == ["name-in-text"])
  }
}

private func pdf(_ dictionary: String, _ stream: [UInt8]) -> [UInt8] {
  Array("%PDF-1.7\n1 0 obj\n<< \(dictionary) /Length \(stream.count) >>\nstream\n".utf8) + stream
    + Array("\nendstream\nendobj\n".utf8)
}

private func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
  Array(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: "\n").utf8)
    + [0x3E]
}

private func base85(_ bytes: [UInt8]) -> [UInt8] {
  var packed: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 4) {
    let part = bytes[start..<min(start + 4, bytes.count)]
    var number = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(4 - part.count))
    var digits: [UInt8] = []
    for _ in 0..<5 {
      digits.insert(UInt8(number % 85) + 0x21, at: 0)
      number /= 85
    }
    packed += digits.prefix(part.count + 1)
    if start % 40 == 0 { packed.append(0x0A) }
  }
  return packed + Array("~>".utf8)
}

private func runs(_ bytes: [UInt8]) -> [UInt8] {
  stride(from: 0, to: bytes.count, by: 100).flatMap { start in
    let part = bytes[start..<min(start + 100, bytes.count)]
    return [UInt8(part.count - 1)] + Array(part)
  } + [128]
}

/// LZW as ISO 32000-1 has it, with codes that grow `early` entries before they must.
private func lzw(_ bytes: [UInt8], early: Int = 1) -> [UInt8] {
  var packed: [UInt8] = []
  var (bits, count, width, next) = (0, 0, 9, 258)
  var table: [[UInt8]: Int] = [:]
  func code(_ word: [UInt8]) -> Int { word.count == 1 ? Int(word[0]) : table[word] ?? 0 }
  func write(_ code: Int) {
    bits = bits << width | code
    count += width
    while count >= 8 {
      packed.append(UInt8(bits >> (count - 8) & 0xFF))
      count -= 8
      bits &= (1 << count) - 1
    }
  }
  write(256)
  var word: [UInt8] = []
  for byte in bytes {
    if word.isEmpty || table[word + [byte]] != nil {
      word.append(byte)
      continue
    }
    write(code(word))
    table[word + [byte]] = next
    next += 1
    if next + early - 1 >= 1 << width, width < 12 { width += 1 }
    if next >= 4094 {
      write(256)
      (table, next, width) = ([:], 258, 9)
    }
    word = [byte]
  }
  write(code(word))
  if next + early >= 1 << width, width < 12 { width += 1 }
  write(257)
  if count > 0 { packed.append(UInt8(bits << (8 - count) & 0xFF)) }
  return packed
}
