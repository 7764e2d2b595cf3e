extension String {
  /// The word as a shell takes it: in quotes where it holds more than plain letters and signs.
  var quotedForShell: String {
    let isPlain = utf8.allSatisfy { byte in
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_./:@%+,=".utf8.contains(byte)
    }
    if isPlain, !isEmpty, utf8.first != UInt8(ascii: "-") || utf8.count > 1 { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
