import ArgumentParser
import Diagnostics

/// Where the host gets the command from: a release with its checksum, or built from its source.
struct ToolOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The repository of handbook itself, where its releases are.", valueName: "address"))
  var tool: String?

  @Option(
    help: ArgumentHelp(
      "The release of it to use, as 0.1.0. It needs --sha256.", valueName: "version"))
  var release: String?

  @Option(
    help: ArgumentHelp(
      "The checksum of the release's tarball for Linux, of 64 digits: the file beside it whose "
        + "name ends in .sha256 has it.", valueName: "checksum"))
  var sha256: String?

  @Option(
    help: ArgumentHelp(
      "A tarball that scripts/dist made, at another address, in place of --tool and --release.",
      valueName: "address"))
  var archive: String?

  @Flag(help: "Let the host build the command of --tool from its source, each time.")
  var build = false

  @Option(
    help: ArgumentHelp(
      "With --build: the commit or tag of handbook to use. A commit is safest: nobody can move it.",
      valueName: "revision"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "With --build: the image of the Swift toolchain. With @sha256:… behind its name, nobody can "
        + "change it. [default: \(ToolSource.toolchain)]", valueName: "image"))
  var image: String?

  func validate() throws {
    for word in [tool, release, at, image, archive].compactMap(\.self) where !word.isPlainAddress {
      throw ValidationError("'\(word.quotedInput)' is no plain address, version or revision")
    }
    guard (tool == nil) != (archive == nil) else {
      throw ValidationError(
        "say where the host gets handbook: --tool with the address of its repository, or "
          + "--archive with that of a tarball")
    }
    guard archive != nil || build != (release != nil) else {
      throw ValidationError(
        "--tool needs --release with a version, as 0.1.0, or --build, by which the host builds it "
          + "each time")
    }
    if archive != nil, build || release != nil {
      throw ValidationError("--build and --release are for --tool, not for --archive")
    }
    if !build, at != nil || image != nil {
      throw ValidationError("--at and --image are for --build")
    }
    guard build || (sha256?.isChecksum ?? false) else {
      throw ValidationError(
        "--release and --archive need --sha256 with the tarball's checksum, 64 digits from 0 to f: "
          + "the file beside it whose name ends in .sha256 has it")
    }
    if build, sha256 != nil { throw ValidationError("--sha256 is for --release and --archive") }
  }

  var source: ToolSource {
    let checksum = sha256 ?? ""
    if let archive { return ToolSource(origin: .archive(archive, sha256: checksum)) }
    let repository = tool ?? ""
    if let release {
      return ToolSource(
        origin: .archive(Self.tarball(of: release, in: repository), sha256: checksum))
    }
    return ToolSource(
      origin: .repository(repository, revision: at ?? "main"),
      toolchain: image ?? ToolSource.toolchain)
  }

  /// The address of a release's tarball for Linux, as GitHub and Forgejo have it.
  private static func tarball(of version: String, in repository: String) -> String {
    let place = repository.hasSuffix(".git") ? String(repository.dropLast(4)) : repository
    return "\(place)/releases/download/v\(version)/handbook-\(version)-linux-x86_64.tar.gz"
  }
}

extension String {
  /// Nothing in it that a shell or YAML would take for more than text.
  var isPlainAddress: Bool {
    !isEmpty && !hasPrefix("-") && !hasSuffix(":")
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/@".utf8.contains(byte)
        }
      }
  }

  fileprivate var isChecksum: Bool {
    utf8.count == 64
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
