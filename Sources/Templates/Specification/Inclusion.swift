/// A template that lenient mode compiles while a page is rendered, with all that surrounds it: one
/// that includes itself, or whose name only the data know.
struct Inclusion: Sendable {
  enum Target: Sendable {
    case template(String)
    case lookup(Lookup)
  }

  let target: Target
  let templates: TemplateSet
  let scope: Scope

  /// The program of the template, or `nil` where there is none or the nesting is too deep.
  func compile(_ name: String) -> Program? {
    var compiler = Compiler(templates, .lenient, scope)
    compiler.compilePage(name)
    return compiler.problems.list.isEmpty ? compiler.program : nil
  }
}

extension Compiler {
  /// Leaves an inclusion to the renderer.
  ///
  /// What it includes itself starts a new path there, so that the depth alone ends a ring.
  mutating func postpone(_ target: Inclusion.Target, _ space: [UInt8]) {
    guard scope.depth < nestingLimit else { return }
    var inner = scope
    inner.indentation = space
    inner.depth += 1
    inner.path = []
    program.appendInclusion(Inclusion(target: target, templates: templates, scope: inner))
  }
}

extension Renderer {
  /// Compiles and renders an inclusion, up to `inclusionLimit` of them in a page.
  mutating func runInclusion(_ inclusion: Inclusion, _ program: Program) {
    inclusions += 1
    guard inclusions <= inclusionLimit, let name = name(inclusion.target, program),
      let included = inclusion.compile(name)
    else { return }
    run(included, included.instructions.indices)
  }

  private mutating func name(_ target: Inclusion.Target, _ program: Program) -> String? {
    switch target {
    case .template(let name): name
    case .lookup(let lookup):
      switch find(lookup, program) {
      case .text(let name), .open(.text(let name)): name
      default: nil
      }
    }
  }
}
