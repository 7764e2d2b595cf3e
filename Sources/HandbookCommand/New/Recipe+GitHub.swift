extension Recipe {
  /// Plain steps without actions of anybody's, so that there is nothing to pin but the image; no
  /// cache, since a proposed change could have written it.
  var github: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host github
    name: Handbook

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

    jobs:
      check:
        if: github.event_name == 'pull_request'
        runs-on: ubuntu-24.04
        container: \(Self.image)
        timeout-minutes: 60
        steps:
          - name: Get handbook
            run: |
    \(Self.indented(buildingTool, by: 10))
          - name: Get the source
            env:
              TOKEN: ${{ github.token }}
            run: |
    \(Self.indented(fetching(depth: 2), by: 10))
          - name: Check
            run: \(Self.command) check --format github
          - name: Tell what changes on the site
            run: \(Self.command) diff --from HEAD^1 >> "$GITHUB_STEP_SUMMARY"

      publish:
        if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
        runs-on: ubuntu-24.04
        container: \(Self.image)
        timeout-minutes: 60
        permissions:
          contents: \(target == nil ? "write" : "read")
        concurrency: publish
        steps:
          - name: Get handbook
            run: |
    \(Self.indented(buildingTool, by: 10))
          - name: Get the source
            env:
              TOKEN: ${{ github.token }}
            run: |
    \(Self.indented(fetching(depth: 1), by: 10))
    \(publishing)

    """
  }

  /// The token goes where git looks for it, and into no address.
  private func fetching(depth: Int) -> String {
    """
    git config --global --add safe.directory "$GITHUB_WORKSPACE"
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
                run: \(Self.command) publish
        """
    }
    let script = """
      printf '%s\\n' "$SITE_KEY" > "$RUNNER_TEMP/key"
      chmod 600 "$RUNNER_TEMP/key"
      echo 'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl' > "$RUNNER_TEMP/hosts"
      git config core.sshCommand "ssh -i '$RUNNER_TEMP/key' -o IdentitiesOnly=yes -o UserKnownHostsFile='$RUNNER_TEMP/hosts'"
      git remote add site \(target)
      \(Self.command) publish --remote site
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
