import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension OutputFolder {
  /// Takes a folder to write a site to, made if need be, and holds it against other builds.
  ///
  /// Nothing is written to a folder that is refused. While another build holds it, this one calls
  /// `whileWaiting` once and waits up to `patience` seconds. `inputs` are the folders of the
  /// source that its files are read from.
  package static func claim(
    _ path: String, protecting sourceRoot: String,
    inputs: [String] = ["content", "templates", "assets"], home: String? = homeFolder,
    patience: Int = 10, whileWaiting: () -> Void = {}
  ) throws(OutputTrouble) -> OutputFolder {
    let folder: OutputFolder
    do throws(OutputFailure) {
      let place = try OutputPlace(path)
      try OutputRules(sourceRoot: sourceRoot, inputs: inputs, home: home).check(place)
      let root = SharedDescriptor(try open(place))
      try checkContents(of: root.descriptor)
      let lock = try lock(root.descriptor, patience: patience, whileWaiting)
      try checkContents(of: root.descriptor)
      let manifest = try readManifest(in: root.descriptor)
      folder = OutputFolder(name: path, root: root, lock: lock, manifest: manifest)
    } catch {
      throw OutputTrouble(cause: error, folder: path, left: .nothingWritten)
    }
    // What a build that was killed had staged.
    try folder.clearStaging()
    return folder
  }

  private static func open(_ place: OutputPlace) throws(OutputFailure) -> Descriptor {
    do {
      var folder = try Descriptor(folderNotFollowing: place.existing)
      for name in place.missing { folder = try folder.folderMadeIfMissing(name) }
      return folder
    } catch {
      throw .failed(.open, nil, error)
    }
  }

  /// A folder without our manifest must hold nothing that a person would miss.
  private static func checkContents(of root: borrowing Descriptor) throws(OutputFailure) {
    if (try? root.status(of: Manifest.path.name)) != nil { return }
    let names: [[UInt8]]
    do {
      names = try root.names()
    } catch {
      throw .failed(.open, nil, error)
    }
    let contents = names.filter { $0.first != .dot }.map { String(decoding: $0, as: UTF8.self) }
    if let example = contents.min() { throw .notEmpty(example: example.quotedInput) }
  }

  private static func readManifest(
    in root: borrowing Descriptor
  ) throws(OutputFailure) -> Manifest {
    let text: [UInt8]
    do throws(Obstacle) {
      let file = try root.regularFile(at: Manifest.path)
      let size = min(file.status.size, Manifest.longestText)
      text = try asking(about: Manifest.path) { () throws(SystemError) in
        try file.descriptor.read(expecting: size)
      }
    } catch {
      if error.isMissing { return Manifest() }
      throw OutputFailure(error, .read)
    }
    guard let manifest = Manifest(text: text) else { throw .foreignManifest }
    return manifest
  }
}

// MARK: The lock

extension OutputFolder {
  private static let lockPath = RelativePath(fixed: ".handbook-lock")

  private static func lock(
    _ root: borrowing Descriptor, patience: Int, _ whileWaiting: () -> Void
  ) throws(OutputFailure) -> SharedDescriptor {
    let deadline = ContinuousClock.now + .seconds(patience)
    if let lock = try lockOnce(root) { return lock }
    whileWaiting()
    while true {
      if let lock = try lockOnce(root) { return lock }
      if ContinuousClock.now >= deadline { throw .busy(seconds: patience) }
      usleep(20_000)
    }
  }

  /// `nil` where another build holds the lock, or where the file was replaced meanwhile.
  private static func lockOnce(
    _ root: borrowing Descriptor
  ) throws(OutputFailure) -> SharedDescriptor? {
    do throws(SystemError) {
      let file = try root.lockFile(lockPath.name)
      let status = try file.status()
      guard status.kind == .file else { throw SystemError.isFolder }
      try file.lock()
      let current = try? root.status(of: lockPath.name)
      return current?.identity == status.identity ? SharedDescriptor(file) : nil
    } catch {
      switch error {
      case .isInUse: return nil
      case .isLink: throw .link(lockPath)
      case .isFolder, .isDevice: throw .obstacle(lockPath)
      default: throw .failed(.open, lockPath, error)
      }
    }
  }
}
