import Community

/// The file of the index that is read first: an object with what a browser must know of the others.
struct StartFile {
  private var script = ScriptData("start")

  init(version: String) {
    script.append("{\"version\":\"\(version)\"")
  }

  var ended: [UInt8] {
    var script = script
    script.append("}")
    return script.ended
  }

  mutating func appendCounts(
    _ searched: SearchedEntries, _ recordsPerFile: Int, _ textsPerFile: Int
  ) {
    script.append(",\"count\":\(searched.entries.count),\"perFile\":\(recordsPerFile)")
    script.append(",\"textsPerFile\":\(textsPerFile),\"groups\":")
    let groups = searched.groups.map { group in
      "[\"\(group.kind.rawValue)\",\(group.year ?? 0),\(group.range.lowerBound),\(group.range.upperBound)]"
    }
    script.append("[\(groups.joined(separator: ","))]")
  }

  /// Of each file of a kind, what it begins with.
  mutating func appendFirsts(_ name: String, _ firsts: [some Collection<UInt8>]) {
    script.append(",\"\(name)\":\"")
    script.append(Array(firsts.joined(separator: [UInt8(ascii: " ")])))
    script.append("\"")
  }

  /// How words are cut to their stems: of the site's language, and of each other that a text is in.
  mutating func appendLanguages(of searched: SearchedEntries, in siteLanguage: String) {
    let others = Set(searched.entries.map { SearchKey.primary($0.language) })
      .subtracting([SearchKey.primary(siteLanguage)])
    script.append(",\"languages\":[")
    appendRules(StemmingRules(of: siteLanguage), mark: "")
    for language in others.sorted() {
      script.append(",\n")
      appendRules(StemmingRules(of: language), mark: ".\(language)")
    }
    script.append("]")
  }

  private mutating func appendRules(_ rules: StemmingRules, mark: String) {
    script.append("{")
    appendMember("mark", mark)
    for (name, text) in [
      ("vowels", rules.vowels), ("prefixes", rules.prefixes), ("irregular", rules.irregular),
      ("initials", rules.initials), ("steps", rules.steps.joined(separator: "|")),
      ("stopWords", rules.stopWords),
    ] where !text.isEmpty {
      script.append(",")
      appendMember(name, text)
    }
    script.append("}")
  }

  /// The words that the search speaks with.
  mutating func appendWords(_ words: Words) {
    script.append(",")
    appendMember("language", words.language)
    script.append(",\"results\":{")
    for (number, form) in words.forms(.searchResults).enumerated() {
      if number > 0 { script.append(",") }
      appendMember(form.category.rawValue, form.pattern)
    }
    script.append("},\"kinds\":{")
    for (number, kind) in EntryKind.allCases.enumerated() {
      if number > 0 { script.append(",") }
      appendMember(kind.rawValue, words(kind.plural))
    }
    script.append("}")
    // The browser fills in what was typed.
    let place = "{words}"
    for (name, text) in [
      ("none", words(.searchNone)), ("some", words(.searchSome)), ("all", words(.searchAll)),
      ("fixed", words.searchFixed(words: place)), ("exactly", words.searchExactly(words: place)),
    ] {
      script.append(",")
      appendMember(name, text)
    }
  }

  private mutating func appendMember(_ name: String, _ text: String) {
    script.append("\"\(name)\":")
    script.append(quoted: text)
  }
}
