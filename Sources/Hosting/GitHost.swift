/// A git host whose ways are known: where a file is edited in the browser, where pages are served,
/// and which recipe `handbook new ci` writes.
///
/// To add one, add a case and its declaration here. The compiler then asks for its recipe, in
/// `HandbookCommand/New/Recipes`.
package enum GitHost: String, Hashable, Sendable, CaseIterable {
  case gitHub = "github"
  case gitLab = "gitlab"
  case codeberg
}

extension GitHost {
  /// All that is known of the host.
  fileprivate var facts: HostFacts {
    switch self {
    case .gitHub: .gitHub
    case .gitLab: .gitLab
    case .codeberg: .codeberg
    }
  }
}

extension HostFacts {
  fileprivate static let gitHub = HostFacts(
    title: "GitHub", domain: "github.com", namesElsewhere: ["github."],
    branchMark: "/tree/", editor: "/edit/",
    newFile: NewFileForm(path: "/new/", name: "filename", text: "value"),
    pagesDomain: "github.io", pagesBranch: "gh-pages",
    pagesStep: "then at GitHub, in the repository: Settings, Pages, Branch gh-pages and / (root)",
    ownSite: .namedAsItsDomain)

  fileprivate static let gitLab = HostFacts(
    title: "GitLab", domain: "gitlab.com", namesElsewhere: ["gitlab."],
    branchMark: "/-/tree/", editor: "/-/edit/",
    newFile: NewFileForm(path: "/-/new/", name: "file_name", text: nil),
    pagesDomain: "gitlab.io", pagesBranch: "gh-pages",
    pagesStep: "GitLab serves pages from a job: handbook new ci --host gitlab --tool ADDRESS",
    ownSite: .namedAsItsDomain)

  fileprivate static let codeberg = HostFacts(
    title: "Codeberg", domain: "codeberg.org", namesElsewhere: ["forgejo.", "gitea."],
    branchMark: "/src/branch/", editor: "/_edit/",
    newFile: NewFileForm(path: "/_new/", name: "filename", text: "value"),
    pagesDomain: "codeberg.page", pagesBranch: "pages", pagesStep: nil, ownSite: .named("pages"))
}

/// What is known of a git host.
private struct HostFacts: Sendable {
  /// Its name, as people write it.
  let title: String
  /// The host name of the service that is open to everybody.
  let domain: String
  /// What host names begin with where others run the same software.
  let namesElsewhere: [String]
  /// What stands between a repository and a branch in the address of that branch's page.
  let branchMark: String
  /// What stands between a repository and a file in the address of the file's editor.
  let editor: String
  let newFile: NewFileForm
  /// The domain below which it serves pages.
  let pagesDomain: String
  /// The branch that it serves, or that people serve there by custom.
  let pagesBranch: String
  /// What is left to do at the host once that branch is there.
  let pagesStep: String?
  let ownSite: OwnSite
}

/// The form in which the host's editor begins a new file.
private struct NewFileForm: Sendable {
  /// What stands between a repository and a folder.
  let path: String
  /// The query's key for the name of the file.
  let name: String
  /// The query's key for its text; `nil` where the host fills in the name alone.
  let text: String?
}

/// How the repository is called whose pages are served at the top of its owner's domain.
private enum OwnSite: Sendable {
  /// As that domain: `owner.github.io`.
  case namedAsItsDomain
  case named(String)
}

// MARK: - Finding a host

extension GitHost {
  /// The host at an address of the web; also where others run its software.
  package init?(runningAt host: some StringProtocol) {
    let found = GitHost.allCases.first { candidate in
      host == candidate.facts.domain
        || candidate.facts.namesElsewhere.contains { host.hasPrefix($0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// The host that serves pages of the repositories at a host name, in lower case.
  package init?(servingPagesOf host: String) {
    let name = host.hasPrefix("ssh.") ? String(host.dropFirst(4)) : host
    guard let found = GitHost.allCases.first(where: { $0.facts.domain == name }) else { return nil }
    self = found
  }
}

// MARK: - Addresses

extension GitHost {
  /// Its name, as people write it.
  package var title: String { facts.title }

  /// The branch of a repository that names none.
  package static let defaultBranch = "main"

  /// What stands between a repository and a branch in the address of that branch's page.
  package var branchMark: String { facts.branchMark }

  /// Where a file can be changed.
  ///
  /// `place` is the branch and the path, percent-encoded.
  package func editing(_ place: String, of repository: String) -> String {
    repository + facts.editor + place
  }

  /// Where a new file can be written, its name and its text filled in as far as the host does that.
  ///
  /// `folder` is the branch and the path of the folder. All three are percent-encoded.
  package func writing(
    _ name: String, text: String, in folder: String, of repository: String
  ) -> String {
    let form = facts.newFile
    let address = "\(repository)\(form.path)\(folder)?\(form.name)=\(name)"
    return form.text.map { "\(address)&\($0)=\(text)" } ?? address
  }
}

// MARK: - Pages

extension GitHost {
  /// The branch on which most hosts serve pages.
  package static let usualPagesBranch = "gh-pages"

  /// The branch that it serves where nobody has chosen another.
  package var pagesBranch: String { facts.pagesBranch }

  /// Where it serves the pages of a repository, ending in `/`.
  ///
  /// `owner` is in lower case; `path` are the parts behind it.
  package func pagesAddress(owner: String, path: [String]) -> String {
    let top = "https://\(owner).\(facts.pagesDomain)/"
    if path.count == 1, isOwnSite(path[0], of: owner) { return top }
    return top + path.joined(separator: "/") + "/"
  }

  /// What is left to do at the host once a branch holds the site; `nil` where it is served as it is.
  package var pagesStep: String? { facts.pagesStep }

  /// The host name of the service that is open to everybody.
  package var domain: String { facts.domain }

  private func isOwnSite(_ repository: String, of owner: String) -> Bool {
    switch facts.ownSite {
    case .namedAsItsDomain: repository.lowercased() == "\(owner).\(facts.pagesDomain)"
    case .named(let name): repository.lowercased() == name
    }
  }
}

// MARK: - Words

extension GitHost {
  /// The names by which a command takes them: `github, gitlab or codeberg`.
  package static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
  }

  /// The branches of pages: `gh-pages; on Codeberg pages`.
  package static var pagesBranches: String {
    let others = allCases.filter { $0.pagesBranch != usualPagesBranch }
    return ([usualPagesBranch] + others.map { "on \($0.title) \($0.pagesBranch)" })
      .joined(separator: "; ")
  }
}
