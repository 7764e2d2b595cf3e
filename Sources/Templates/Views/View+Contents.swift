extension View {
  /// Appends every value that this view holds, its views' included, for a fingerprint.
  ///
  /// Two views of one type append the same bytes only if a template can't tell them apart: each
  /// value is preceded by its kind and its length. The caller hashes the buffer, and reuses it
  /// for the next page.
  public func appendContents(to buffer: inout [UInt8]) {
    let fields = Self.fields.list
    buffer.append(count: fields.count)
    for field in fields { field.read(self).appendContents(to: &buffer) }
  }
}

extension Value {
  fileprivate func appendContents(to buffer: inout [UInt8]) {
    switch self {
    case .nothing:
      buffer.append(0)
    case .text(let text):
      buffer.append(1)
      buffer.append(counted: text)
    case .html(let html):
      buffer.append(2)
      buffer.append(counted: html.bytes)
    case .flag(let flag):
      buffer.append(flag ? 4 : 3)
    case .view(let view):
      buffer.append(5)
      view.appendContents(to: &buffer)
    case .views(let views):
      buffer.append(6)
      buffer.append(count: views.count)
      for view in views { view.appendContents(to: &buffer) }
    case .texts(let texts):
      buffer.append(7)
      buffer.append(count: texts.count)
      for text in texts { buffer.append(counted: text) }
    case .open(let value):
      buffer.append(8)
      value.appendContents(to: &buffer)
    }
  }
}

extension OpenValue {
  fileprivate func appendContents(to buffer: inout [UInt8]) {
    switch self {
    case .nothing:
      buffer.append(0)
    case .text(let text):
      buffer.append(1)
      buffer.append(counted: text)
    case .flag(let flag):
      buffer.append(flag ? 4 : 3)
    case .list(let list):
      buffer.append(6)
      buffer.append(count: list.count)
      for value in list { value.appendContents(to: &buffer) }
    case .map(let map):
      buffer.append(9)
      buffer.append(count: map.count)
      for (name, value) in map.sorted(by: { $0.key < $1.key }) {
        buffer.append(counted: name)
        value.appendContents(to: &buffer)
      }
    }
  }
}

extension [UInt8] {
  /// Seven bits a byte, the lowest first; the last byte is below 128 (LEB128).
  fileprivate mutating func append(count: Int) {
    var rest = count
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// A text after its length in bytes.
  mutating func append(counted text: String) {
    append(count: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  /// Bytes after their number.
  mutating func append(counted bytes: [UInt8]) {
    append(count: bytes.count)
    append(contentsOf: bytes)
  }
}
