extension Recipe {
  /// Plain steps without actions of anybody's, so that there is nothing to pin but the image; no
  /// cache, since a proposed change could have written it.
  var github: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host github
    \(tool.note)name: Handbook

    on:
      pull_request:
      push:
        branches: [main]
      schedule:
        # Every day, so that the next meeting stays the next.
        - cron: "17 4 * * *"
      workflow_dispatch:

    permissions:
      contents: read

    defaults:
      run:
        shell: bash

    jobs:
      check:
        if: github.event_name == 'pull_request'
        runs-on: ubuntu-24.04
        timeout-minutes: 60
        steps:
    \(gettingReady(depth: 2))
          - name: Check
            run: handbook check --format github
          - name: Tell what changes on the site
            run: handbook diff --from HEAD^1 >> "$GITHUB_STEP_SUMMARY"

      publish:
        if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
        runs-on: ubuntu-24.04
        timeout-minutes: 60
        permissions:
          contents: \(target == nil ? "write" : "read")
        concurrency: publish
        steps:
    \(gettingReady(depth: 1))
    \(publishing)

    """
  }

  /// A form: it may push a branch and open a pull request, and nothing else.
  func gitHub(_ form: Form) -> String {
    """
    # A form for the browser: Actions, "\(form.title)", Run workflow. It opens a pull request.
    # Written by: handbook new ci --host github
    \(tool.note)name: \(form.title)

    on:
      workflow_dispatch:
        inputs:
    \(Self.indented(form.inputs, by: 6))

    permissions: {}

    defaults:
      run:
        shell: bash

    jobs:
      form:
        if: github.ref == 'refs/heads/main'
        runs-on: ubuntu-24.04
        timeout-minutes: 60
        permissions:
          contents: write
          pull-requests: write
        steps:
    \(gettingReady(depth: 1))
          - name: Fill in
            env:
    \(Self.indented(form.environment, by: 10))
            run: |
    \(Self.indented(form.filling + Self.tellingFirst, by: 10))
          - name: Propose
            env:
              GH_TOKEN: ${{ github.token }}
              GH_REPO: ${{ github.repository }}
            run: |
    \(Self.indented(Self.proposing(form), by: 10))

    """
  }

  /// What is said also stands where the run begins, since a log is hard to find.
  private static let tellingFirst = #" | tee -a "$GITHUB_STEP_SUMMARY""#

  private static func proposing(_ form: Form) -> String {
    """
    branch="handbook/\(form.id)-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT"
    \(Form.committing(subject: "'\(form.title)'"))
    git push --quiet origin "HEAD:refs/heads/$branch"
    gh pr create --base main --head "$branch" --title '\(form.title)' --body "\(Form.advice)

    What the check says of it: $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
    """
  }

  /// The steps that every job begins with.
  private func gettingReady(depth: Int) -> String {
    """
          - name: Get handbook
            run: |
    \(Self.indented(tool.fetching(into: "$RUNNER_TEMP"), by: 10))
              echo "$RUNNER_TEMP/handbook/bin" >> "$GITHUB_PATH"
          - name: Get the source
            env:
              TOKEN: ${{ github.token }}
            run: |
    \(Self.indented(Self.fetching(depth: depth), by: 10))
    """
  }

  /// The token goes where git looks for it, and into no address.
  static func fetching(depth: Int) -> String {
    """
    git init --quiet
    git remote add origin "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
    git config "http.$GITHUB_SERVER_URL/.extraheader" "AUTHORIZATION: basic $(printf 'x-access-token:%s' "$TOKEN" | base64 -w0)"
    git fetch --quiet --depth=\(depth) origin "$GITHUB_SHA"
    git checkout --quiet FETCH_HEAD
    """
  }

  private var publishing: String {
    guard let target else {
      return """
              - name: Publish
                run: handbook publish
        """
    }
    let script = """
      printf '%s\\n' "$SITE_KEY" > "$RUNNER_TEMP/key"
      chmod 600 "$RUNNER_TEMP/key"
      echo 'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl' > "$RUNNER_TEMP/hosts"
      git config core.sshCommand "ssh -i '$RUNNER_TEMP/key' -o IdentitiesOnly=yes -o UserKnownHostsFile='$RUNNER_TEMP/hosts'"
      git remote add site \(target)
      handbook publish --remote site
      """
    return """
            - name: Publish
              env:
                SITE_KEY: ${{ secrets.SITE_KEY }}
              run: |
      \(Self.indented(script, by: 10))
      """
  }
}
