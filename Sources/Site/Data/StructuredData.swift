import Community
import Diagnostics
import Markup
import Templates
import Text

extension PageContext {
  /// What a page is about, for machines: one graph of schema.org in JSON-LD.
  ///
  /// Its addresses are whole, so a site without a `base_url` has none. Only search engines read it,
  /// so a page that they are asked to leave out has none either.
  func structuredData(_ page: PageView, about thing: JSON?) -> HTML? {
    guard let base = handbook.configuration.baseURL, let address = page.canonical, !page.isHidden
    else { return nil }
    var graph = [website(base, isWhole: page.isHome), community(base, isWhole: page.isHome)]
    if !page.isHome { graph += [thing ?? webPage(page, address), trail(page, base, address)] }
    let data = JSON.object([
      "@context": .text("https://schema.org"), "@graph": .list(graph),
    ])
    return HTML(bytes: data.bytes)
  }

  /// The site: everything about it on the home page, its name on the others.
  private func website(_ base: String, isWhole: Bool) -> JSON {
    let configuration = handbook.configuration
    return .object([
      "@type": .text("WebSite"), "@id": .text(base + "#site"), "url": .text(base),
      "name": .text(configuration.name),
      "description": isWhole ? configuration.tagline.map(JSON.text) : nil,
      "inLanguage": .text(words.language), "publisher": communityReference,
      "license": isWhole ? (configuration.licence?.address).map(JSON.text) : nil,
    ])
  }

  private func community(_ base: String, isWhole: Bool) -> JSON {
    let logo = facts.logo.flatMap(plan.addresses.asset)
    return .object([
      "@type": .text("Organization"), "@id": .text(base + "#community"), "url": .text(base),
      "name": .text(handbook.configuration.name),
      "description": isWhole ? handbook.configuration.purpose.map(JSON.text) : nil,
      "logo": isWhole ? logo.map { .text(base + $0) } : nil,
    ])
  }

  private func webPage(_ page: PageView, _ address: String) -> JSON {
    .object([
      "@type": .text("WebPage"), "@id": .text(address), "url": .text(address),
      "name": .text(page.title), "description": page.description.map(JSON.text),
      "inLanguage": .text(words.language), "isPartOf": siteReference,
    ])
  }

  /// The pages above, from the home page down to this one.
  private func trail(_ page: PageView, _ base: String, _ address: String) -> JSON {
    let above = page.breadcrumbs.map { link in
      (link.title, link.address.map { base + $0.dropFirst(prefix.utf8.count) })
    }
    let steps = (above + [(page.title, address)]).enumerated().map { position, step in
      JSON.object([
        "@type": .text("ListItem"), "position": .number(position + 1), "name": .text(step.0),
        "item": step.1.map { .text($0 == base + Addresses.home ? base : $0) },
      ])
    }
    return .object(["@type": .text("BreadcrumbList"), "itemListElement": .list(steps)])
  }

  var communityReference: JSON? { reference("#community") }
  var siteReference: JSON? { reference("#site") }

  private func reference(_ fragment: String) -> JSON? {
    handbook.configuration.baseURL.map { .object(["@id": .text($0 + fragment)]) }
  }
}

extension PageContext {
  /// How a page looks where somebody shares its address (ogp.me).
  func sharing(_ page: PageView, _ entry: PublishedEntry?) -> SharingView? {
    guard let base = handbook.configuration.baseURL else { return nil }
    let isArticle = entry?.kind.presentation.isArticle ?? false
    var elsewhere = self
    elsewhere.prefix = base
    return SharingView(
      type: isArticle ? "article" : "website",
      image: elsewhere.imageForElsewhere(
        entry.flatMap(sharedImage) ?? sharedPictureOfSite(isHome: page.isHome) ?? sharedLogo))
  }

  /// The entry's own picture, or else the first one in its text.
  ///
  /// A portrait is not taken: to agree to a photo on one's page is not to agree to one beside every
  /// link to it.
  private func sharedImage(_ entry: PublishedEntry) -> PublishedImage? {
    entry.image
      ?? entry.pictures.lazy.compactMap(\.self).first {
        isShownBesideLinks($0.asset)
      }
  }

  /// The picture of the home page.
  ///
  /// Beside links to other pages it does not stand where it shows a member: who agreed to be seen
  /// on the home page did not agree to be seen with everything that is said here.
  private func sharedPictureOfSite(isHome: Bool) -> PublishedImage? {
    guard let start = plan.overview.start, let image = start.image,
      isShownBesideLinks(image.asset), isHome || start.common.imageShows.isEmpty
    else { return nil }
    return image
  }

  private var sharedLogo: PublishedImage? {
    guard let logo = facts.logo, isShownBesideLinks(logo) else { return nil }
    return PublishedImage(asset: logo, alternative: handbook.configuration.name, title: nil)
  }

  /// Whether other sites show a picture beside a link: they want 200 pixels each way, and no drawing.
  private func isShownBesideLinks(_ asset: Int) -> Bool {
    guard let size = facts.pictureSizes[asset], let path = plan.addresses.file(asset) else {
      return false
    }
    return size.width >= 200 && size.height >= 200 && !path.lowercased().hasSuffix(".svg")
  }
}
