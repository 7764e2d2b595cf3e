extension ImportPlan {
  /// What the old site's settings say for `handbook.yml`, each key with its lines.
  package var settingLines: [(key: String, lines: String)] { [] }
}
