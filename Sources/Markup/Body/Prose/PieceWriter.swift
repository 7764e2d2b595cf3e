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

  /// The index of the piece that comes next, so that what follows begins a piece of its own.
  mutating func nextPiece() -> Int32 {
    closeHTML()
    return Int32(pieces.count)
  }

  /// Takes out the pieces from an index on; their bytes stay.
  mutating func takePieces(from index: Int) -> [Body.Piece] {
    closeHTML()
    let taken = Array(pieces[index...])
    pieces.removeLast(pieces.count - index)
    return taken
  }

  /// A piece of plain text that stands nowhere yet.
  mutating func loosePiece(_ text: String) -> Body.Piece {
    closeHTML()
    html.append(contentsOf: text.utf8)
    defer { open = html.count }
    return .html(Int32(open)..<Int32(html.count))
  }

  /// Adds pieces that were taken out, without `ending` where they end so.
  ///
  /// - Returns: Whether they did.
  mutating func appendPieces(_ taken: [Body.Piece], cutting ending: StaticString) -> Bool {
    closeHTML()
    pieces.append(contentsOf: taken)
    guard case .html(let range)? = taken.last, range.count >= ending.utf8CodeUnitCount else {
      return false
    }
    let end = Int(range.upperBound) - ending.utf8CodeUnitCount
    let tail = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    guard html[end..<Int(range.upperBound)].elementsEqual(tail) else { return false }
    pieces[pieces.count - 1] = .html(range.lowerBound..<Int32(end))
    return true
  }

  mutating func replacePiece(at index: Int, with piece: Body.Piece) {
    pieces[index] = piece
  }

  /// Begins a line of output, unless one has just begun.
  mutating func startLine() {
    if !isAtLineStart { html.append(0x0A) }
  }

  /// Whether nothing stands on the line yet.
  var isAtLineStart: Bool {
    if html.count > open { return html.last == 0x0A }
    switch pieces.last {
    case .html(let range)? where !range.isEmpty: return html[Int(range.upperBound) - 1] == 0x0A
    case nil: return true
    default: return false
    }
  }

  mutating func closeHTML() {
    guard html.count > open else { return }
    pieces.append(.html(Int32(open)..<Int32(html.count)))
    open = html.count
  }

  /// A point in the output to which it can be cut back.
  struct Mark: Equatable {
    fileprivate let html: Int
    fileprivate let pieces: Int
    fileprivate let open: Int

    /// Whether nothing was written before it.
    var isAtBeginning: Bool { html == 0 && pieces == 0 }
  }

  var mark: Mark { Mark(html: html.count, pieces: pieces.count, open: open) }

  /// Leaves out everything written since a mark.
  mutating func cut(backTo mark: Mark) {
    html.removeLast(html.count - mark.html)
    pieces.removeLast(pieces.count - mark.pieces)
    open = mark.open
  }
}
