/// Watches a site by looking at the sizes and times of its files again and again.
struct StampPolling: Sendable {
  let site: String
  let folders: [RelativePath]

  func stream(every pause: Duration) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let task = Task {
        var last = stamps()
        while !Task.isCancelled {
          try? await Task.sleep(for: pause)
          let now = stamps()
          if now != last { continuation.yield() }
          last = now
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  /// What shows whether a file has changed; nothing where a folder cannot be read.
  private func stamps() -> [FileListing] {
    guard let tree = try? LocalFileTree(site) else { return [] }
    return folders.compactMap { try? tree.listing(below: $0) }
  }
}
