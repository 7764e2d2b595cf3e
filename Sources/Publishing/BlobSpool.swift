package import Files
import Programs
import Synchronization

/// The files of a site on their way into git's store.
///
/// Those that differ from what was published stand in two files as `git fast-import` reads them, so
/// that two processes can store them at once. Each is known by a mark, for which git tells its name.
package final class BlobSpool: FileDestination {
  /// What stands on the branch as it was published from here.
  private let published: [RelativePath: NamedPrint]
  private let scratch: ScratchFolder
  private let streams: [RecordFile]
  private let count = Atomic<Int>(0)
  private let marks = Mutex<[RelativePath: Int]>([:])

  package init(over published: [RelativePath: NamedPrint]) throws(PublishTrouble) {
    self.published = published
    do throws(FileTrouble) {
      let scratch = try ScratchFolder()
      streams = [try scratch.records("blobs-0"), try scratch.records("blobs-1")]
      self.scratch = scratch
    } catch {
      throw .files(error.message)
    }
  }

  package func stageFile(
    _ path: RelativePath, _ bytes: [UInt8], picture: PixelSize?
  ) throws(OutputTrouble) -> StagedFile {
    let print = FilePrint(bytes)
    let known = published[path]
    if known?.print == print { return StagedFile(path: path, outcome: .same, print: print) }
    let mark = count.add(1, ordering: .relaxed).newValue
    do throws(SystemError) {
      try streams[mark % 2].add(Self.blob(bytes, mark))
    } catch {
      throw OutputTrouble(
        cause: .failed(.write, path, error), folder: scratch.path, left: .untouched)
    }
    marks.withLock { $0[path] = mark }
    return StagedFile(path: path, outcome: known == nil ? .new : .changed, print: print)
  }

  package func standing(_ path: RelativePath) -> StagedFile? {
    published[path].map { StagedFile(path: path, outcome: .same, print: $0.print) }
  }

  /// `blob`, `mark :1`, `data 5` and the bytes, each ended by a line's end (git-fast-import(1)).
  private static func blob(_ bytes: [UInt8], _ mark: Int) -> [UInt8] {
    let head = Array("blob\nmark :\(mark)\ndata \(bytes.count)\n".utf8)
    var blob: [UInt8] = []
    blob.reserveCapacity(head.count + bytes.count + 1)
    blob += head
    blob += bytes
    blob.append(UInt8(ascii: "\n"))
    return blob
  }
}

extension BlobSpool {
  /// How many files differ from what was published from here.
  var changedCount: Int { count.load(ordering: .relaxed) }

  /// Stores all files, and gives the name that git has for each of a site.
  ///
  /// Where nothing is to be kept, git stores them in a folder that goes when we let go of this.
  func store(
    _ files: [StagedFile], with git: Git, keeping: Bool
  ) async throws(PublishTrouble) -> [RelativePath: ObjectID] {
    let git = keeping ? git : try await forgetful(git)
    var names: [Int: ObjectID] = [:]
    async let first = outcome { () throws(PublishTrouble) in try await self.store(0, with: git) }
    let second = await outcome { () throws(PublishTrouble) in try await self.store(1, with: git) }
    for share in [try await first.get(), try second.get()] { names.merge(share) { $1 } }
    let marks = marks.withLock { $0 }
    var answer = [RelativePath: ObjectID](minimumCapacity: files.count)
    for file in files {
      let name =
        marks[file.path].map { names[$0] }
        ?? published[file.path].flatMap { ObjectID($0.objectName.utf8) }
      guard let name else { throw .git("fast-import", "it gave no name for '\(file.path)'") }
      answer[file.path] = name
    }
    return answer
  }

  /// Stores one of the two streams, and gives git's names by the marks.
  private func store(
    _ number: Int, with git: Git
  ) async throws(PublishTrouble) -> [Int: ObjectID] {
    guard streams[number].size > 0 else { return [:] }
    // Without this word, what was cut short would be taken for whole.
    guard streams[number].append(Array("done\n".utf8)) != nil else {
      throw .files("'\(scratch.path)' cannot be written")
    }
    let told = "\(scratch.path)/marks-\(number)"
    let ending = try await git.ask(
      ["fast-import", "--quiet", "--done", "--depth=0", "--export-marks=\(told)"],
      reading: "\(scratch.path)/blobs-\(number)")
    guard ending.isSuccess else { throw .git("fast-import", git.words(of: ending)) }
    return try names(in: told)
  }

  /// Reads `:1 0123…` of each line.
  private func names(in path: String) throws(PublishTrouble) -> [Int: ObjectID] {
    let text: [UInt8]
    do throws(FileTrouble) {
      text = try fileBytes(at: path, atMost: 1 << 28)
    } catch {
      throw .files(error.message)
    }
    var names: [Int: ObjectID] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let parts = line.dropFirst().split(separator: UInt8(ascii: " "))
      guard parts.count == 2, let mark = Int(String(decoding: parts[0], as: UTF8.self)) else {
        continue
      }
      names[mark] = ObjectID(parts[1])
    }
    return names
  }

  private func forgetful(_ git: Git) async throws(PublishTrouble) -> Git {
    let store = try await git.run(["rev-parse", "--path-format=absolute", "--git-path", "objects"])
    do throws(FileTrouble) {
      let folder = try scratch.folder("objects")
      return git.storing(in: folder, besides: store.text.lines.first ?? "")
    } catch {
      throw .files(error.message)
    }
  }

  private func outcome<Answer: Sendable>(
    of work: () async throws(PublishTrouble) -> Answer
  ) async -> Result<Answer, PublishTrouble> {
    do throws(PublishTrouble) {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }
}
