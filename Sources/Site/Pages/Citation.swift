import Community
import Markup

extension PageContext {
  /// How to name a resource in a list of sources, in the manner of the APA's style.
  ///
  /// Where no creator is named, the community stands for them.
  func citation(_ entry: PublishedEntry, _ resource: Resource) -> String {
    let community = handbook.configuration.name
    let creators = namedCreators(resource)
    let author = creators.isEmpty ? community : words.list(creators)
    let kind = words(resource.kind.word)
    let sentences = [
      entry.date.map { "\(author) (\($0.year))" } ?? author, "\(entry.title) [\(kind)]",
      creators.isEmpty ? nil : community, licence(resource.licence)?.title,
      canonical(path) ?? resource.address,
    ]
    return sentences.compactMap(\.self).joined(separator: ". ")
  }

  private func namedCreators(_ resource: Resource) -> [String] {
    resource.creators.compactMap { creator in
      if case .named(let name, _)? = handbook.person(creator.member) { return name }
      return creator.outsider
    }
  }
}
