/// What subtitles say (SubRip, WebVTT): the text of one caption after another, since a sentence goes
/// on over several.
struct SubtitleText {
  /// How long one piece is: nobody speaks longer sentences.
  private static let longestPiece = 4096

  private let file: [UInt8]
  private let lines: [ArraySlice<UInt8>]
  private var pieces: [TextPiece] = []
  private var text: [UInt8] = []
  private var first = 1
  private var last = 1

  static func pieces(of text: [UInt8]) -> [TextPiece] {
    var subtitles = SubtitleText(text)
    subtitles.read()
    return subtitles.pieces
  }

  private init(_ file: [UInt8]) {
    self.file = file
    lines = PlainText.lines(of: file)
  }

  private mutating func read() {
    for (index, line) in lines.enumerated() where !isTime(index) {
      guard line.contains(where: { !$0.isSpace }) else { continue }
      if isTime(index + 1) {
        // What a caption is called is no part of what is said.
        pieces.append(TextPiece(Array(line), line: index + 1, isProse: false))
      } else {
        add(withoutMarks(line), index + 1)
      }
    }
    flush()
  }

  private func isTime(_ index: Int) -> Bool {
    guard index < lines.count else { return false }
    return file.firstOffset(of: "-->", in: lines[index].startIndex..<lines[index].endIndex) != nil
  }

  private mutating func add(_ words: [UInt8], _ number: Int) {
    if text.count > Self.longestPiece { flush() }
    if text.isEmpty {
      first = number
    } else {
      let count = number - last
      text += repeatElement(count == 1 ? 0x0A : TextPiece.silentLine, count: count)
    }
    text += words
    last = number
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(TextPiece(text, line: first)) }
    text = []
  }

  /// A line without `<i>` and the like; of `<v Ada Okafor>` the speaker is left.
  private func withoutMarks(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var rest = line
    while let start = rest.firstIndex(of: 0x3C), let end = rest[start...].firstIndex(of: 0x3E) {
      words += rest[..<start]
      let mark = rest[(start + 1)..<end]
      if mark.first == UInt8(ascii: "v"), let space = mark.firstIndex(of: 0x20) {
        words += mark[(space + 1)...] + [UInt8(ascii: ":"), 0x20]
      }
      rest = rest[(end + 1)...]
    }
    return decodedReferences((words + rest)[...])
  }
}
