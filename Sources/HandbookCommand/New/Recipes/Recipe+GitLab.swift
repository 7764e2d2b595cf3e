extension Recipe {
  /// GitLab takes its pages from the folder `public` of a job, not from a branch.
  ///
  /// Its one form is that of a new pipeline, so all of ours are in it.
  var gitlab: String {
    """
    # Checks proposed changes, and publishes the main branch.
    # Written by: handbook new ci --host gitlab
    # For a build every day, add a schedule: Build, Pipeline schedules.
    \(tool.noteInImage)default:
      image: \(tool.image)
      before_script:
    \(Self.listed(tool.fetchingInImage, by: 4))
    \(gitLabVariables)
    check:
      stage: test
      script:
        - \(ToolSource.commandInImage) check
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"

    pages:
      stage: deploy
      script:
        - \(ToolSource.commandInImage) build --output public --base-url "$CI_PAGES_URL/"
      artifacts:
        paths:
          - public
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\(forms.isEmpty ? "" : Self.noForm)
    \(gitLabForms)
    """
  }

  private static let publishes = "Check and publish"
  private static let noForm = " && $FORM == \"\(publishes)\""

  /// What the page for a new pipeline asks for; nothing in an answer is taken for a variable.
  private var gitLabVariables: String {
    guard !forms.isEmpty else { return "" }
    let asked = forms.flatMap { form in
      form.fields.map { field in
        Self.variable(
          field.variable, "\(form.title): \(field.label)", field.options.first ?? "", field.options)
      }
    }
    let choice = Self.variable(
      "FORM", "What to do; fill in what is asked for below by its name", Self.publishes,
      [Self.publishes] + forms.map(\.title))
    return """

      # The forms for the browser: Build, Pipelines, New pipeline. Each opens a merge request.
      variables:
      \(Self.indented(([choice] + asked).joined(separator: "\n"), by: 2))

      """
  }

  private static func variable(
    _ name: String, _ description: String, _ value: String, _ options: [String]
  ) -> String {
    let choices = options.isEmpty ? [] : ["  options:"] + options.map { "    - \"\($0)\"" }
    return
      (["\(name):", "  description: \"\(description)\"", "  value: \"\(value)\""] + choices
      + ["  expand: false"]).joined(separator: "\n")
  }

  private var gitLabForms: String {
    guard !forms.isEmpty else { return "" }
    return """

      form:
        stage: deploy
        script:
          - |
      \(Self.indented(gitLabScript, by: 6))
        rules:
          - if: $CI_PIPELINE_SOURCE == "web" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $FORM != "\(Self.publishes)"

      """
  }

  /// The token is told to git when git asks, and stands in no address.
  private var gitLabScript: String {
    """
    set -euo pipefail
    : "${FORMS_TOKEN:?is missing; docs/publishing.md of handbook tells how to make it}"
    PATH="/opt/handbook/bin:$PATH"
    \(Form.told(gitLabCases))
    name=$(printf '%s' "$FORM" | tr 'A-Z ' 'a-z-')
    \(Form.committing(subject: #""$FORM""#))
    git -c credential.helper= -c credential.helper='!f() { echo username=handbook; echo "password=$FORMS_TOKEN"; }; f' \\
      push --quiet -o merge_request.create -o "merge_request.target=$CI_DEFAULT_BRANCH" \\
      -o "merge_request.title=$FORM" -o merge_request.remove_source_branch \\
      -o "merge_request.description=\(Form.advice)" \\
      "$CI_SERVER_URL/$CI_PROJECT_PATH.git" "HEAD:refs/heads/handbook/$name-$CI_JOB_ID"
    """
  }

  private var gitLabCases: String {
    let cases = forms.map { form in
      """
      "\(form.title)")
      \(Self.indented(form.command, by: 2))
        ;;
      """
    }
    return """
      case "$FORM" in
      \(cases.joined(separator: "\n"))
      *)
        echo "There is no such form."
        exit 1
        ;;
      esac
      handbook check || true
      """
  }
}
