import Programs

/// Asks other sites' servers for what is linked, in a way that they can bear: one question a host
/// at a time with a pause after each, a time-out, and nothing that was answered this week.
package struct LinkCheck: Sendable {
  /// Today, in days since 1970.
  package let day: Int
  /// Beginnings of addresses that are not asked for.
  package let ignored: [String]
  package let version: String
  /// Between two questions to one host.
  package var pause = Duration.milliseconds(500)
  /// In seconds.
  package var timeOut = 20

  /// How many hosts are asked at once.
  private static let hostsAtOnce = 8

  package init(day: Int, ignored: [String], version: String) {
    self.day = day
    self.ignored = ignored
    self.version = version
  }

  /// Asks for each address, and gives what was answered; what is ignored has no answer.
  package func run(
    _ addresses: [String], remembering memory: LinkMemory
  ) async throws(LinkTrouble) -> [String: LinkAnswer] {
    let wanted = addresses.filter { address in !ignored.contains { address.hasPrefix($0) } }
    var known = memory.read()
    let pages = Set(wanted.map(page))
    var answers: [String: LinkAnswer] = [:]
    for page in pages where known.isFresh(page, on: day) { answers[page] = .alive }
    for (page, answer) in try await ask(pages.filter { answers[$0] == nil }.sorted()) {
      answers[page] = answer
      known.note(page, isAlive: answer == .alive, on: day)
    }
    try memory.write(known)
    return Dictionary(wanted.map { ($0, answers[page($0)] ?? .alive) }) { first, _ in first }
  }

  private func ask(_ addresses: [String]) async throws(LinkTrouble) -> [(String, LinkAnswer)] {
    let hosts = Dictionary(grouping: addresses, by: host).sorted { $0.key < $1.key }.map(\.value)
    let results = await withTaskGroup(of: Result<[(String, LinkAnswer)], LinkTrouble>.self) {
      group in
      var waiting = hosts[...]
      for _ in 0..<Self.hostsAtOnce {
        if let next = waiting.popFirst() { group.addTask { await askOneHost(next) } }
      }
      var results: [Result<[(String, LinkAnswer)], LinkTrouble>] = []
      for await result in group {
        results.append(result)
        if let next = waiting.popFirst() { group.addTask { await askOneHost(next) } }
      }
      return results
    }
    var answers: [(String, LinkAnswer)] = []
    for result in results { answers += try result.get() }
    return answers
  }

  private func askOneHost(
    _ addresses: [String]
  ) async -> Result<[(String, LinkAnswer)], LinkTrouble> {
    var answers: [(String, LinkAnswer)] = []
    for (position, address) in addresses.enumerated() {
      if position > 0 { try? await Task.sleep(for: pause) }
      do throws(LinkTrouble) {
        answers.append((address, try await answer(address)))
      } catch {
        return .failure(error)
      }
    }
    return .success(answers)
  }

  /// Asks without the content first; many servers answer that wrongly, and are then asked for all.
  private func answer(_ page: String) async throws(LinkTrouble) -> LinkAnswer {
    let first = try await request(page, ["--head"])
    if first.isSuccess, (200..<400).contains(first.httpStatus) { return .alive }
    return LinkAnswer(try await request(page, ["--range", "0-1023"]))
  }

  private func request(
    _ page: String, _ options: [String]
  ) async throws(LinkTrouble) -> ProgramEnding {
    let arguments =
      ["-q", "--silent", "--show-error", "--globoff", "--location", "--max-redirs", "8"]
      + ["--proto", "=http,https", "--proto-redir", "=http,https"]
      + ["--max-time", "\(timeOut)", "--output", "/dev/null", "--write-out", "%{http_code}"]
      + ["--user-agent", "handbook/\(version) (checks links)"] + options + ["--url", page]
    do throws(ProgramTrouble) {
      return try await Program("curl").run(arguments)
    } catch {
      switch error {
      case .notInstalled: throw .noCurl
      case .failed(_, let words): throw .failed(words)
      }
    }
  }
}

/// An address without the place on its page.
private func page(_ address: String) -> String { String(address.prefix { $0 != "#" }) }

extension ProgramEnding {
  /// The status that curl wrote; 0 where there was no answer.
  fileprivate var httpStatus: Int { Int(String(decoding: output, as: UTF8.self)) ?? 0 }
}

/// The host that an address is at.
private func host(_ address: String) -> String {
  guard let start = address.firstRange(of: "://")?.upperBound else { return "" }
  return address[start...].prefix { !"/?#".contains($0) }.lowercased()
}

/// What a server answered.
package enum LinkAnswer: Hashable, Sendable {
  case alive
  /// It says that there is nothing: 404 or 410.
  case gone(Int)
  /// It said nothing of use, for this reason.
  case silent(String)

  /// Reads how curl ended, and the status that it wrote.
  ///
  /// A server that answers but lets no program in has what is asked for, as far as can be told.
  init(_ ending: ProgramEnding) {
    let status = ending.httpStatus
    switch (ending.status, status) {
    case (0, 404), (0, 410): self = .gone(status)
    case (0, 500...599): self = .silent("its server answers \(status)")
    case (0, _): self = .alive
    case (6, _): self = .silent("there is no such server")
    case (7, _): self = .silent("its server lets nobody in")
    case (28, _): self = .silent("its server does not answer in time")
    case (35, _), (51, _), (60, _): self = .silent("its server's certificate is not right")
    case (47, _): self = .silent("its server sends one round in circles")
    default: self = .silent("the answer cannot be understood")
    }
  }
}

/// Why links could not be checked at all.
package enum LinkTrouble: Error, Hashable, Sendable {
  case noCurl
  case failed(String)
  case memory(String)

  package var message: String {
    switch self {
    case .noCurl: "checking links needs the program curl, which is not installed"
    case .failed(let words): "curl could not be run: \(words)"
    case .memory(let words): words
    }
  }

  package var hint: String? {
    self == .noCurl ? "install it, for example with: sudo apt-get install curl" : nil
  }
}
