import Community

extension PageContext {
  /// Where the source of an entry can be changed by anybody with an account at the git host.
  ///
  /// Only where everybody can read the repository: else it leads most readers to a closed door, and
  /// tells where that is.
  func suggestion(for entry: PublishedEntry) -> LinkView? {
    hostedSource.map { LinkView(title: words("suggest"), address: $0.editing(entry.source)) }
  }

  /// The ways to add to the list of a kind: in the git host's editor, and by the community's form.
  func contributions(to kind: EntryKind) -> [NavigationLinkView] {
    guard let beginning = kind.presentation.beginning else { return [] }
    let editor = hostedSource.map { source in
      NavigationLinkView(
        title: words("share_\(kind.rawValue)"),
        address: source.writing(
          "name-of-it.md", in: "content/\(kind.folder)", beginning: beginning))
    }
    let form = handbook.configuration.share.map {
      NavigationLinkView(
        title: words(editor == nil ? "share_\(kind.rawValue)" : "share_form"), address: $0)
    }
    return [editor, form].compactMap(\.self)
  }

  private var hostedSource: HostedSource? {
    let configuration = handbook.configuration
    guard configuration.source == .everyone else { return nil }
    return configuration.repository.flatMap(HostedSource.init)
  }
}
