extension Disclosure {
  /// The files, by position, that would be published if nothing in them stands against it: what
  /// somebody's page shows or leads to, and what nobody's does.
  ///
  /// Nobody need look into the others.
  package func filesToPublish(
    _ library: Library, _ links: LinkGraph, _ attachments: [Attachments]
  ) -> Set<Int> {
    let isShown = library.entries.map(shows)
    var used = library.assetsOfSite(links)
    for (position, isShown) in isShown.enumerated() where isShown {
      used.formUnion(attachments[position].all)
      used.formUnion(links.bodies[position].assets)
    }
    let unshown = library.assetsNamed(links, attachments).subtracting(used)
    return Set(library.assets.indices)
      .subtracting(Projection.withheldAssets(library, attachments, isShown: isShown))
      .subtracting(unshown)
  }
}
