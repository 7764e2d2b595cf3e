#if os(Linux)
  @preconcurrency import Dispatch
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Notices of changed files from Linux's inotify(7).
  ///
  /// What a notice says is not read: new folders are watched after each, and the rest is for those
  /// who look at the files.
  struct ChangeNotices: Sendable {
    private let queue: SharedDescriptor
    private let site: String
    private let folders: [RelativePath]

    init(of site: String, below folders: [RelativePath]) throws(SystemError) {
      queue = SharedDescriptor(
        Descriptor(try calling { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }))
      self.site = site
      self.folders = folders
      try watchFolders()
    }

    func stream() -> AsyncStream<Void> {
      AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
        let source = DispatchSource.makeReadSource(fileDescriptor: queue.descriptor.number)
        source.setEventHandler {
          drain()
          try? watchFolders()
          continuation.yield()
        }
        continuation.onTermination = { _ in source.cancel() }
        source.activate()
      }
    }

    /// Watches every folder that there is now; one that is watched already stays so.
    private func watchFolders() throws(SystemError) {
      try watch(site)
      guard let tree = try? LocalFileTree(site) else { return }
      for folder in folders {
        guard let listing = try? tree.listing(below: folder) else { continue }
        for path in [folder] + listing.folders { try watch("\(site)/\(path)") }
      }
    }

    private func watch(_ path: String) throws(SystemError) {
      do {
        try calling { inotify_add_watch(queue.descriptor.number, path, interest) }
      } catch {
        // A folder that went away meanwhile has nothing to watch.
        guard error == .isMissing else { throw error }
      }
    }

    /// Takes all notices, unread.
    private func drain() {
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while read(queue.descriptor.number, &buffer, buffer.count) > 0 {}
    }
  }

  /// Whatever changes a file or the names in a folder; links are not followed.
  private let interest: UInt32 =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
    | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_ATTRIB)
    | UInt32(IN_DONT_FOLLOW) | UInt32(IN_ONLYDIR)
#endif
