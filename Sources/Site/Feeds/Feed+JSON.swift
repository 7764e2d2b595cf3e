import Community
import Diagnostics
import Text

extension Feed {
  /// The feed as JSON Feed 1.1 has it.
  var json: [UInt8] {
    let feed = JSON.object([
      "version": .text("https://jsonfeed.org/version/1.1"),
      "title": .text(title),
      "description": subtitle.map(JSON.text),
      "home_page_url": .text(home),
      "feed_url": .text(address),
      "language": .text(language),
      "authors": .list([.object(["name": .text(community), "url": .text(home)])]),
      "items": .list(entries.map(\.json)),
    ])
    return feed.bytes + "\n".utf8
  }
}

extension Feed.Entry {
  fileprivate var json: JSON {
    .object([
      "id": .text(id),
      "url": .text(address),
      "title": .text(title),
      "content_html": .text(String(decoding: html, as: UTF8.self)),
      "summary": summary.map(JSON.text),
      "date_published": .text(published),
      "date_modified": .text(updated),
      "authors": .values(
        people.map { person in
          .object(["name": .text(person.name), "url": person.address.map(JSON.text)])
        }),
      "tags": .texts(tags.map(\.label)),
      "language": .text(language),
    ])
  }
}
