import Build
import Community
import Diagnostics
import Files
import Site
import TestSupport
import Testing

@Suite("What is withheld")
struct WithheldPropertyTests {
  @Test(
    "nothing that anybody withholds is in any file, whoever agrees to what",
    arguments: seeds(40))
  func nowhere(seed: UInt64) async throws {
    var generator = SplitMix(seed: seed)
    let community = RandomCommunity(using: &generator)
    let site = try await handbook(community.files) { settings in
      settings.audience = community.audience
      settings.includesDrafts = community.includesDrafts
    }
    if community.isPublicSource {
      #expect(
        (site.renderer == nil) == community.hasSomethingWithheldInFiles, "\(site.report)")
    } else {
      #expect(site.renderer != nil, "\(site.report)")
    }
    let found = await Leak.all(in: site, of: community.secrets)
    #expect(found == [], "seed \(seed)")
  }

  @Test("a withheld name that an author writes out stops the site", arguments: seeds(40))
  func written(seed: UInt64) async throws {
    var generator = SplitMix(seed: 1_000 + seed)
    var community = RandomCommunity(using: &generator, isPublicSource: false)
    guard let secret = community.secrets.filter(\.isName).randomElement(using: &generator) else {
      return
    }
    community.write(secret.text, using: &generator)
    let site = try await handbook(community.files) { settings in
      settings.audience = community.audience
      settings.includesDrafts = community.includesDrafts
    }
    #expect(site.renderer == nil, "seed \(seed): '\(secret.text)' in \(community.lastPlace)")
    #expect(
      site.diagnostics.contains { $0.id.rawValue.hasPrefix("name-in-") },
      "seed \(seed): '\(secret.text)' in \(community.lastPlace)")
  }
}

/// Something withheld that was found in what would be written.
struct Leak: Hashable, CustomStringConvertible {
  let secret: String
  let path: String

  var description: String { "'\(secret)' in \(path)" }

  static func all(in site: Inspection, of secrets: [Secret]) async -> [Leak] {
    var written = site.pages.all.merging(await site.searchFiles) { page, _ in page }
    // The community's files are published under their names and with their own bytes.
    for page in site.renderer?.plan.pages ?? [] {
      guard case .asset(let position) = page.route else { continue }
      let source = site.renderer?.plan.handbook.assets[position]?.source.description ?? ""
      written[page.path] = site.files.source(source).map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
    }
    var leaks: [Leak] = []
    for (path, text) in written.sorted(by: { $0.key < $1.key }) {
      for secret in secrets {
        for form in secret.forms(in: path) where text.contains(form) || path.contains(form) {
          leaks.append(Leak(secret: form, path: path))
        }
      }
    }
    return leaks
  }
}
