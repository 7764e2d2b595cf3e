extension JSON {
  /// With a line for each member and item, for people to read.
  package func append(indentedTo output: inout [UInt8], depth: Int = 0) {
    switch self {
    case .object(let members) where !members.isEmpty:
      appendLines(of: members.count, between: ("{", "}"), depth, to: &output) { position, output in
        JSON.text(members[position].name).append(to: &output)
        output += ": ".utf8
        members[position].value.append(indentedTo: &output, depth: depth + 1)
      }
    case .list(let values) where values.contains(where: \.isStructured):
      appendLines(of: values.count, between: ("[", "]"), depth, to: &output) { position, output in
        values[position].append(indentedTo: &output, depth: depth + 1)
      }
    default: append(to: &output)
    }
  }

  private var isStructured: Bool {
    switch self {
    case .object, .list: true
    case .null, .flag, .number, .decimal, .text: false
    }
  }

  private func appendLines(
    of count: Int, between brackets: (String, String), _ depth: Int, to output: inout [UInt8],
    _ line: (Int, inout [UInt8]) -> Void
  ) {
    let indentation = String(repeating: "  ", count: depth)
    output += brackets.0.utf8
    for position in 0..<count {
      output += "\(position == 0 ? "" : ",")\n  \(indentation)".utf8
      line(position, &output)
    }
    output += "\n\(indentation)\(brackets.1)".utf8
  }
}
