import Community

/// A row of a table, each cell under what its column means.
struct TableRow {
  let source: String
  let number: Int
  private(set) var fields: [String: String] = [:]
  private(set) var consents: [(purpose: Consent.Purpose, answer: ConsentAnswer, cell: String)] = []
  private(set) var stamp: String?
  private(set) var mail: String?
  private(set) var actions: [String] = []
  private(set) var decisions: [String] = []
  private(set) var links: [(label: String, address: String)] = []
  /// What the old site said that has no meaning here.
  private(set) var rest: [(name: String, cell: String)] = []

  init(
    _ cells: [String], _ meanings: [ColumnMeaning], headings: [String], number: Int, source: String
  ) {
    self.number = number
    self.source = source
    for (column, cell) in cells.enumerated() where column < meanings.count {
      switch meanings[column] {
      case .consent(let purpose): consents.append((purpose, ConsentAnswer(cell), cell))
      case _ where cell.isEmpty: break
      case .field(let name): fields[name] = cell
      case .stamp: stamp = cell
      case .mail: if cell.contains("@") { mail = mail ?? cell.lowercased() }
      case .actions: actions += cell.partedLines
      case .decisions: decisions += cell.partedLines
      case .links: links.append((headings[column], cell))
      case .kept(let name): rest.append((name, cell))
      case .unclearConsent, .leftOut: break
      }
    }
  }

  subscript(name: String) -> String? { fields[name] }

  /// The name of a person, in the order and with the capitals that it is to have.
  var personName: String? {
    if let name = fields["name"] { return PersonName(name).text }
    guard fields["first_name"] != nil || fields["last_name"] != nil else { return nil }
    return PersonName(given: fields["first_name"], family: fields["last_name"]).text
  }
}

extension String {
  /// Several values in one cell: separated by semicolons, line ends or, without these, commas.
  var parted: [String] {
    let joined = withJoinedLines
    let marks: [Character] = joined.contains(";") || joined.contains("\n") ? [";", "\n"] : [","]
    return joined.split { marks.contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Several sentences in one cell: separated by semicolons and line ends.
  fileprivate var partedLines: [String] {
    split { $0 == ";" || $0 == "\n" }.map { part in
      String(part.trimmed.drop { "•-–*◦▪".contains($0) || $0 == " " })
    }.filter { !$0.isEmpty }
  }

  /// Without the line ends before which a sentence goes on: `marking less`, `and sleeping more`.
  private var withJoinedLines: String {
    var lines: [String] = []
    for line in split(separator: "\n").map(\.trimmed) {
      let first = line.prefix { $0 != " " }.lowercased()
      if !lines.isEmpty,
        ["and", "or", "und", "oder", "et", "ou", "y", "o", "a", "ac"].contains(first)
      {
        lines[lines.count - 1] += " \(line)"
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
