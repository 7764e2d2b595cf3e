/// Collects a body's pieces: HTML bytes, cut where something else must stand between them.
struct PieceWriter {
  private(set) var html: [UInt8] = []
  private(set) var pieces: [Body.Piece] = []
  /// Where the HTML begins that is in no piece yet.
  private var open = 0

  init(capacity: Int) {
    html.reserveCapacity(capacity)
  }

  mutating func append(_ text: StaticString) {
    html.append(text)
  }

  mutating func append(bytes: some Collection<UInt8>) {
    html.append(contentsOf: bytes)
  }

  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    html.appendEscaped(text)
  }

  mutating func appendAddress(_ address: UnsafeBufferPointer<UInt8>) {
    html.appendAddress(address)
  }

  mutating func appendAddress(_ address: String) {
    var address = address
    address.withUTF8 { html.appendAddress($0) }
  }

  /// Adds an attribute, its name given with the space before it, and its value escaped.
  mutating func appendAttribute(_ name: StaticString, _ value: String) {
    var value = value
    html.append(name)
    html.append("=\"")
    value.withUTF8 { html.appendEscaped($0) }
    html.append("\"")
  }

  mutating func appendDecimal(_ number: Int) {
    html.appendDecimal(number)
  }

  /// Adds a piece that is not HTML, and returns its index, by which it can be replaced.
  @discardableResult
  mutating func add(_ piece: Body.Piece) -> Int {
    closeHTML()
    pieces.append(piece)
    return pieces.count - 1
  }

  mutating func replacePiece(at index: Int, with piece: Body.Piece) {
    pieces[index] = piece
  }

  /// Begins a line of output, unless one has just begun.
  mutating func startLine() {
    if html.count > open {
      if html.last != 0x0A { html.append(0x0A) }
    } else if let last = pieces.last {
      if case .html(let range) = last, html[Int(range.upperBound) - 1] == 0x0A { return }
      html.append(0x0A)
    }
  }

  mutating func closeHTML() {
    guard html.count > open else { return }
    pieces.append(.html(Int32(open)..<Int32(html.count)))
    open = html.count
  }

  /// A point in the output to which it can be cut back.
  struct Mark {
    fileprivate let html: Int
    fileprivate let pieces: Int
    fileprivate let open: Int
  }

  var mark: Mark { Mark(html: html.count, pieces: pieces.count, open: open) }

  /// Leaves out everything written since a mark.
  mutating func cut(backTo mark: Mark) {
    html.removeLast(html.count - mark.html)
    pieces.removeLast(pieces.count - mark.pieces)
    open = mark.open
  }
}
