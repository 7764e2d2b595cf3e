import Text

/// The manifest as a file:
///
///     handbook manifest 1
///     0123456789abcdef0123456789abcdef 4096 posts/a.html
///     0123456789abcdef0123456789abcdef 20480 posts/a.jpg
///     picture 800x600 posts/a.jpg
///     end 0123456789abcdef0123456789abcdef
///
/// Sorted by path; the last line holds the fingerprint of all that stands before it. Versions that
/// do not know the lines of pictures take the manifest for damaged, and go by the others.
extension Manifest {
  /// The largest that is read: far above that of any site.
  static let longestText = 1 << 28

  private static let header = Array("handbook manifest 1\n".utf8)
  private static let end = Array("end ".utf8)
  private static let picture = Array("picture ".utf8)

  var text: [UInt8] {
    var text = Self.header
    for path in sortedPaths {
      for print in entries[path] ?? [] {
        print.fingerprint.appendHexadecimal(onto: &text)
        text += " \(print.size) ".utf8
        path.withBytes { text += $0 }
        text.append(.newline)
      }
      for size in pictures[path] ?? [] {
        text += Self.picture
        text += "\(size.width)x\(size.height) ".utf8
        path.withBytes { text += $0 }
        text.append(.newline)
      }
    }
    let fingerprint = Fingerprint(text)
    text += Self.end
    fingerprint.appendHexadecimal(onto: &text)
    text.append(.newline)
    return text
  }

  /// The paths in order.
  ///
  /// Those that were read are in order already, and little is left to sort.
  private var sortedPaths: [RelativePath] {
    var others = Set(entries.keys)
    let known = paths.filter { others.remove($0) != nil }
    return (known + others.sorted()).sorted()
  }

  /// Reads a manifest; `nil` where it is none, or one of a version that is not known here.
  ///
  /// Of a damaged one, the lines that can be understood are kept: nothing is ever removed unless
  /// its bytes match too, and a path can't lead outside the folder.
  init?(text: [UInt8]) {
    guard text.starts(with: Self.header) else { return nil }
    self.init()
    var ending: Int?
    var start = Self.header.count
    while start < text.count {
      let lineEnd = text[start...].firstIndex(of: .newline) ?? text.count
      if text[start..<lineEnd].starts(with: Self.end) {
        ending = start
      } else if text[start..<lineEnd].starts(with: Self.picture) {
        read(picture: text[(start + Self.picture.count)..<lineEnd])
      } else {
        read(line: text[start..<lineEnd])
      }
      start = lineEnd + 1
    }
    if !Self.isComplete(text, endingAt: ending) { isDamaged = true }
    seal = Fingerprint(text)
  }

  private mutating func read(line: ArraySlice<UInt8>) {
    guard let first = line.firstIndex(of: .space),
      let second = line[(first + 1)...].firstIndex(of: .space),
      let fingerprint = Fingerprint(hexadecimal: line[..<first]),
      let size = Int(Substring(decoding: line[(first + 1)..<second], as: UTF8.self)), size >= 0,
      let path = try? RelativePath(bytes: line[(second + 1)...]), !OutputFolder.isReserved(path)
    else {
      isDamaged = true
      return
    }
    add(FilePrint(fingerprint: fingerprint, size: size), to: path)
    if paths.last != path { paths.append(path) }
  }

  private mutating func read(picture line: ArraySlice<UInt8>) {
    guard let space = line.firstIndex(of: .space), let size = PixelSize(line[..<space]),
      let path = try? RelativePath(bytes: line[(space + 1)...])
    else {
      isDamaged = true
      return
    }
    add(size, to: path)
  }

  private static func isComplete(_ text: [UInt8], endingAt ending: Int?) -> Bool {
    guard let ending else { return false }
    let digits = text[(ending + end.count)...].dropLast()
    return Fingerprint(hexadecimal: digits) == Fingerprint(Array(text[..<ending]))
  }
}

extension PixelSize {
  /// Reads `800x600`.
  fileprivate init?(_ text: ArraySlice<UInt8>) {
    let sides = text.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], width > 0, height > 0
    else { return nil }
    self.init(width: width, height: height)
  }
}
