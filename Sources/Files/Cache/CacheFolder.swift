/// The folder of a site in which a build keeps what the next may use: `.handbook/`.
///
/// All in it can be deleted at any time, and is never needed: whatever goes wrong here costs time
/// and nothing else, so no failure is told. A build holds it alone; another that runs at the same
/// time does without.
package struct CacheFolder: Sendable {
  /// In the site's folder.
  package static let name = ".handbook"

  private let folder: SharedDescriptor
  /// Holds the lock for as long as it is open.
  private let lock: SharedDescriptor

  /// Opens the folder of a site, made if need be; `nil` where that can't be done.
  package init?(of site: String) {
    do throws(SystemError) {
      // What it keeps can be what its owner lets nobody else read.
      let folder = try Descriptor(folderAt: site).folderMadeIfMissing(Self.name, rights: 0o700)
      let lock = try folder.lockFile("lock")
      try lock.lock()
      self.folder = SharedDescriptor(folder)
      self.lock = SharedDescriptor(lock)
    } catch {
      return nil
    }
    // Git leaves alone what says itself that it is not to be kept.
    if read(".gitignore") == nil { write(".gitignore", Array("*\n".utf8)) }
  }

  /// All that a file holds.
  package func read(_ name: String) -> [UInt8]? {
    do throws(SystemError) {
      let file = try folder.descriptor.file(name)
      let status = try file.status()
      guard status.kind == .file, status.size <= Self.longest else { return nil }
      return try file.read(expecting: status.size)
    } catch {
      return nil
    }
  }

  /// Puts a file in place of another in one step.
  package func write(_ name: String, _ bytes: [UInt8]) {
    let temporary = "\(name).new"
    try? folder.descriptor.removeFile(temporary)
    do throws(SystemError) {
      let file = try folder.descriptor.newFile(temporary)
      try file.write(bytes)
      try folder.descriptor.rename(temporary, into: folder.descriptor, as: name)
    } catch {
      remove(temporary)
    }
  }

  package func remove(_ name: String) {
    try? folder.descriptor.removeFile(name)
  }

  /// A file to which records are added, as it is or, where `isNew`, emptied.
  package func records(_ name: String, isNew: Bool) -> RecordFile? {
    if isNew { remove(name) }
    do throws(SystemError) {
      return try RecordFile(folder.descriptor.recordFile(name))
    } catch {
      return nil
    }
  }

  /// What a file of a site's folder holds, whoever holds the folder; `nil` where there is none.
  package static func peek(_ file: String, of site: String) -> [UInt8]? {
    guard let folder = try? Descriptor(folderAt: site).folder(name),
      let file = try? folder.file(file), let status = try? file.status(), status.kind == .file,
      status.size <= longest
    else { return nil }
    return try? file.read(expecting: status.size)
  }

  /// When the latest of the files of a site's folder was written whose names begin so, in
  /// nanoseconds since 1970.
  package static func latest(beginning prefix: String, of site: String) -> Int64? {
    guard let folder = try? Descriptor(folderAt: site).folder(name) else { return nil }
    return ((try? folder.names()) ?? []).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasPrefix(prefix) }
      .compactMap { try? folder.status(of: $0).modified }.max()
  }

  /// Removes all that earlier builds of a site have kept of its texts.
  package static func forget(in site: String) {
    guard let folder = try? Descriptor(folderAt: site).folder(name) else { return }
    for bytes in (try? folder.names()) ?? [] {
      let file = String(decoding: bytes, as: UTF8.self)
      if file != "lock", file != ".gitignore" { try? folder.removeFile(file) }
    }
  }

  /// More than this is no file of ours.
  private static let longest = 1 << 30
}
