import Diagnostics
import Files

extension Debt {
  /// The list as a file: an item a line, sorted by path, so that what two people take out merges.
  package var text: [UInt8] {
    var text = head
    text += "\nremedies:\n"
    for kind in Set(items.values.joined().map(\.kind)).sorted() {
      text += "  \(kind.id.rawValue): \(kind.remedy.quotedInDebt)\n"
    }
    text += "\nentries:\n"
    for path in paths {
      text += "  \(path.description.asKeyOfDebt):\n"
      for item in items[path] ?? [] { text += line(item) }
    }
    return Array(text.utf8)
  }
}

private let head = """
  # What this handbook still owes since it moved in. An import wrote it; nobody adds to it by hand.
  # What is listed here and reads as it read stops no build. What is new or was touched is checked.
  # 'handbook debt' shows each with its place. Fix what you like, in any order; 'handbook check
  # --fix' then takes it off the list. 'line' is a digest of the line, so nobody is named here.

  """

private func line(_ item: DebtItem) -> String {
  let line = item.line.map { ", line: \($0)" } ?? ""
  let former = item.former.map { ", former: \($0.quotedInDebt)" } ?? ""
  return "    - {what: \(item.kind.id.rawValue)\(line)\(former)}\n"
}

extension String {
  /// Between single quotes, as YAML has them.
  fileprivate var quotedInDebt: String {
    var text = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { text += "''" } else { text.unicodeScalars.append(scalar) }
    }
    return text + "'"
  }

  /// A path as the key of a list: in quotes where it holds what YAML would read otherwise.
  package var asKeyOfDebt: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain ? self : quotedInDebt
  }
}
