package import Files

extension ImportPlan {
  /// Makes sure, before anything is written, that every file of the plan can be: that no link
  /// stands in the place of a folder, and that nothing has the file's name.
  package func check(in site: SiteFolder) throws(FileTrouble) {
    for file in files { try site.requireFree(file.path.description) }
  }

  /// Writes every file of the plan, each whole; none of them was there.
  ///
  /// Where one cannot be written those before it stay: an import that is run again leaves out what
  /// is there already.
  package func write(into site: SiteFolder) throws(FileTrouble) {
    for file in files { try site.create(file.bytes, at: file.path.description) }
  }
}
