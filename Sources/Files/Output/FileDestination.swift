/// Where the files of a site go: a folder, or the store of a git repository.
///
/// Any number of threads may ask at once. Nothing that is published changes before all files are
/// there.
package protocol FileDestination: Sendable {
  /// Compares a file with what is published and keeps its bytes where they differ.
  func stageFile(
    _ path: RelativePath, _ bytes: [UInt8], picture: PixelSize?
  ) throws(OutputTrouble)
    -> StagedFile

  /// A file that a build would make as it was made, so that none has to make it; `nil` where it is
  /// not there as it was written.
  func standing(_ path: RelativePath) -> StagedFile?
}

extension OutputFolder: FileDestination {}

/// What a file held when it was published, and the name that git has for these bytes.
package struct NamedPrint: Hashable, Sendable {
  package let print: FilePrint
  /// 40 hexadecimal digits, or 64 where git uses SHA-256.
  package let objectName: String

  package init(print: FilePrint, objectName: String) {
    self.print = print
    self.objectName = objectName
  }
}
