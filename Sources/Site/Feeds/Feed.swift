import Community

/// What a feed says, before it takes one form or the other.
///
/// Every address in it is whole.
struct Feed {
  let id: String
  let title: String
  let subtitle: String?
  let language: String
  let home: String
  let address: String
  /// When the newest entry was last changed, as RFC 3339 writes it.
  let updated: String
  let community: String
  let entries: [Entry]

  /// One entry, with the whole of its text.
  struct Entry {
    let id: String
    let title: String
    let address: String
    let language: String
    let published: String
    let updated: String
    let people: [PersonView]
    let tags: [Tag]
    let summary: String?
    let html: [UInt8]
  }
}
