extension Recipe {
  /// Codeberg's Woodpecker; its pages are the branch `pages`.
  var woodpecker: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host codeberg
    # For a build every day, add a cron job in the settings of the repository at Woodpecker.
    \(tool.noteInImage)when:
      - event: pull_request
      - event: [push, cron, manual]
        branch: main

    steps:
      - name: check
        image: \(tool.image)
        commands:
    \(Self.listed(tool.fetchingInImage, by: 6))
          - \(ToolSource.commandInImage) check
        when:
          - event: pull_request

      - name: publish
        image: \(tool.image)
        environment:
          PAGES_TOKEN:
            from_secret: pages_token
        commands:
    \(Self.listed(tool.fetchingInImage, by: 6))
          - git remote add site "https://$${CI_REPO_OWNER}:$${PAGES_TOKEN}@codeberg.org/$${CI_REPO}.git"
          - \(ToolSource.commandInImage) publish --remote site
        when:
          - event: [push, cron, manual]
            branch: main

    """
  }

  /// A form, which Woodpecker does not have: it is run by Forgejo's own Actions.
  func forgejo(_ form: Form) -> String {
    """
    # A form for the browser: Actions, "\(form.title)", Run workflow. It opens a pull request.
    # Written by: handbook new ci --host codeberg
    \(tool.noteInImage)name: \(form.title)

    on:
      workflow_dispatch:
        inputs:
    \(Self.indented(form.inputs, by: 6))

    jobs:
      form:
        if: github.ref == 'refs/heads/main'
        # A runner of Codeberg's (codeberg.org/actions/meta lists them), or of your own.
        runs-on: \(runner)
        container:
          image: \(tool.image)
        defaults:
          run:
            shell: bash
        steps:
          - name: Get handbook
            run: |
    \(Self.indented(tool.fetchingInImage, by: 10))
              echo /opt/handbook/bin >> "$GITHUB_PATH"
          - name: Get the source
            env:
              TOKEN: ${{ github.token }}
            run: |
              git config --global --add safe.directory "$GITHUB_WORKSPACE"
    \(Self.indented(Self.fetching(depth: 1), by: 10))
          - name: Fill in
            env:
    \(Self.indented(form.environment, by: 10))
            run: |
    \(Self.indented(form.filling, by: 10))
          - name: Propose
            env:
              TOKEN: ${{ github.token }}
            run: |
    \(Self.indented(Self.proposingToForgejo(form), by: 10))

    """
  }

  /// Building from source wants more than the smallest machine.
  private var runner: String {
    switch tool.origin {
    case .repository: "codeberg-medium"
    case .archive: "codeberg-small"
    }
  }

  /// All that stands in the request is ours; the token is on no command line.
  private static func proposingToForgejo(_ form: Form) -> String {
    """
    branch="handbook/\(form.id)-$GITHUB_RUN_ID-${GITHUB_RUN_ATTEMPT:-1}"
    \(Form.committing(subject: "'\(form.title)'"))
    git push --quiet origin "HEAD:refs/heads/$branch"
    printf 'header = "Authorization: token %s"\\n' "$TOKEN" | curl --config - \\
      --fail --silent --show-error --output /dev/null --header 'Content-Type: application/json' \\
      --data '{"base": "main", "head": "'"$branch"'", "title": "\(form.title)", "body": "\(Form.advice)"}' \\
      "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls"
    """
  }
}
