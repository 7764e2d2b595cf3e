import Programs

extension Git {
  /// Git as its user runs it: commits are theirs, and are never made in a name that git guesses
  /// from the computer's.
  var asUser: Git {
    with(variables: [
      "GIT_AUTHOR_NAME": nil, "GIT_AUTHOR_EMAIL": nil, "GIT_COMMITTER_NAME": nil,
      "GIT_COMMITTER_EMAIL": nil, "GPG_TTY": nil,
    ]).with(settings: ["user.useConfigOnly=true"])
  }

  /// Git that asks nobody: somebody at a browser would not see the question, and wait for ever.
  ///
  /// A network that says nothing for a minute is given up.
  func withoutQuestions() async throws(PublishTrouble) -> Git {
    let quiet = with(variables: ["SSH_ASKPASS": nil, "GCM_INTERACTIVE": "never"])
      .with(settings: [
        "core.askPass=", "credential.interactive=false", "http.lowSpeedLimit=1",
        "http.lowSpeedTime=60",
      ])
    let own = try await ask(["config", "--get", "core.sshCommand"]).line
    guard let command = silentSSH(own) else { return quiet }
    return quiet.with(variables: ["GIT_SSH_COMMAND": command])
  }

  /// Asks again for a while where another git is just writing the same file.
  func runWhenFree(
    _ arguments: [String], input: [UInt8] = []
  ) async throws(PublishTrouble) -> [UInt8] {
    for attempt in 1...4 {
      let ending = try await ask(arguments, input: input)
      if ending.isSuccess { return ending.output }
      let words = words(of: ending)
      guard attempt < 4, words.contains(".lock': File exists") else {
        throw .git(arguments[0], words)
      }
      try? await Task.sleep(for: .milliseconds(150 * attempt))
    }
    return []
  }

  /// The id that a revision has; `nil` where there is none.
  func id(of revision: String) async throws(PublishTrouble) -> ObjectID? {
    let answer = try await ask(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", revision])
    return answer.isSuccess ? ObjectID(answer.line.utf8) : nil
  }

  /// Whether a setting is on.
  func isOn(_ setting: String) async throws(PublishTrouble) -> Bool {
    try await ask(["config", "--type=bool", "--get", setting]).line == "true"
  }
}

/// The command for ssh that fails where it would ask; `nil` for a program whose options are not
/// known.
private func silentSSH(_ own: String) -> String? {
  let options =
    "-o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15 -o ServerAliveCountMax=4"
  if own.isEmpty { return "ssh \(options)" }
  let program = own.split(separator: " ").first?.split(separator: "/").last
  return program == "ssh" ? "\(own) \(options)" : nil
}
