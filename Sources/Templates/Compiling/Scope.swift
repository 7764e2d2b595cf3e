import Diagnostics

/// What surrounds the node that is being compiled.
struct Scope: Sendable {
  /// The template that the node stands in.
  var template: ParsedTemplate
  /// The shapes of the contexts, outermost first: one for each frame of the renderer's stack.
  var contexts: [Shape]
  /// What fills the places of this template, given by those that include it.
  var arguments: [String: Argument] = [:]
  /// White space that goes before every line.
  var indentation: [UInt8] = []
  /// How many white-space bytes every line of the template's text loses first.
  var margin = 0
  /// Levels of sections, blocks and inclusions around the node.
  var depth = 0
  /// The templates that include one another down to this one, outermost first.
  var path: [String]
}

/// A block that fills a place, with what its own template knew where it was written.
struct Argument: Sendable {
  let block: Block
  let template: ParsedTemplate
  let arguments: [String: Argument]
  let path: [String]
}

extension Scope {
  /// White space of the template's text as it stands after the margin has been taken from it.
  func withoutMargin(_ range: Range<Int>) -> ArraySlice<UInt8> {
    template.text.bytes[range].dropFirst(margin)
  }

  /// The scope inside another template, included here.
  func entering(_ template: ParsedTemplate, indentation: [UInt8]) -> Scope {
    var inner = self
    inner.template = template
    inner.indentation = indentation
    inner.margin = 0
    inner.path.append(template.name)
    return inner
  }

  /// The scope inside a block that fills a place here: names are those of the place, the rest is
  /// as it was where the block was written.
  func entering(_ argument: Argument, indentation: [UInt8]) -> Scope {
    var inner = self
    inner.template = argument.template
    inner.arguments = argument.arguments
    inner.path = argument.path
    inner.indentation = indentation
    inner.margin = argument.block.margin
    return inner
  }

  /// What fills the places of a parent included here: what was given to this template from outside
  /// goes before what it gives itself.
  func arguments(with blocks: [Block]) -> [String: Argument] {
    let own = blocks.map { block in
      let argument = Argument(block: block, template: template, arguments: arguments, path: path)
      return (block.name.text, argument)
    }
    let latest = Dictionary(own) { _, later in later }
    return arguments.merging(latest) { outer, _ in outer }
  }
}
