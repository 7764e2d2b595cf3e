extension Recipe {
  /// GitLab takes its pages from the folder `public` of a job, not from a branch.
  var gitlab: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host gitlab
    # For a build every day, add a schedule: Build, Pipeline schedules.
    default:
      image: \(Self.image)
      before_script:
    \(Self.listed(buildingTool, by: 4))

    check:
      stage: test
      script:
        - \(Self.command) check
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"

    pages:
      stage: deploy
      script:
        - \(Self.command) build --output public --base-url "$CI_PAGES_URL/"
      artifacts:
        paths:
          - public
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    """
  }

  /// Codeberg's Woodpecker; its pages are the branch `pages`.
  var codeberg: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host codeberg
    # For a build every day, add a cron job in the settings of the repository at Woodpecker.
    when:
      - event: pull_request
      - event: [push, cron, manual]
        branch: main

    steps:
      - name: check
        image: \(Self.image)
        commands:
    \(Self.listed(buildingTool, by: 6))
          - \(Self.command) check
        when:
          - event: pull_request

      - name: publish
        image: \(Self.image)
        environment:
          PAGES_TOKEN:
            from_secret: pages_token
        commands:
    \(Self.listed(buildingTool, by: 6))
          - git remote add site "https://$${CI_REPO_OWNER}:$${PAGES_TOKEN}@codeberg.org/$${CI_REPO}.git"
          - \(Self.command) publish --remote site
        when:
          - event: [push, cron, manual]
            branch: main

    """
  }
}
