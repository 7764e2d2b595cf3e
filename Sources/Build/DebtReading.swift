package import Community
package import Diagnostics
import Files
import Markup

extension SiteFiles {
  /// What the site owes, held against the ledger of its imports; a site that owes nothing has no
  /// list, and nothing is read.
  func debt() -> Diagnosed<Debt> {
    guard paths.contains(Debt.path) else { return Diagnosed(Debt()) }
    let read = text(Debt.path, atMost: Debt.largest)
    guard let source = read.value else { return Diagnosed(Debt(), read.diagnostics) }
    let debt = Debt.read(source)
    return Diagnosed(debt.value, debt.diagnostics + debt.value.notImported(by: importedPaths()))
  }

  /// What imports wrote; nothing where there is no ledger.
  package func importedPaths() -> ImportedPaths {
    ledgerOfImports().map { ImportedPaths($0) } ?? ImportedPaths()
  }

  /// The ledger itself; `nil` where there is none.
  package func ledgerOfImports() -> SourceText? {
    guard paths.contains(ImportedPaths.path) else { return nil }
    return read(ImportedPaths.path, atMost: ImportedPaths.largest).value.map { bytes in
      SourceText(path: ImportedPaths.path.description, bytes: bytes)
    }
  }

  /// The list as it stands, for a command that changes it; `nil` where there is none or it is not in
  /// order.
  package func debtToChange() -> (debt: Debt, bytes: [UInt8])? {
    guard paths.contains(Debt.path),
      let bytes = read(Debt.path, atMost: Debt.largest).value
    else { return nil }
    let read = Debt.read(SourceText(path: Debt.path.description, bytes: bytes))
    return read.diagnostics.isEmpty ? (read.value, bytes) : nil
  }
}
