package import Community
package import Diagnostics
import Markup

/// A link to another site, and the file that it stands in.
package struct OutsideLink: Hashable, Sendable {
  package let address: String
  /// The path of the file within the site.
  package let source: String

  package init(address: String, source: String) {
    self.address = address
    self.source = source
  }

  /// All of what readers may see, in the order of the files, each once a file.
  package static func all(of handbook: Handbook) -> [OutsideLink] {
    var seen: Set<OutsideLink> = []
    return handbook.entries.flatMap { entry in
      addresses(of: entry).filter(\.isWebAddress)
        .map { OutsideLink(address: $0, source: entry.source) }
    }.filter { seen.insert($0).inserted }
  }

  private static func addresses(of entry: PublishedEntry) -> [String] {
    let inText = entry.links.compactMap { link in
      if case .elsewhere(let address) = link { address } else { nil }
    }
    return (entry.fields.filled + entry.common.filled).addresses + inText
  }
}

extension String {
  fileprivate var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}

extension OutsideLink {
  /// What is wrong with a link, by what its server answered; `nil` where nothing is.
  package func problem(
    _ answer: LinkAnswer?, in source: (String) -> SourceText?
  ) -> Diagnostic? {
    switch answer {
    case .alive, nil: nil
    case .gone(let status): .deadLink(address, status, at: place(source))
    case .silent(let reason): .silentServer(address, reason, at: place(source))
    }
  }

  /// Where the address first stands in its file.
  private func place(_ source: (String) -> SourceText?) -> SourceLocation {
    guard let text = source(self.source) else { return SourceLocation(path: self.source) }
    for line in 1...max(1, text.lineStarts.count) {
      let place = text.location(line: line, of: address)
      if place.length == address.unicodeScalars.count, place.excerpt?.contains(address) == true {
        return place
      }
    }
    return SourceLocation(path: self.source)
  }
}

extension Diagnostic {
  fileprivate static func deadLink(
    _ address: String, _ status: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "dead-link", at: place,
      "'\(address.quotedInput)' leads to nothing: its server answers \(status)",
      hints: ["look for where it has gone, or take the link out"])
  }

  fileprivate static func silentServer(
    _ address: String, _ reason: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "silent-server", at: place,
      "'\(address.quotedInput)' could not be asked for: \(reason)",
      hints: ["open it yourself; if it works, the server may only be slow today"])
  }
}
