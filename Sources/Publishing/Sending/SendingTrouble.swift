package import Hosting

/// Why something was not kept, sent or taken back, and what state things are in.
package struct SendingTrouble: Sendable {
  package let cause: Cause
  package let state: State

  init(_ cause: Cause, _ state: State) {
    (self.cause, self.state) = (cause, state)
  }

  package enum Cause: Sendable {
    // What stands here.
    case standing(SourceStanding)
    case outside(String)
    case ignored([String])
    case linked(String)
    case noIdentity
    case noSignature(String)
    case sparse
    // What stands on both sides.
    case bothChanged([String])
    case changedHere([String])
    case ownCommits([String])
    case busy(Int)
    // Taking back.
    case changedSince([String])
    case unknownCommit(String)
    case nothingBefore(place: String)
    case changedByOthers(place: String)
    case noFile(String)
    // What the host says.
    case signIn(HostedRepository?, byKey: Bool, place: String, String)
    case noRight(HostedRepository?, place: String, String)
    case notFound(HostedRepository?, place: String, String)
    case unreachable(place: String, String)
    case refused(place: String, String)
    case lost(String)
    // What the disk says.
    case locked(String)
    case readOnly(String)
    case full(String)
    case git(String, String)
    case files(String)
  }

  /// What is where it was, for somebody who fears for what they wrote.
  package enum State: Hashable, Sendable, CaseIterable {
    /// Nothing was kept or sent; the files hold what was typed.
    case written
    /// It is in the history here, and not online.
    case kept
    /// The connection broke off.
    case unknown
    /// It was about the site: what is published is as it was.
    case published
  }
}

extension SendingTrouble.Cause {
  /// What git says of a disk or a folder that it cannot write; `nil` for other words.
  init?(storing words: String) {
    let plain = words.lowercased()
    if plain.contains("no space left") || plain.contains("disk quota exceeded")
      || plain.contains("file too large")
    {
      self = .full(words)
    } else if plain.contains(".lock': file exists") {
      let start = words.firstRange(of: "Unable to create '")?.upperBound ?? words.startIndex
      self = .locked(String(words[start...].prefix { $0 != "'" }))
    } else if ["permission denied", "read-only file system", "insufficient permission"]
      .contains(where: plain.contains)
    {
      self = .readOnly(words)
    } else {
      return nil
    }
  }
}

extension PublishTrouble {
  /// The same with what state things are in, where it is about git or the disk.
  func telling(_ state: SendingTrouble.State) -> PublishTrouble {
    switch self {
    case .git(let command, let words):
      .sending(SendingTrouble(.init(storing: words) ?? .git(command, words), state))
    case .files(let words):
      .sending(SendingTrouble(.init(storing: words) ?? .files(words), state))
    default: self
    }
  }
}

/// Does some work, and tells of what fails in it what state things are in.
func telling<Answer>(
  _ state: SendingTrouble.State, _ work: () async throws(PublishTrouble) -> Answer
) async throws(PublishTrouble) -> Answer {
  do throws(PublishTrouble) {
    return try await work()
  } catch {
    throw error.telling(state)
  }
}
