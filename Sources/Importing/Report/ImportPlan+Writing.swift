package import Files

extension ImportPlan {
  /// Writes every file of the plan, each whole; none of them was there.
  ///
  /// Where one cannot be written those before it stay: an import that is run again leaves out what
  /// is there already.
  package func write(into site: String) throws(FileTrouble) {
    for file in files {
      try atomicWrite("\(site)/\(file.path)", file.bytes, makingFolder: true)
    }
  }
}
