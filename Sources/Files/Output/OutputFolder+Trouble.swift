extension OutputFailure {
  /// Words an obstacle met while `action` was being tried.
  init(_ obstacle: Obstacle, _ action: OutputAction) {
    self =
      switch (obstacle.kind, obstacle.path) {
      case (.link, let path?): .link(path)
      case (.file, let path?), (.folder, let path?), (.other, let path?): .obstacle(path)
      default: .failed(action, obstacle.path, obstacle.answer)
      }
  }
}

extension OutputFolder {
  func trouble(_ cause: OutputFailure, left: OutputState) -> OutputTrouble {
    OutputTrouble(cause: cause, folder: name, left: left)
  }

  func trouble(
    _ obstacle: Obstacle, _ action: OutputAction, left: OutputState
  ) -> OutputTrouble {
    trouble(OutputFailure(obstacle, action), left: left)
  }

  /// Does something that walks to its place by itself, and words its failure.
  func attempting<Answer>(
    _ action: OutputAction, left: OutputState, _ call: () throws(Obstacle) -> Answer
  ) throws(OutputTrouble) -> Answer {
    do {
      return try call()
    } catch {
      throw trouble(error, action, left: left)
    }
  }

  /// Does something to one place, and words its failure.
  func attempting<Answer: ~Copyable>(
    _ action: OutputAction, _ path: RelativePath, left: OutputState,
    _ call: () throws(SystemError) -> Answer
  ) throws(OutputTrouble) -> Answer {
    do {
      return try call()
    } catch {
      throw trouble(.failed(action, path, error), left: left)
    }
  }
}
