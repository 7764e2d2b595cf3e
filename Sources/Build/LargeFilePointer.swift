import Diagnostics

/// The few lines that Git LFS leaves in place of a file that it keeps elsewhere.
enum LargeFilePointer {
  /// Whether bytes are such lines and not the file.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count < 1024 && bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }
}

extension Diagnostic {
  static func largeFilePointer(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "refused-file", at: SourceLocation(path: path),
      "the file is not here: Git LFS keeps it, and left a pointer to it in its place",
      hints: [
        "run 'git lfs pull', which fetches it",
        "where a git host builds the site, let its checkout fetch LFS files too",
      ])
  }
}
