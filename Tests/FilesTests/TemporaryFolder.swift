import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A real folder for one test, removed with all that is in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/handbook-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    removeAll(Array(path.utf8CString))
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  func makeFolder(_ name: String) {
    var made = path
    for part in name.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o755)
    }
  }

  /// Writes a file, with the folders on the way to it.
  func write(_ name: String, _ text: String) {
    if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
    write(name, Array(text.utf8))
  }

  private func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen(self(name), "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func link(_ name: String, to target: String) { symlink(target, self(name)) }

  func makePipe(_ name: String) { mkfifo(self(name), 0o644) }

  func rename(_ name: String, to newName: String) {
    renameat(AT_FDCWD, self(name), AT_FDCWD, self(newName))
  }

  func delete(_ name: String) { unlink(self(name)) }

  /// The text of a file, `nil` where there is no plain file of that name.
  func text(_ name: String) -> String? {
    guard let tree = try? LocalFileTree(path), let path = try? RelativePath(name),
      let bytes = try? tree.bytes(of: path, atMost: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    var status = stat()
    return lstat(self(name), &status) == 0
  }

  /// What shows that a file was touched: which file it is, when it was written, its rights.
  func marks(_ name: String) -> [Int] {
    var status = stat()
    guard lstat(self(name), &status) == 0 else { return [] }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return [Int(status.st_ino), time.tv_sec, time.tv_nsec, Int(status.st_mode)]
  }

  /// Every file below a folder and its text, our own bookkeeping left out.
  func site(_ name: String = "output") throws -> [String: String] {
    let tree = try LocalFileTree(self(name))
    var site: [String: String] = [:]
    for item in try tree.listing(below: nil).items
    where !item.path.description.hasPrefix(".handbook-") {
      let bytes = try tree.bytes(of: item.path, atMost: 1 << 20)
      site[item.path.description] = String(decoding: bytes, as: UTF8.self)
    }
    return site
  }
}

extension TemporaryFolder {
  /// Claims `output` in this folder for the site in `site`.
  ///
  /// A claim that was let go of may be held for a moment still: by a program that another test has
  /// begun, until that has closed what it was born with. So whoever builds is patient.
  func claim(
    _ name: String = "output", home: String? = nil, patience: Int = 0,
    whileWaiting: () -> Void = {}
  ) throws(OutputTrouble) -> OutputFolder {
    makeFolder("site/content")
    return try OutputFolder.claim(
      self(name), protecting: self("site"), home: home, patience: patience,
      whileWaiting: whileWaiting)
  }

  /// Builds a site of these files.
  @discardableResult
  func build(
    _ files: [String: String],
    beforeStep: @escaping @Sendable (OutputStep) throws(OutputTrouble) -> Void = { _ in }
  ) throws -> OutputReport {
    var output = try claim(patience: 5)
    output.beforeStep = beforeStep
    var staged: [StagedFile] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      staged.append(try output.stageFile(RelativePath(path), Array(text.utf8)))
    }
    return try output.commit(staged)
  }

  /// Builds a site with what an earlier build has noted of its files, and notes how it left them.
  func build(
    _ files: [String: String], trusting stamps: OutputStamps
  ) throws -> (report: OutputReport, stamps: OutputStamps) {
    var output = try claim(patience: 5)
    output.trust(stamps)
    let staged = try files.sorted { $0.key < $1.key }.map { path, text in
      try output.stageFile(RelativePath(path), Array(text.utf8))
    }
    let report = try output.commit(staged)
    return (report, output.stamps(of: staged, after: report))
  }

  /// Waits until stamps can tell a file that was written from one that is written now.
  func settle() { usleep(120_000) }

  /// The message of what goes wrong, with this folder's own path shortened to `~`.
  func message(_ work: () throws(OutputTrouble) -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.message.replacing("\(path)/", with: "~/").replacing("'\(path)'", with: "'~'")
    }
  }
}

/// Removes a file, or a folder with all that is in it, whatever its name is made of.
private func removeAll(_ path: [CChar]) {
  guard remove(path) != 0, let folder = opendir(path) else { return }
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
    }
    if name == [0x2E] || name == [0x2E, 0x2E] { continue }
    removeAll(path.dropLast() + [0x2F] + name + [0])
  }
  closedir(folder)
  remove(path)
}

extension RelativePath {
  static func some(_ text: String) throws -> RelativePath { try RelativePath(text) }
}
