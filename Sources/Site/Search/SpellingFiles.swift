/// Groups of spellings, cut into files: objects with the words of each group.
struct SpellingFiles {
  private(set) var files: [[UInt8]] = []
  /// Of each file, what the words of its first group share.
  private(set) var firsts: [[UInt8]] = []

  init(_ groups: [Spellings.Group], named name: String) {
    var body: [UInt8] = []
    for group in groups {
      if !body.isEmpty, body.count + group.words.count > largestFile { end(&body, name) }
      if body.isEmpty { firsts.append(group.shared) }
      body.append(body.isEmpty ? "{\"" : ",\n\"")
      body += group.shared
      body.append("\":\"")
      body += group.words
      body.append("\"")
    }
    if !body.isEmpty { end(&body, name) }
  }

  private mutating func end(_ body: inout [UInt8], _ name: String) {
    var script = ScriptData("\(name)\(files.count)")
    script.append(body)
    script.append("}")
    files.append(script.ended)
    body.removeAll(keepingCapacity: true)
  }
}

/// In bytes; one group can be nearly as long.
private let largestFile = 4_900
