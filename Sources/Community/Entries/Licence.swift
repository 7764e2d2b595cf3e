/// Under what terms a resource may be used.
package enum Licence: Hashable, Sendable {
  /// A Creative Commons licence or dedication, by its id: `cc-by-sa-4.0`.
  case creativeCommons(CreativeCommons)
  /// The Open Government Licence v3.0.
  case openGovernment
  case allRightsReserved
  /// Another, at its address.
  case other(address: String)
  case unknown
}

extension Licence {
  /// One of the Creative Commons legal tools.
  package struct CreativeCommons: Hashable, Sendable {
    /// What must be observed, in the usual order: `by`, `nc`, `nd`, `sa`; empty for CC0.
    package let elements: [String]
    package let version: String

    /// `CC BY-SA 4.0`.
    package var name: String {
      elements.isEmpty
        ? "CC0 \(version)" : "CC \(elements.joined(separator: "-").uppercased()) \(version)"
    }

    /// The address of the deed.
    package var address: String {
      elements.isEmpty
        ? "https://creativecommons.org/publicdomain/zero/\(version)/"
        : "https://creativecommons.org/licenses/\(elements.joined(separator: "-"))/\(version)/"
    }
  }

  /// Reads a licence in any usual spelling: `CC BY-SA 4.0`, `cc-by-sa`, `CC-BY-NC-4.0`, `CC0`,
  /// `ogl-3`, `all rights reserved`.
  ///
  /// `other` needs an address and is read by the caller.
  package init?(_ written: String) {
    let words = written.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(
      String.init)
    switch words.joined(separator: "-") {
    case "unknown": self = .unknown
    case "all-rights-reserved", "copyright", "arr": self = .allRightsReserved
    case "ogl", "ogl-3", "ogl-3.0", "ogl-v3", "ogl-v3.0", "ogl-uk-3.0": self = .openGovernment
    default:
      guard let licence = CreativeCommons(words: words) else { return nil }
      self = .creativeCommons(licence)
    }
  }

  /// What a reader sees, where it does not depend on the language.
  package var name: String? {
    switch self {
    case .creativeCommons(let licence): licence.name
    case .openGovernment: "Open Government Licence v3.0"
    case .allRightsReserved, .other, .unknown: nil
    }
  }

  package var address: String? {
    switch self {
    case .creativeCommons(let licence): licence.address
    case .openGovernment:
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    case .other(let address): address
    case .allRightsReserved, .unknown: nil
    }
  }
}

extension Licence {
  /// The address that an author wrote, and not we.
  package var givenAddress: String? {
    if case .other(let address) = self { address } else { nil }
  }
}

extension Licence.CreativeCommons {
  /// `["cc", "by", "sa", "4.0"]`, `["cc0"]`, `["ccby", "4"]`.
  fileprivate init?(words: [String]) {
    var words = words
    if words.first == "cc" {
      words.removeFirst()
    } else if let first = words.first, first.hasPrefix("cc") {
      words[0] = String(first.dropFirst(2))
    } else if words.first != "by" {
      return nil
    }
    if let first = words.first, first == "0" || first == "zero" {
      guard words.dropFirst().allSatisfy({ $0 == "1.0" || $0 == "1" || $0 == "universal" }) else {
        return nil
      }
      self.init(elements: [], version: "1.0")
      return
    }
    var version = "4.0"
    if let last = words.last, let known = versions[last] {
      version = known
      words.removeLast()
    }
    if ["int", "international"].contains(words.last) { words.removeLast() }
    guard combinations.contains(words) else { return nil }
    self.init(elements: words, version: version)
  }
}

private let versions = [
  "4.0": "4.0", "4": "4.0", "3.0": "3.0", "3": "3.0", "2.5": "2.5", "2.0": "2.0", "1.0": "1.0",
]

private let combinations: Set<[String]> = [
  ["by"], ["by", "sa"], ["by", "nd"], ["by", "nc"], ["by", "nc", "sa"], ["by", "nc", "nd"],
]
