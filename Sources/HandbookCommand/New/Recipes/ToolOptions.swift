import ArgumentParser
import Diagnostics

/// Where the host gets the command from: built from its source, or a tarball with its checksum.
struct ToolOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The repository of handbook itself, which the host builds.", valueName: "address"))
  var tool: String?

  @Option(
    help: ArgumentHelp(
      "The commit or tag of handbook to use. A commit is safest: nobody can move it.",
      valueName: "revision"))
  var at = "main"

  @Option(
    help: ArgumentHelp(
      "The image of the Swift toolchain that builds it. With @sha256:… behind its name, nobody "
        + "can change it.", valueName: "image"))
  var image = ToolSource.toolchain

  @Option(
    help: ArgumentHelp(
      "The tarball that scripts/dist made, in place of --tool: nothing is built then.",
      valueName: "address"))
  var archive: String?

  @Option(
    help: ArgumentHelp("The checksum of that tarball, of 64 digits.", valueName: "checksum"))
  var sha256: String?

  func validate() throws {
    for word in [tool, at, image, archive].compactMap(\.self) where !word.isPlainAddress {
      throw ValidationError("'\(word.quotedInput)' is no plain address or revision")
    }
    guard (tool == nil) != (archive == nil) else {
      throw ValidationError(
        "say where the host gets handbook: --tool with the address of its repository, or "
          + "--archive with that of a tarball")
    }
    guard archive == nil || (sha256?.isChecksum ?? false) else {
      throw ValidationError(
        "--archive needs --sha256 with its checksum, 64 digits from 0 to f: the file beside it "
          + "whose name ends in .sha256 has it")
    }
    if sha256 != nil, archive == nil { throw ValidationError("--sha256 is for --archive") }
  }

  var source: ToolSource {
    guard let archive, let sha256 else {
      return ToolSource(origin: .repository(tool ?? "", revision: at), toolchain: image)
    }
    return ToolSource(origin: .archive(archive, sha256: sha256))
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
