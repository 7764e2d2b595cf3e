import ArgumentParser
import Build
import Community
import Desk
import Files
import Publishing

/// Publishes for the desk as `handbook publish` does.
struct DeskPublisher: SitePublishing {
  /// The folder of the site.
  let site: String

  func publish(
    _ told: @escaping @Sendable (String) -> Void
  ) async throws(PublishingRefusal) -> PublishedSite {
    if SiteRecipe.isIn(site) {
      return PublishedSite(address: address, publication: nil, isBuiltByHost: true)
    }
    return try await asking { command in
      let published = try await command.publish()
      return PublishedSite(address: published.address ?? address, publication: published.commit)
    }
  }

  func takeBack(_ publication: String) async throws(PublishingRefusal) -> PublishedSite {
    try await asking { command in
      let publisher = try await command.publisher()
      let undo = try await publisher.undo(of: publication)
      try await refuseWhatIsWithheld(from: undo, publisher)
      let commit = try await publisher.carryOut(undo, toolVersion: Version.text)
      return PublishedSite(address: address, publication: commit)
    }
  }

  /// The address that the settings name, or the one that the host gives.
  private var address: String? { (try? SiteFiles(LocalFileTree(site)))?.settings?.baseURL }

  /// Runs a step of the command that somebody would type, and words what stands against it.
  private func asking(
    _ step: (Publish) async throws -> PublishedSite
  ) async throws(PublishingRefusal) -> PublishedSite {
    do {
      return try await step(try Publish.parse(["--quiet", "--", site]))
    } catch let refusal as PublishingRefusal {
      throw refusal
    } catch let trouble as PublishTrouble {
      throw PublishingRefusal(message: trouble.message, hint: trouble.hint)
    } catch let trouble as OutputTrouble {
      throw PublishingRefusal(message: trouble.message, hint: trouble.hint)
    } catch let trouble as WritingTrouble {
      throw PublishingRefusal(message: trouble.message, hint: trouble.hint)
    } catch let trouble as FileTrouble {
      throw PublishingRefusal(message: trouble.message, hint: nil)
    } catch {
      throw .contentStandsAgainst
    }
  }

  /// Refuses to bring back pages that would show what is withheld by now.
  private func refuseWhatIsWithheld(
    from undo: PublicationUndo, _ publisher: Publisher
  ) async throws {
    let now = try await SourceSite.read(LocalFileTree(site))
    guard let commit = try await publisher.sourceCommit(before: undo), let now,
      let then = try await SourceSite.read(publisher.source.tree(at: commit))
    else { throw PublishingRefusal.unknownConsent }
    if now.library.withholdsMore(than: then.library) { throw PublishingRefusal.withheldSince }
  }
}

extension PublishingRefusal {
  fileprivate static let contentStandsAgainst = PublishingRefusal(
    message: "something in the content stands against it; the site is as it was",
    hint: "the terminal tells what it is")

  fileprivate static let unknownConsent = PublishingRefusal(
    message:
      "it cannot be told whether everybody still agrees to what the pages showed before, so they stay as they are",
    hint: "change what is wrong on the desk, and publish again")

  fileprivate static let withheldSince = PublishingRefusal(
    message:
      "the pages before showed something that is withheld now, so they do not come back",
    hint: "change what is wrong on the desk, and publish again")
}
