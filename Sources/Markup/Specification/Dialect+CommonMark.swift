extension Dialect {
  /// CommonMark 0.30 and nothing else, as libcmark renders it in its safe mode.
  ///
  /// Only tests use it: they hold our reading of libcmark's tree to libcmark's own output.
  package static let commonMark = Dialect(isExtended: false)
}
