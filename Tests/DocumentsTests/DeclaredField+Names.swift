import Community

extension [DeclaredField] {
  /// The names of the fields and of their parts.
  var names: Set<String> { Set(flatMap { [$0.name] + $0.parts.names }) }
}
