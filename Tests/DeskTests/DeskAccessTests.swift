import Serving
import Testing

@testable import Desk

@Suite struct DeskAccessTests {
  private let access = DeskAccess(port: 8001)

  @Test func anInvitationOpensTheDeskOnce() throws {
    let invitation = try #require(access.invitation.split(separator: "/").last)
    let session = try #require(access.session(for: String(invitation)))
    #expect(access.session(for: String(invitation)) == nil)
    #expect(access.isLetIn(reading(cookies: [(DeskAccess.cookie, session)])))
    #expect(!access.isLetIn(reading(cookies: [(DeskAccess.cookie, "x" + session.dropFirst())])))
    #expect(!access.isLetIn(reading(cookies: [("other", session)])))
    #expect(!access.isLetIn(reading(cookies: [])))
  }

  @Test func theNextInvitationIsAnother() throws {
    let first = access.invitation
    _ = access.session(for: String(try #require(first.split(separator: "/").last)))
    #expect(access.invitation != first)
    #expect(access.invitation.hasPrefix("http://localhost:8001/desk/open/"))
  }

  @Test func onlyThePagesOfTheDeskMayChangeAnything() {
    #expect(access.mayChange(posting()))
    #expect(!access.mayChange(posting(origins: [])))
    #expect(!access.mayChange(posting(origins: ["null"])))
    #expect(!access.mayChange(posting(origins: ["http://localhost:8002"])))
    #expect(!access.mayChange(posting(origins: ["http://127.0.0.1:8001"])))
    #expect(!access.mayChange(posting(origins: ["https://localhost:8001"])))
    #expect(
      !access.mayChange(posting(origins: ["http://localhost:8001", "http://localhost:8001"])))
    #expect(!access.mayChange(posting(keys: [])))
    #expect(!access.mayChange(posting(keys: ["x" + access.key.dropFirst()])))
    #expect(!access.mayChange(posting(site: "same-site")))
    #expect(!access.mayChange(posting(site: "cross-site")))
  }

  /// A difference counts wherever it is.
  @Test func aKeyThatDiffersInAnyPlaceIsRefused() {
    for place in access.key.indices {
      var other = access.key
      other.replaceSubrange(place...place, with: other[place] == "a" ? "b" : "a")
      #expect(!access.mayChange(posting(keys: [other])))
    }
  }

  @Test func aNameThatSomebodyPointsAtThisComputerIsNotTheDesks() {
    #expect(access.isForDesk(reading(hosts: ["LOCALHOST:8001"])))
    for host in ["evil.example:8001", "127.0.0.1:8001", "localhost:8002", "localhost"] {
      #expect(!access.isForDesk(reading(hosts: [host])))
    }
    #expect(!access.isForDesk(reading(hosts: [])))
    #expect(!access.isForDesk(reading(hosts: ["localhost:8001", "evil.example"])))
  }

  private func reading(
    hosts: [String] = ["localhost:8001"], cookies: [(name: String, value: String)] = []
  ) -> Request {
    var request = Request(method: .read, target: "/desk/", hosts: hosts, origins: [])
    request.cookies = cookies
    return request
  }

  private func posting(
    origins: [String] = ["http://localhost:8001"], keys: [String]? = nil,
    site: String? = "same-origin"
  ) -> Request {
    var request = Request(
      method: .post, target: "/desk/do/save", hosts: ["localhost:8001"], origins: origins)
    request.keys = keys ?? [access.key]
    request.site = site
    return request
  }
}
