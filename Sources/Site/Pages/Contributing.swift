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
    guard let invitation = kind.presentation.invitation, !handbook.isClosed else { return [] }
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

  /// Links by which readers answer a question: the git host's editor, else the community's form,
  /// else a mailbox or another way to write to it.
  func waysToAnswer(_ question: PublishedEntry) -> [LinkView] {
    let editor = hostedSource.map { source in
      source.writing(
        "answer-to-\(question.id.name).md", in: "content/\(EntryKind.post.folder)",
        beginning: "---\ntitle: \ndate: \nauthors: \nreplies_to: \(question.id.name)\n---\n\n")
    }
    let configuration = handbook.configuration
    if handbook.isClosed { return [] }
    let address = editor ?? configuration.share ?? configuration.contacts.first.map(contactAddress)
    return [address].compactMap(\.self).map { LinkView(title: words(.answerThis), address: $0) }
  }

  /// The repository where anybody can propose something; none where nobody would answer any more.
  private var hostedSource: HostedSource? {
    let configuration = handbook.configuration
    guard configuration.source == .everyone, !handbook.isClosed else { return nil }
    return configuration.repository.flatMap(HostedSource.init)
  }
}
