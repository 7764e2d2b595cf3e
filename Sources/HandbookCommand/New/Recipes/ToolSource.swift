/// Where a git host gets the command from, each time again.
///
/// It is fetched to a place that no proposed change can have written to, and kept nowhere.
struct ToolSource {
  enum Origin {
    /// Built from the repository of handbook itself, at a commit, tag or branch.
    case repository(String, revision: String)
    /// The tarball that `scripts/dist` made, which must have this checksum.
    case archive(String, sha256: String)
  }

  let origin: Origin
  /// The image of the Swift toolchain that builds it.
  var toolchain = ToolSource.toolchain

  static let toolchain = "swift:6.3.1-noble"

  /// What a host without a system of its own runs the command in.
  ///
  /// The image of the toolchain is made of the other.
  var image: String {
    switch origin {
    case .repository: toolchain
    case .archive: "ubuntu:24.04"
    }
  }

  /// Gets the command on a machine of the host's own that has docker.
  func fetching(into place: String) -> String {
    switch origin {
    case .repository:
      """
      \(cloning(into: place))
      docker run --rm --volume "\(place):/made" \(toolchain) bash -euc '
        git config --global --add safe.directory /made/source
        /made/source/scripts/install --prefix /made/handbook'
      """
    case .archive: unpacking(into: place)
    }
  }

  /// Gets the command within `image`.
  var fetchingInImage: String {
    switch origin {
    case .repository:
      """
      \(Self.installing("ca-certificates curl git openssh-client \(Self.libraries)"))
      \(cloning(into: "/opt"))
      /opt/source/scripts/install --prefix /opt/handbook
      """
    case .archive:
      """
      \(Self.installing("ca-certificates curl git openssh-client"))
      \(unpacking(into: "/opt"))
      """
    }
  }

  /// What `scripts/setup` asks for, in the order of their names.
  private static let libraries =
    "libcmark-dev libjpeg-dev libpng-dev libwebp-dev pkg-config zlib1g-dev"

  /// Where it is within `image`.
  static let commandInImage = "/opt/handbook/bin/handbook"

  /// What a reader of a file should know about an image that it names.
  static func note(on image: String) -> String {
    image.contains("@")
      ? ""
      : """
      # Whoever keeps the image \(image) can change it. To have exactly one, put behind
      # its name the @sha256:… that this tells: docker buildx imagetools inspect \(image)

      """
  }

  /// The note where the command is fetched on a machine, which has an image only to build it in.
  var note: String {
    switch origin {
    case .repository: Self.note(on: toolchain)
    case .archive: ""
    }
  }

  var noteInImage: String { Self.note(on: image) }

  private static func installing(_ packages: String) -> String {
    """
    apt-get update -qq
    apt-get install -y -qq \(packages)
    """
  }

  private func cloning(into place: String) -> String {
    guard case .repository(let address, let revision) = origin else { return "" }
    return """
      git init --quiet "\(place)/source"
      git -C "\(place)/source" fetch --quiet --depth=1 \(address) \(revision)
      git -C "\(place)/source" checkout --quiet FETCH_HEAD
      """
  }

  private func unpacking(into place: String) -> String {
    guard case .archive(let address, let sha256) = origin else { return "" }
    return """
      curl --fail --silent --show-error --location --output "\(place)/handbook.tar.gz" \(address)
      echo "\(sha256)  \(place)/handbook.tar.gz" | sha256sum --check --quiet
      mkdir -p "\(place)/handbook"
      tar -xzf "\(place)/handbook.tar.gz" --strip-components=1 -C "\(place)/handbook"
      """
  }
}
