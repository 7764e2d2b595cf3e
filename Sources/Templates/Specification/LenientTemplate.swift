package import Diagnostics

// Lenient mode, which only the tests of the Mustache specification use. No site is built with it.

/// A template compiled as the Mustache specification has it, for data of any form.
package struct LenientTemplate: Sendable {
  let program: Program

  /// Appends what the template makes of the data.
  package func render(_ data: OpenValue, into output: inout [UInt8]) {
    Renderer.render(program, .open(data), into: &output)
  }
}

extension TemplateSet {
  /// Makes a template ready for data of any form, in lenient mode.
  ///
  /// Only mistakes in its tags are reported.
  package func compileLenient(_ name: String) -> Diagnosed<LenientTemplate?> {
    var compiler = Compiler(self, .lenient, root: .open)
    compiler.compilePage(name)
    guard compiler.problems.list.isEmpty else { return Diagnosed(nil, compiler.problems.list) }
    return Diagnosed(LenientTemplate(program: compiler.program))
  }
}
