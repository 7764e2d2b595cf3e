import Files

/// The file, beside the site's content, that keeps which links were alive and when: no server is
/// asked again within a week.
package struct LinkMemory: Sendable {
  private let site: String

  /// For the site in this folder.
  package init(of site: String) {
    self.site = site
  }

  private static let path: StaticString = ".handbook/links"

  func read() -> KnownLinks {
    guard let tree = try? LocalFileTree(site),
      let bytes = try? tree.bytes(of: RelativePath(fixed: Self.path), atMost: 1 << 24)
    else { return KnownLinks() }
    return KnownLinks(text: bytes)
  }

  func write(_ links: KnownLinks) throws(LinkTrouble) {
    do throws(FileTrouble) {
      try SiteFolder(site).write(links.text, at: "\(Self.path)", makingFolders: true)
    } catch {
      throw .memory(error.message)
    }
  }
}

/// Addresses that were alive, each with the day, counted from 1970, on which it was.
struct KnownLinks: Hashable, Sendable {
  private var days: [String: Int] = [:]

  private static let header = "handbook links 1"
  private static let daysKept = 7

  init() {}

  init(text: [UInt8]) {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.header[...] else { return }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let day = Int(parts[0]) { days[String(parts[1])] = day }
    }
  }

  var text: [UInt8] {
    let lines = days.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
    return Array("\(Self.header)\n\(lines.joined())".utf8)
  }

  func isFresh(_ address: String, on day: Int) -> Bool {
    days[address].map { (0..<Self.daysKept).contains(day - $0) } ?? false
  }

  mutating func note(_ address: String, isAlive: Bool, on day: Int) {
    days[address] = isAlive ? day : nil
  }
}
