import Community
import Files
import Markup

/// What calendars and feeds know something of the community by.
///
/// A program that has seen it once takes it for something new when its id changes. So none depends
/// on where the site is published or what an entry's file is called now: it comes from the
/// community's `id` and the first id that the entry had.
enum PermanentID {
  /// A UUID of version 8 (RFC 9562 §5.8), made from a fingerprint of what is named.
  static func uuid(_ community: Configuration, _ name: String) -> String {
    var builder = FingerprintBuilder()
    for part in [community.permanentName, name] {
      builder.append(part.utf8.count)
      builder.append(part)
    }
    let digest = builder.fingerprint
    let high = digest.high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    let low = digest.low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array(Fingerprint(high: high, low: low).description)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }

  /// The `UID` of a meeting: its own `uid` as written, else one of ours.
  static func calendar(_ entry: PublishedEntry, _ community: Configuration) -> String {
    entry.common.uid?.value ?? uuid(community, entry.firstName)
  }

  /// The id of an entry in feeds, which must be an IRI: its own `uid` where that is one.
  static func feed(_ entry: PublishedEntry, _ community: Configuration) -> String {
    guard let uid = entry.common.uid?.value else { return urn(community, entry.firstName) }
    return uid.isIRI ? uid : urn(community, uid)
  }

  static func urn(_ community: Configuration, _ name: String) -> String {
    "urn:uuid:" + uuid(community, name)
  }
}

extension PublishedEntry {
  /// The first id that the entry had, with its kind: aliases are old ids, the oldest first.
  var firstName: String {
    EntryID(kind, common.aliases.first?.value ?? id.name).description
  }
}

extension Configuration {
  fileprivate var permanentName: String { id ?? Slug.of(name) ?? name }
}

extension String {
  /// Whether this is an absolute address that holds nothing strange.
  fileprivate var isIRI: Bool {
    ["tag:", "urn:", "https://", "http://"].contains { hasPrefix($0) }
      && utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
  }
}
