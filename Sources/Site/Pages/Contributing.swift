import Community

extension PageContext {
  /// Where the source of an entry can be changed by anybody with an account at the git host.
  ///
  /// `nil` where not everybody can read the repository: its address is then nobody else's business.
  func suggestion(for entry: PublishedEntry) -> LinkView? {
    hostedSource.map { LinkView(title: words(.suggest), address: $0.editing(entry.source)) }
  }

  /// Links by which readers add an entry of a kind: the git host's editor and the community's form.
  func contributions(to kind: EntryKind) -> [NavigationLinkView] {
    guard let invitation = kind.presentation.invitation else { return [] }
    let editor = hostedSource.map { source in
      NavigationLinkView(
        title: words(invitation.title),
        address: source.writing(
          "name-of-it.md", in: "content/\(kind.folder)", beginning: invitation.beginning))
    }
    let form = handbook.configuration.share.map {
      NavigationLinkView(
        title: words(editor == nil ? invitation.title : .shareForm), address: $0)
    }
    return [editor, form].compactMap(\.self)
  }

  private var hostedSource: HostedSource? {
    let configuration = handbook.configuration
    guard configuration.source == .everyone else { return nil }
    return configuration.repository.flatMap(HostedSource.init)
  }
}
