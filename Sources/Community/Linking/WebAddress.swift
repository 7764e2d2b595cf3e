/// An address of another site that lacks its `https://`, and so is taken for a path.
struct WebAddress {
  let written: String

  /// Reads a path that leads to no file: `www.example.org`, or a host by one of the endings that
  /// no file has.
  init?(withoutScheme path: String) {
    let host = path.prefix { !"/?#:".contains($0) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy(Self.isLabel), let last = labels.last else {
      return nil
    }
    let isWeb = labels[0].lowercased() == "www" && labels.count > 2
    guard isWeb || endings.contains(last.lowercased()) else { return nil }
    written = path
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty
      && label.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      }
  }
}

/// Endings of hosts that are no ending of a file.
private let endings: Set = [
  "org", "com", "net", "edu", "gov", "eu", "uk", "de", "es", "fr", "wales", "cymru", "ie", "nl",
  "ca", "au", "nz", "us", "info", "school",
]
